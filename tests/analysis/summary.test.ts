import { median, quantile, summarise } from '@analysis/summary';
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

describe('summarise', () => {
  it('gives the textbook deviation', () => {
    // A common example of the median absolute deviation: the deviations are 0 0 1 1 2 4 7.
    expect(summarise([1, 1, 2, 2, 4, 6, 9])).toEqual({ n: 7, median: 2, mad: 1, min: 1, max: 9 });
  });

  it('is not moved by one outlier', () => {
    expect(summarise([10, 11, 12, 13, 1e9])).toMatchObject({ median: 12, mad: 1 });
  });

  it('takes one figure for what it is', () => {
    expect(summarise([3.5])).toEqual({ n: 1, median: 3.5, mad: 0, min: 3.5, max: 3.5 });
  });

  it('is absent without figures', () => {
    expect(summarise([])).toBeUndefined();
  });
});
