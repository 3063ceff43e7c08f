// Powers: the article's two functions, square and quad of one number, as often as asked.
import { workloads } from '@shared/workloads';
import { param, type LoadedWorkload, type WorkloadContext } from './context';

/**
 * Adds up `number`², `iterations` times, modulo 2³².
 * The sign turns each time: the square is the same, but no compiler can take it out of the loop.
 */
function sumSquares(number: number, iterations: number): number {
  let sum = 0;
  let base = number;
  for (let count = 0; count < iterations; count += 1) {
    sum = (sum + Math.imul(base, base)) | 0;
    base = -base | 0;
  }
  return sum >>> 0;
}

/** Adds up `number`⁴, `iterations` times, modulo 2³². */
function sumQuads(number: number, iterations: number): number {
  let sum = 0;
  let base = number;
  for (let count = 0; count < iterations; count += 1) {
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
    run: (task) =>
      task % workloads.powers.variants === 0
        ? sumSquares(number, iterations)
        : sumQuads(number, iterations),
  };
}
