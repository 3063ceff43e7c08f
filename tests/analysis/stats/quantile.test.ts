import { mean, median, quantile } from '@analysis/stats/quantile';
import { describe, expect, it } from 'vitest';

describe('quantile', () => {
  // R: quantile(1:10, c(.25, .5, .9)), whose default is definition 7.
  it.each([
    [0.25, 3.25],
    [0.5, 5.5],
    [0.9, 9.1],
    [0, 1],
    [1, 10],
  ])('of 1 to 10 at %d is %d', (share, expected) => {
    expect(quantile([10, 3, 1, 2, 5, 4, 9, 8, 7, 6], share)).toBeCloseTo(expected, 12);
  });

  it('sorts by value, not by text', () => {
    expect(quantile([100, 20, 3], 0)).toBe(3);
  });

  it('throws where there is nothing', () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });
});

describe('median', () => {
  it('is the middle figure, or the mean of two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 7])).toBe(6);
  });

  it('is absent without figures', () => {
    expect(median([])).toBeUndefined();
  });
});

describe('mean', () => {
  it('is the sum over the count, absent without figures', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([])).toBeUndefined();
  });
});
