// The worker of the sharing probe: writes into what it was given.
import type { Talk } from './talk';

/** What is written; nothing else is ever in the box. */
export const written = 42;

/** Data that a program gives a worker: an object, and memory where that can be shared. */
export interface SharedBox {
  readonly object: { value: number };
  readonly shared?: Int32Array;
}

/** Writes, then says so. */
export function writeBox(box: SharedBox, talk: Talk): void {
  box.object.value = written;
  if (box.shared !== undefined) Atomics.store(box.shared, 0, written);
  talk.send('written');
}
