// Ctrl-C and its like: the first stops the run, the second ends everything at once.
import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Listens until the returned function is called.
 * @param stop asked first, once
 * @param quit asked from then on, with the exit code of that signal
 */
export function onInterrupt(stop: () => void, quit: (code: number) => void): () => void {
  let asked = false;
  const listeners = signals.map((signal) => {
    const listener = (): void => {
      if (asked) return quit(128 + constants.signals[signal]);
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
