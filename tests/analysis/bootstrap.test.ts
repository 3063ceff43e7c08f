import { medianInterval, ratioOfMedians } from '@analysis/bootstrap';
import { describe, expect, it } from 'vitest';

/** Every way to draw as many figures with replacement, each draw's median: the exact bootstrap. */
function allMedians(values: readonly number[]): readonly number[] {
  const draws = values.reduce<readonly (readonly number[])[]>(
    (found) => found.flatMap((draw) => values.map((value) => [...draw, value])),
    [[]],
  );
  const middle = (values.length - 1) / 2;
  return draws.map((draw) => {
    const sorted = draw.toSorted((a, b) => a - b);
    return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
  });
}

function exactInterval(statistics: readonly number[]): { low: number; high: number } {
  const sorted = statistics.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}

describe('medianInterval', () => {
  it.each([
    ['3 figures', [2.18, 2.14, 2.25]],
    ['4 figures', [2.18, 2.14, 2.25, 2.2]],
    ['6 figures', [2.18, 2.14, 2.25, 2.2, 2.16, 2.17]],
    ['5 figures', [2.18, 2.14, 2.25, 2.2, 2.16]],
    ['5 figures with an outlier', [2.18, 2.14, 9.9, 2.2, 2.16]],
  ])('is the exact bootstrap interval of %s', (_, values) => {
    expect(medianInterval(values)).toEqual(exactInterval(allMedians(values)));
  });

  it('reaches from the least to the most of 5 and fewer, and not of 7', () => {
    // 5 draws of 5 have 3 or more of the least in 5.8 % of all cases; 7 of 7 have 4 or more in 1.0 %.
    expect(medianInterval([5, 1, 4, 2, 3])).toEqual({ low: 1, high: 5 });
    expect(medianInterval([5, 1, 4, 2, 3, 7, 6])).toEqual({ low: 2, high: 6 });
  });

  it('is absent with fewer than 3 figures', () => {
    expect(medianInterval([1, 2])).toBeUndefined();
  });

  it('does not depend on the order of the trials', () => {
    expect(medianInterval([5, 1, 4, 2, 3, 9, 7])).toEqual(medianInterval([1, 2, 3, 4, 5, 7, 9]));
  });
});

describe('ratioOfMedians', () => {
  it('is the exact bootstrap interval of two lists of 3', () => {
    const above = [30, 31, 33];
    const below = [10, 10.5, 12];
    const ratios = allMedians(above).flatMap((one) =>
      allMedians(below).map((other) => one / other),
    );
    const exact = exactInterval(ratios);
    const estimate = ratioOfMedians(above, below);
    expect(estimate?.ratio).toBe(31 / 10.5);
    expect(estimate?.low).toBeCloseTo(exact.low, 12);
    expect(estimate?.high).toBeCloseTo(exact.high, 12);
  });

  it('does not depend on the unit', () => {
    const inNs = ratioOfMedians([30, 31, 33], [10, 11, 12]);
    const inMs = ratioOfMedians([30e6, 31e6, 33e6], [10e6, 11e6, 12e6]);
    expect(inMs?.low).toBeCloseTo(inNs?.low ?? 0, 12);
  });

  it('has no interval with fewer than 3 on a side', () => {
    expect(ratioOfMedians([4, 4, 4], [2, 2])).toEqual({ ratio: 2 });
  });

  it('is absent where a side is empty or the ratio is not finite', () => {
    expect(ratioOfMedians([], [1, 2, 3])).toBeUndefined();
    expect(ratioOfMedians([1, 2, 3], [0, 0, 0])).toBeUndefined();
  });

  it('leaves the interval out where a draw divides by 0', () => {
    expect(ratioOfMedians([4, 4, 4], [0, 2, 2])).toEqual({ ratio: 2 });
  });
});
