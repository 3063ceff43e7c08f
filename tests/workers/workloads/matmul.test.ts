import { describe, expect, it } from 'vitest';
import { drawNumbers, firstState, polynomial } from './independent';
import { runTasks } from './run-task';

/** The product's elements, each as the sum its definition says, in whole numbers. */
function product(size: number, seed: number, variant: number): number[] {
  const elements = drawNumbers(firstState(seed, variant), 2 * size * size).map((drawn) =>
    Math.floor(drawn / 2 ** 28),
  );
  const at = (matrix: number, row: number, column: number): number =>
    elements[matrix * size * size + row * size + column] ?? NaN;
  const indexes = Array.from({ length: size }, (_, index) => index);
  return indexes.flatMap((row) =>
    indexes.map((column) =>
      indexes.reduce((sum, inner) => sum + at(0, row, inner) * at(1, inner, column), 0),
    ),
  );
}

describe('matmul', () => {
  it.each([1, 2, 3, 17, 40])('of size %i agrees with the definition', async (size) => {
    const expected = [0, 1, 2, 3].map((variant) => polynomial(product(size, 5, variant)));
    expect(await runTasks('matmul', { size }, [0, 1, 2, 3], { seed: 5 })).toEqual(expected);
  });
});
