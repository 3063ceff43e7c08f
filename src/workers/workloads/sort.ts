// Sort: random numbers as doubles in a typed array, sorted by the runtime's own numeric sort.
// A typed array lies outside V8's heap, so that large lists in many threads do not meet its limit.
import { workloads } from '@shared/experiment/workloads';
import { fold } from './checksum';
import { param, type LoadedWorkload, type WorkloadContext } from './context';
import { taskState, xorshift32 } from './random';

function makeNumbers(length: number, state: number): Float64Array {
  const numbers = new Float64Array(length);
  let drawn = state;
  for (let index = 0; index < length; index += 1) {
    drawn = xorshift32(drawn);
    numbers[index] = drawn;
  }
  return numbers;
}

/** Folds the numbers in the order they stand, and last how many are not below the one before. */
function foldSorted(numbers: Float64Array): number {
  let sum = 0;
  let inOrder = 0;
  let previous = -Infinity;
  for (const number of numbers) {
    sum = fold(sum, number);
    if (number >= previous) inOrder += 1;
    previous = number;
  }
  return fold(sum, inOrder) >>> 0;
}

export function create(context: WorkloadContext): LoadedWorkload {
  const length = param(context, 'length');
  return {
    run: (task) => {
      const numbers = makeNumbers(length, taskState(context.seed, task % workloads.sort.variants));
      return foldSorted(numbers.sort());
    },
  };
}
