import { compareTimes, compareWith } from '@analysis/stats/compare';
import { seededShares } from '@analysis/stats/random';
import { describe, expect, it } from 'vitest';

/** `count` times from `from` on, each by one more. */
const times = (from: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => from + i);

describe('compareTimes', () => {
  it.each([
    ['5 against 5, apart', times(1000, 5), times(1100, 5), 'faster', 0.0079],
    ['5 against 5, the other way round', times(1100, 5), times(1000, 5), 'slower', 0.0079],
    ['4 against 4, apart', times(1000, 4), times(1100, 4), 'faster', 0.0286],
    ['3 against 5, apart', times(1000, 3), times(1100, 5), 'faster', 0.0357],
    [
      '5 against 5, one in the way',
      [1000, 1001, 1002, 1003, 1200],
      times(1100, 5),
      'no-difference',
      0.1508,
    ],
    ['10 against 10 with ties, nearly', times(1000, 10), times(1003, 10), 'no-difference', 0.0558],
    ['3 against 3, apart: the ranges decide', times(1000, 3), times(1100, 3), 'faster', 0.1],
    ['3 against 4, apart: the ranges decide', times(1000, 3), times(1100, 4), 'faster', 0.0571],
    ['3 against 3, touching', [1000, 1001, 1100], times(1100, 3), 'no-difference', 0.2],
  ] as const)('%s', (_, one, other, answer, p) => {
    const comparison = compareTimes(one, other);
    expect(comparison?.answer).toBe(answer);
    expect(comparison?.p).toBeCloseTo(p, 3);
  });

  it('takes a sure difference below 2 % for noise', () => {
    const comparison = compareTimes(times(1010, 9), times(1000, 9));
    expect(comparison?.p).toBeLessThan(0.001);
    expect(comparison?.answer).toBe('no-difference');
    expect(compareTimes([101, 101, 101], [100, 100, 100])?.ratio).toEqual({
      ratio: 1.01,
      low: 1.01,
      high: 1.01,
      confidence: 0.9,
    });
  });

  it('answers the opposite where the two are turned round, at the edge of 2 % too', () => {
    // 102 is 2 % above 100, but 100 is less than 2 % below 102.
    const [quick, slow] = [
      [99.8, 100, 100.2],
      [101.9, 102, 102.1],
    ] as const;
    expect(compareTimes(quick, slow)?.answer).toBe('faster');
    expect(compareTimes(slow, quick)?.answer).toBe('slower');
  });

  it('finds nothing where the medians say one thing and the ranks the other', () => {
    // Over half of the first are quicker than over half of the second, and yet most pairs are slower.
    const one = [...times(100, 11), ...times(900, 9)];
    const other = [...times(10, 9), ...times(500, 11)];
    const comparison = compareTimes(one, other);
    expect(comparison?.ratio.ratio).toBeLessThan(0.3);
    expect(comparison?.p).toBeLessThan(0.05);
    expect(comparison?.answer).toBe('no-difference');
  });

  it('finds a difference of medians in skewed times, which means would hide', () => {
    // The mean of the first is larger by one disturbed trial.
    const quick = [100, 101, 102, 103, 104, 105, 106, 900];
    expect(compareTimes(quick, times(120, 8))?.answer).toBe('faster');
  });

  it.each([
    [1, 1],
    [2, 5],
    [5, 2],
  ])('finds nothing from %d against %d, however far apart', (one, other) => {
    const comparison = compareTimes(times(10, one), times(1000, other));
    expect(comparison).toMatchObject({ answer: 'no-difference' });
    expect(comparison).not.toHaveProperty('p');
    expect(comparison?.ratio).not.toHaveProperty('low');
  });

  it('errs in at most one of twenty pairs of the same skewed distribution', () => {
    const next = seededShares(3);
    const draw = (): number => 100 - 40 * Math.log(1 - next());
    let found = 0;
    for (let round = 0; round < 200; round += 1) {
      const [one, other] = [Array.from({ length: 6 }, draw), Array.from({ length: 6 }, draw)];
      if (compareTimes(one, other)?.answer !== 'no-difference') found += 1;
    }
    // 4.1 % is what 6 against 6 can give; 200 draws of it have a standard deviation of 2.8.
    expect(found).toBeLessThanOrEqual(16);
  });

  it('is absent where a side has no times', () => {
    expect(compareTimes([], [1])).toBeUndefined();
  });
});

describe('compareWith', () => {
  it('is what a report holds', () => {
    const comparison = compareWith('serial-1', times(1000, 5), times(2000, 5));
    expect(comparison).toMatchObject({ cell: 'serial-1', answer: 'faster', ratio: 1002 / 2002 });
    expect(Object.keys(comparison ?? {}).sort()).toEqual([
      'answer',
      'cell',
      'high',
      'low',
      'p',
      'ratio',
    ]);
  });
});
