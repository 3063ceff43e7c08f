import { coverage, medianInterval } from '@analysis/stats/median-interval';
import { ratioOfMedians, upperRatio } from '@analysis/stats/ratio-interval';
import { describe, expect, it } from 'vitest';

describe('medianInterval', () => {
  it('is the narrowest of order statistics that is sure enough, with its true coverage', () => {
    // Ranks of R's `qbinom(0.025, n, 0.5)` for 95 %; coverages of the binomial distribution.
    const ranks = { 6: 1, 8: 1, 9: 2, 11: 2, 12: 3, 15: 4, 20: 6, 30: 10 };
    for (const [text, rank] of Object.entries(ranks)) {
      const count = Number(text);
      const values = Array.from({ length: count }, (_, index) => index + 1);
      expect(medianInterval(values)).toEqual({ low: rank, high: count + 1 - rank });
      expect(coverage(rank, count)).toBeGreaterThanOrEqual(0.95);
    }
    expect(coverage(2, 9)).toBeCloseTo(0.9609375, 12);
  });

  it('is the range of 3 to 5 figures, which says how sure it is', () => {
    expect(medianInterval([2, 1, 3])).toEqual({ low: 1, high: 3, confidence: 0.75 });
    expect(medianInterval([5, 1, 4, 2, 3])).toEqual({ low: 1, high: 5, confidence: 0.9375 });
  });

  it('is absent with fewer than 3 figures, and does not depend on their order', () => {
    expect(medianInterval([1, 2])).toBeUndefined();
    expect(medianInterval([5, 1, 4, 2, 3, 9, 7])).toEqual(medianInterval([1, 2, 3, 4, 5, 7, 9]));
  });
});

describe('ratioOfMedians', () => {
  it('has the interval of the test turned round: Hodges and Lehmann, on logarithms', () => {
    // Shifts of the Mann–Whitney interval for 5 against 5 end at the 3rd of 25 pairs from either end.
    const one = [2, 4, 8, 16, 32];
    const other = [1, 1, 1, 1, 1];
    expect(ratioOfMedians(one, other)).toEqual({ ratio: 8, low: 2, high: 32 });
    const spread = ratioOfMedians([10, 11, 12, 13, 14], [1, 1.1, 1.2, 1.3, 1.4]);
    const pairs = [10, 11, 12, 13, 14]
      .flatMap((above) => [1, 1.1, 1.2, 1.3, 1.4].map((below) => above / below))
      .sort((a, b) => a - b);
    expect(spread?.low).toBe(pairs[2]);
    expect(spread?.high).toBe(pairs[22]);
  });

  it('is the range of all pairs where no test of so few reaches 5 %', () => {
    const estimate = ratioOfMedians([30, 31, 33], [10, 10.5, 12]);
    expect(estimate).toEqual({ ratio: 31 / 10.5, low: 2.5, high: 3.3, confidence: 0.9 });
  });

  it('does not depend on the unit', () => {
    const inNs = ratioOfMedians([30, 31, 33], [10, 11, 12]);
    const inMs = ratioOfMedians([30e6, 31e6, 33e6], [10e6, 11e6, 12e6]);
    expect(inMs?.low).toBeCloseTo(inNs?.low ?? 0, 12);
  });

  it('has no interval with fewer than 3 on a side, or where a pair divides by 0', () => {
    expect(ratioOfMedians([4, 4, 4], [2, 2])).toEqual({ ratio: 2 });
    expect(ratioOfMedians([4, 4, 4], [0, 2, 2])).toEqual({ ratio: 2 });
  });

  it('is absent where a side is empty or the ratio is not finite', () => {
    expect(ratioOfMedians([], [1, 2, 3])).toBeUndefined();
    expect(ratioOfMedians([1, 2, 3], [0, 0, 0])).toBeUndefined();
  });

  it('ends at 60 times against 60 near the normal approximation', () => {
    const times = Array.from({ length: 60 }, (_, index) => Math.exp(index / 100));
    const estimate = ratioOfMedians(times, times);
    expect(estimate?.ratio).toBe(1);
    // sd of the shift: 60 uniform steps of 0.01 have one of 0.173; times √(π/3) · √(2/60) · 1.96.
    expect(Math.log(estimate?.high ?? 0)).toBeGreaterThan(0.05);
    expect(Math.log(estimate?.high ?? 0)).toBeLessThan(0.085);
  });
});

describe('upperRatio', () => {
  it('is above the largest pair but for 5 in 100', () => {
    expect(upperRatio([1, 1.1, 1.2], [1, 1, 1])).toBe(1.2);
    expect(upperRatio([1, 1], [1, 1])).toBe(Infinity);
  });
});
