// Catches what own code does after its tasks, and discards what it sends to its parent.
import { EventEmitter } from 'node:events';
import process from 'node:process';
import { onProcess, replaceOfProcess } from './base/intrinsics';
import { unbound } from './base/unbound';

export interface ErrorListener {
  /** Thrown outside of everything, and not handled by own code itself. */
  onUncaught(error: unknown): void;
  /** Rejected, and nothing handles it. */
  onUnhandled(reason: unknown): void;
}

const listenersOf = unbound(EventEmitter.prototype.listeners);

/** Listens until the worker ends. Own code may add handlers: what they handle is no fault. */
export function guardErrors(listener: ErrorListener): void {
  const guard = (name: string, handle: (value: unknown) => void): (() => void) => {
    const heard = (value: unknown): void => {
      if (listenersOf(process, name).length === 1) handle(value);
    };
    return () => {
      const all = listenersOf(process, name);
      for (let at = 0; at < all.length; at += 1) if (all[at] === heard) return;
      onProcess(name, heard);
    };
  };
  const hearErrors = guard('uncaughtException', (error) => listener.onUncaught(error));
  const hearRejections = guard('unhandledRejection', (reason) => listener.onUnhandled(reason));
  const hear = (): void => {
    hearErrors();
    hearRejections();
  };
  hear();
  const removeAll = unbound(process.removeAllListeners as (name?: string) => unknown);
  // An argument that is not there means all of them.
  replaceOfProcess('removeAllListeners', (...names: readonly [string?]) => {
    if (names.length === 0) removeAll(process);
    else removeAll(process, names[0]);
    hear();
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
