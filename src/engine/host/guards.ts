// What own code does later than anybody waits for is heard of here, and what it says to its parent by nobody.
import type { EventEmitter } from 'node:events';
import { onProcess, replaceOfProcess } from './intrinsics';

export interface ErrorListener {
  /** Thrown outside of everything, and not handled by own code itself. */
  onUncaught(error: unknown): void;
  /** Rejected, and nothing handles it. */
  onUnhandled(reason: unknown): void;
}

/** Listens until the worker ends. Own code may add handlers: what they handle is no fault. */
export function guardErrors(listener: ErrorListener): void {
  const handlers = {
    uncaughtException: (error: unknown) => listener.onUncaught(error),
    unhandledRejection: (reason: unknown) => listener.onUnhandled(reason),
  };
  type Name = keyof typeof handlers;
  const names = Object.keys(handlers) as Name[];
  const guards = Object.fromEntries(
    names.map((name) => [
      name,
      (value: unknown) => {
        if (events.listenerCount(name) === 1) handlers[name](value);
      },
    ]),
  ) as Record<Name, (value: unknown) => void>;
  const events: EventEmitter = process;
  const add = (): void => {
    for (const name of names) {
      if (!events.listeners(name).includes(guards[name])) onProcess(name, guards[name]);
    }
  };
  add();
  const removeAll = process.removeAllListeners.bind(process);
  replaceOfProcess('removeAllListeners', (...names: [string?]) => {
    removeAll(...names);
    add();
    return process;
  });
}

/** What a process that was forked has, for own code that talks to its parent. Nobody hears it. */
export function standInForParent(): void {
  const { nextTick } = process;
  const emit = process.emit.bind(process) as (name: string) => boolean;
  let connected = true;
  const standIns: Record<string, unknown> = {
    send: (...given: readonly unknown[]): boolean => {
      const last = given.at(-1);
      if (given.length > 1 && typeof last === 'function') nextTick(last as () => void, null);
      return connected;
    },
    disconnect: (): void => {
      if (!connected) return;
      connected = false;
      nextTick(() => emit('disconnect'));
    },
    channel: { ref: () => undefined, unref: () => undefined, hasRef: () => false },
  };
  for (const [name, value] of Object.entries(standIns)) {
    Object.defineProperty(process, name, { value, writable: true, configurable: true });
  }
  Object.defineProperty(process, 'connected', { get: () => connected, configurable: true });
}
