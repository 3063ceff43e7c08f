// A worker that keeps one core busy for a while.
import { nowNs } from '@engine/clock';
import type { Talk } from './talk';

/** Computes for `forMs` milliseconds, then says so. */
export function computeFor({ forMs }: { readonly forMs: number }, talk: Talk): void {
  const untilNs = nowNs() + BigInt(Math.round(forMs * 1e6));
  while (nowNs() < untilNs);
  talk.send('computed');
}
