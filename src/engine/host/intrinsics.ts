// What a host uses of its runtime, as it was before own code was loaded: fake clocks and replaced functions
// of own code change nothing here.
import { EventEmitter } from 'node:events';

/** Timers of the real clock. */
export const { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate } = globalThis;

const exit: (code?: number) => never = process.exit.bind(process);

/** Ends the calling process, or in a worker thread that thread; an exit hook that throws does not keep it. */
export function realExit(code?: number): never {
  try {
    return exit(code);
  } catch {
    // Hooks run once only.
    return exit(code);
  }
}

const { on, off } = EventEmitter.prototype;

/** Listens to an event of the process. (`once` would ask it for its `on`, which own code may have replaced.) */
export function onProcess(name: string, listener: (value: unknown) => void): void {
  on.call(process, name, listener);
}

export function offProcess(name: string, listener: (value: unknown) => void): void {
  off.call(process, name, listener);
}
