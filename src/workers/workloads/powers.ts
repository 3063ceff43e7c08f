// Powers: the article's two functions, square and quad of one number, as often as asked.
import { workloads } from '@shared/experiment/workloads';
import { inBlocks } from './blocks';
import { param, type LoadedWorkload, type WorkloadContext } from './context';

/**
 * Adds `number`² to `start`, `count` times, modulo 2³².
 * The sign turns each time: the square is the same, but no compiler can take it out of the loop.
 */
function addSquares(number: number, start: number, count: number): number {
  let sum = start | 0;
  let base = number | 0;
  for (let index = 0; index < count; index += 1) {
    sum = (sum + Math.imul(base, base)) | 0;
    base = -base | 0;
  }
  return sum >>> 0;
}

/** Adds `number`⁴ to `start`, `count` times, modulo 2³². */
function addQuads(number: number, start: number, count: number): number {
  let sum = start | 0;
  let base = number | 0;
  for (let index = 0; index < count; index += 1) {
    const square = Math.imul(base, base);
    sum = (sum + Math.imul(square, square)) | 0;
    base = -base | 0;
  }
  return sum >>> 0;
}

/** Even tasks square, odd tasks quad; the checksum is the sum of all the powers modulo 2³². */
export function create(context: WorkloadContext): LoadedWorkload {
  const number = param(context, 'number');
  const iterations = param(context, 'iterations');
  return {
    run: (task) => {
      const add = task % workloads.powers.variants === 0 ? addSquares : addQuads;
      return inBlocks(iterations, 0, (sum, count) => add(number, sum, count));
    },
  };
}
