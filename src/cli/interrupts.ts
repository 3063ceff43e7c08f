// Ctrl-C and its like: the first stops the run, the second ends everything at once.
import { constants } from 'node:os';
import { end } from './terminal';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Listens until the returned function is called. A terminal that is closed says so more than once (the
 * kernel, then the shell): its signal stops and never quits, so that what was measured is written.
 * @param stop asked first, once
 * @param quit asked from then on, with the exit code of that signal
 */
export function onInterrupt(stop: () => void, quit: (code: number) => void): () => void {
  let asked = false;
  const listeners = signals.map((signal) => {
    const listener = (): void => {
      if (asked) {
        if (signal !== 'SIGHUP') quit(128 + constants.signals[signal]);
        return;
      }
      asked = true;
      stop();
    };
    process.on(signal, listener);
    return { signal, listener };
  });
  return () => {
    for (const { signal, listener } of listeners) process.off(signal, listener);
  };
}

/** One wish to stop, heard from now on, for what is under way and for what is begun later. */
export class Interruption {
  #stop: (() => void) | undefined;
  #asked = false;
  /** Listens no more. */
  readonly forget: () => void;

  /** @param onAsked called once, when it is first asked for; a second wish ends the process at once */
  constructor(onAsked: () => void) {
    this.forget = onInterrupt(() => {
      this.#asked = true;
      onAsked();
      this.#stop?.();
    }, end);
  }

  /** What is to be stopped from here on; at once where it was asked for already. */
  stops(stop: () => void): void {
    this.#stop = stop;
    if (this.#asked) stop();
  }
}
