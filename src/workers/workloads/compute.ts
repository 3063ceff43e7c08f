// Plain computing of a chosen length, for the workloads that do it beside something else.
import { xorshift32 } from './random';

/** Steps the generator `iterations` times; each step needs the one before, so none can be left out. */
export function compute(iterations: number, state: number): number {
  let next = state;
  for (let step = 0; step < iterations; step += 1) next = xorshift32(next);
  return next;
}
