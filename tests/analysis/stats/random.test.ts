import { seededShares, xoshiro128 } from '@analysis/stats/random';
import { describe, expect, it } from 'vitest';

describe('xoshiro128', () => {
  it('gives the published sequence of the state 1 2 3 4', () => {
    const next = xoshiro128([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ]);
  });
});

describe('seededShares', () => {
  const take = (seed: number, count: number): number[] =>
    Array.from({ length: count }, seededShares(seed));

  it('repeats itself for the same seed and not for the next', () => {
    expect(take(7, 20)).toEqual(take(7, 20));
    expect(take(7, 20)).not.toEqual(take(8, 20));
  });

  it('spreads evenly from 0 up to 1', () => {
    const shares = take(1, 10_000);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...shares)).toBeLessThan(1);
    const tenths = shares.map((share) => Math.floor(share * 10));
    for (let tenth = 0; tenth < 10; tenth += 1) {
      // 1,000 expected with a standard deviation of 30.
      expect(tenths.filter((each) => each === tenth).length).toBeGreaterThan(850);
    }
  });

  it('works with seed 0', () => {
    expect(new Set(take(0, 10)).size).toBe(10);
  });
});
