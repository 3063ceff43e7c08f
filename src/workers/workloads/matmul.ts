// Matrix product: two square matrices of doubles, multiplied row by row.
import { workloads } from '@shared/experiment/workloads';
import { fold } from './checksum';
import { param, type LoadedWorkload, type WorkloadContext } from './context';
import { taskState, xorshift32 } from './random';

/** Fills a matrix with whole numbers below 16, so that every sum of products is exact. */
function fill(matrix: Float64Array, state: number): number {
  let drawn = state;
  for (let index = 0; index < matrix.length; index += 1) {
    drawn = xorshift32(drawn);
    matrix[index] = drawn >>> 28;
  }
  return drawn;
}

/** The product, rows one after another. The innermost loop walks along rows, as memory lies. */
function multiply(left: Float64Array, right: Float64Array, size: number): Float64Array {
  const product = new Float64Array(size * size);
  for (let row = 0; row < size * size; row += size) {
    for (let inner = 0; inner < size; inner += 1) {
      const factor = left[row + inner] as number;
      const from = inner * size;
      for (let column = 0; column < size; column += 1) {
        product[row + column] =
          (product[row + column] as number) + factor * (right[from + column] as number);
      }
    }
  }
  return product;
}

/** The checksum folds the product's elements, row by row. */
export function create(context: WorkloadContext): LoadedWorkload {
  const size = param(context, 'size');
  return {
    run: (task) => {
      const left = new Float64Array(size * size);
      const right = new Float64Array(size * size);
      const state = fill(left, taskState(context.seed, task % workloads.matmul.variants));
      fill(right, state);
      return multiply(left, right, size).reduce(fold, 0) >>> 0;
    },
  };
}
