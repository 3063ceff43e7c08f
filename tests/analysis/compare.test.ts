import { compareTimes } from '@analysis/compare';
import { describe, expect, it } from 'vitest';

describe('compareTimes', () => {
  it('finds a clear difference', () => {
    expect(compareTimes([20, 21, 20.5], [10, 10.2, 10.1])).toMatchObject({ differs: true });
  });

  it('finds none where the interval holds 1', () => {
    expect(compareTimes([10, 12, 14], [9, 11.5, 15])).toMatchObject({ differs: false });
  });

  it('takes a sure difference below 2 % for noise', () => {
    const comparison = compareTimes([101, 101, 101], [100, 100, 100]);
    expect(comparison?.ratio).toEqual({ ratio: 1.01, low: 1.01, high: 1.01 });
    expect(comparison?.differs).toBe(false);
  });

  it('compares the ranges of fewer than 3 trials', () => {
    expect(compareTimes([20], [10, 11])).toEqual({ ratio: { ratio: 20 / 10.5 }, differs: true });
    expect(compareTimes([10.9, 15], [10, 11])).toMatchObject({ differs: false });
  });

  it('is absent where a side has no times', () => {
    expect(compareTimes([], [1])).toBeUndefined();
  });
});
