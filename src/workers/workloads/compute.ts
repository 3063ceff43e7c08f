// Plain computing of a chosen length, for the workloads that do it beside something else.
import { inBlocks } from './blocks';
import { xorshift32 } from './random';

function steps(state: number, count: number): number {
  let next = state | 0;
  for (let step = 0; step < count; step += 1) next = xorshift32(next) | 0;
  return next >>> 0;
}

/** Steps the generator `iterations` times; each step needs the one before, so none can be left out. */
export function compute(iterations: number, state: number): number {
  return inBlocks(iterations, state, steps);
}
