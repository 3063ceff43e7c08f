// Workers that keep a core busy: for a while, or beside one that misbehaves until they are asked to finish.
import { nowNs } from '@engine/clock';
import type { Talk } from './talk';

/** Between two pieces of this length it can be heard; in ms. */
const pieceMs = 5;

/** How much more it does once it is asked to finish; in ms. */
const lastMs = 100;

const nsPerMs = 1_000_000n;

/** Keeps a core busy; in ms. */
function spin(ms: number): void {
  const until = nowNs() + BigInt(Math.round(ms * 1e6));
  // The clock itself is the work.
  while (nowNs() < until);
}

/**
 * Works until it receives anything, then a little more, and says `done`.
 * @param data how long it works at most, so that nothing is ever left; in ms
 */
export function workOn({ limitMs }: { readonly limitMs: number }, talk: Talk): void {
  const limit = nowNs() + BigInt(limitMs) * nsPerMs;
  let finishing = false;
  talk.onMessage(() => {
    finishing = true;
  });
  const work = (): void => {
    spin(finishing ? lastMs : pieceMs);
    if (finishing) talk.send('done');
    else if (nowNs() < limit) setImmediate(work);
  };
  work();
}

/** Computes for `forMs` milliseconds, then says so. */
export function computeFor({ forMs }: { readonly forMs: number }, talk: Talk): void {
  spin(forMs);
  talk.send('computed');
}
