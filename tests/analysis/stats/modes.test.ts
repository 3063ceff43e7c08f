import { findGroups } from '@analysis/stats/modes';
import { seededShares } from '@analysis/stats/random';
import { describe, expect, it } from 'vitest';

const low = [100, 101, 103, 104, 99, 102, 100, 101];
const high = [130, 131, 129, 132];

describe('findGroups', () => {
  it('finds two groups with nothing between, in any order', () => {
    const found = findGroups([...high, ...low]);
    expect(found).toEqual([
      { count: 8, median: 101, min: 99, max: 104 },
      { count: 4, median: 130.5, min: 129, max: 132 },
    ]);
    expect(findGroups([...low, ...high])).toEqual(found);
  });

  it('takes fewer than a quarter for outliers', () => {
    expect(findGroups([...low, ...low, ...high])).toBeUndefined();
  });

  it('needs 12 figures', () => {
    expect(findGroups([...low.slice(0, 7), ...high])).toBeUndefined();
  });

  it('needs a gap wider than the groups', () => {
    expect(findGroups([...low, 134, 131, 129, 165])).toBeUndefined();
  });

  it('does not tell groups less than 5 % apart', () => {
    const near = (offset: number): number[] => [
      ...new Array<number>(8).fill(100),
      ...new Array<number>(8).fill(100 + offset),
    ];
    expect(findGroups(near(4.9))).toBeUndefined();
    expect(findGroups(near(5))).toHaveLength(2);
  });

  it('finds none where all are the same', () => {
    expect(findGroups(new Array<number>(12).fill(5))).toBeUndefined();
  });

  const next = seededShares(6);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

  it.each([
    ['exponential', () => 1 - Math.log(1 - next())],
    ['normal', () => 1 + 0.1 * normal()],
    ['log-normal', () => Math.exp(0.5 * normal())],
  ])('splits one %s distribution as seldom as it says', (_, draw) => {
    const found = (count: number): number =>
      Array.from({ length: 1000 }, () => Array.from({ length: count }, draw)).filter(
        (values) => findGroups(values) !== undefined,
      ).length;
    // Of the exponential 30 are expected, with a standard deviation of 5.4.
    expect(found(12)).toBeLessThan(50);
    expect(found(20)).toBeLessThan(10);
  });

  it('mostly finds two that are there', () => {
    const draw = (_: unknown, i: number): number => (i % 2 === 0 ? 1 : 1.2) + 0.02 * normal();
    const found = Array.from({ length: 200 }, () => Array.from({ length: 16 }, draw)).filter(
      (values) => findGroups(values) !== undefined,
    );
    expect(found.length).toBeGreaterThan(160);
  });
});
