// Keeps what a host uses of its runtime, as it was before own code was loaded: fake clocks and replaced functions
// of own code change nothing here.
import { EventEmitter } from 'node:events';
import process from 'node:process';
import { defineOwn, unbound } from './unbound';

/** Timers of the real clock. */
export const { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate } = globalThis;

const exit: (code?: number) => never = process.exit.bind(process);
const end = (process as unknown as { reallyExit(code?: number): never }).reallyExit.bind(process);
const kill = process.kill.bind(process);

let leaving = false;

/** Returns whether Corelane itself ends the calling process or thread: exit hooks of own code run then. */
export function isLeaving(): boolean {
  return leaving;
}

/**
 * Ends the calling process, or in a worker thread that thread.
 * @param onThrown told what an exit hook threw, which keeps nothing alive
 */
export function realExit(code?: number, onThrown?: (error: unknown) => void): never {
  leaving = true;
  try {
    exit(code);
  } catch (error) {
    onThrown?.(error);
  }
  return end(code);
}

/** The same at once, without exit hooks, as a signal does. */
export function realKill(isThread: boolean): void {
  leaving = true;
  if (isThread) end(1);
  else kill(process.pid, 'SIGKILL');
}

type Listen = (
  this: EventEmitter,
  name: string,
  listener: (value: unknown) => void,
) => EventEmitter;

const on = unbound(EventEmitter.prototype.on as Listen);
const off = unbound(EventEmitter.prototype.off as Listen);
const prependListener = unbound(EventEmitter.prototype.prependListener as Listen);

/** Listens to an event of the process. (`once` would ask it for its `on`, which own code may have replaced.) */
export function onProcess(name: string, listener: (value: unknown) => void): void {
  on(process, name, listener);
}

/** The same before all that listen already. */
export function onProcessFirst(name: string, listener: (value: unknown) => void): void {
  prependListener(process, name, listener);
}

export function offProcess(name: string, listener: (value: unknown) => void): void {
  off(process, name, listener);
}

/** As own code finds it: a function like any other, which it may replace in turn. */
export function replaceOfProcess(name: string, value: unknown): void {
  defineOwn(process, name, value);
}
