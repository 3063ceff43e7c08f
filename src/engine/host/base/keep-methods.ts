// Keeps what Node.js itself calls on an object of Corelane's as it was before own code was loaded: own code may
// replace methods of every emitter, stream or socket, and `process.nextTick`.
import process from 'node:process';
import { defineOwn } from './unbound';

const { defineProperty, getOwnPropertyDescriptor, getPrototypeOf, hasOwn } = Object;
const { ownKeys } = Reflect;
const { nextTick } = process;

/** Gives an object what it has from its prototypes as properties of its own, which are found first. */
export function keepMethods(object: object): void {
  let from: unknown = getPrototypeOf(object);
  while (typeof from === 'object' && from !== null && from !== Object.prototype) {
    for (const name of ownKeys(from)) {
      const found = getOwnPropertyDescriptor(from, name);
      if (found === undefined || name === 'constructor' || hasOwn(object, name)) continue;
      defineProperty(object, name, { ...found, configurable: true, enumerable: false });
    }
    from = getPrototypeOf(from);
  }
}

/** Lets an emitter have listeners even where own code freezes it: what counts them is no longer a value of its own. */
export function keepListening(emitter: object): void {
  for (const name of ['_events', '_eventsCount']) {
    let value: unknown = getOwnPropertyDescriptor(emitter, name)?.value;
    defineProperty(emitter, name, {
      get: () => value,
      set: (next: unknown) => {
        value = next;
      },
      configurable: true,
      enumerable: true,
    });
  }
}

/** Lets streams use the `process.nextTick` of Node.js's own, while all other code finds what it has set. */
export class OwnTicks {
  #isOwn = false;
  #theirs: unknown;

  /** Calls a method of a stream. */
  within<T>(call: () => T): T {
    const outer = this.#isOwn;
    this.#set(true);
    try {
      return call();
    } finally {
      this.#set(outer);
    }
  }

  /** Calls, out of a stream, what may call own code. */
  without(call: () => void): void {
    const outer = this.#isOwn;
    this.#set(false);
    try {
      call();
    } finally {
      this.#set(outer);
    }
  }

  #set(own: boolean): void {
    if (own === this.#isOwn) return;
    this.#isOwn = own;
    if (!own) {
      if (this.#theirs !== nextTick) defineOwn(process, 'nextTick', this.#theirs);
      return;
    }
    this.#theirs = process.nextTick;
    if (this.#theirs !== nextTick) defineOwn(process, 'nextTick', nextTick);
  }
}
