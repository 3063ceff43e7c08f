// The ticker on this process's own event loop: dearer a tick than in a thread, and nothing to start.
import { Ticker, type DrivenTicker, type TickerOptions } from './ticker';

/** Starts a ticker that a timer wakes. */
export function startTickerTimer(options: TickerOptions): DrivenTicker {
  const ticker = new Ticker(options);
  let timer: NodeJS.Timeout | undefined;
  const wake = (): void => {
    timer = setTimeout(wake, Math.ceil(ticker.wake()));
  };
  wake();
  return {
    send: (message) => {
      if (!ticker.follow(message)) clearTimeout(timer);
    },
    ready: Promise.resolve(),
    ended: Promise.resolve(),
  };
}
