import { findOutliers } from '@analysis/stats/outliers';
import { describe, expect, it } from 'vitest';

describe('findOutliers', () => {
  it('marks what lies far from the median, above and below', () => {
    expect(findOutliers([100, 101, 99, 150, 102, 98, 20])).toEqual([3, 6]);
  });

  it('draws the line at 3.5 of the modified z-score', () => {
    // Median 100, MAD 1: the line is at a deviation of 3.5 / 0.6745 = 5.189.
    const with_ = (last: number): number[] => [98, 99, 100, 101, 99, 101, 100, last];
    expect(findOutliers([...with_(105.19), 100])).toEqual([7]);
    expect(findOutliers([...with_(105.18), 100])).toEqual([]);
  });

  it('takes the mean deviation where more than half are the same', () => {
    // Mean deviation 10 / 8, so 10 is 8 · 0.797885 = 6.4 of its units.
    expect(findOutliers([5, 5, 5, 5, 5, 5, 5, 15])).toEqual([7]);
    // Two of 8, each 4 · 0.797885 = 3.19 units off.
    expect(findOutliers([5, 5, 5, 5, 5, 5, 15, 15])).toEqual([]);
  });

  it('marks nothing where all are the same, and nothing among fewer than 5', () => {
    expect(findOutliers([7, 7, 7, 7, 7, 7])).toEqual([]);
    expect(findOutliers([100, 101, 102, 900])).toEqual([]);
    expect(findOutliers([])).toEqual([]);
  });

  it('does not depend on the unit', () => {
    const values = [100, 101, 99, 150, 102, 98];
    expect(findOutliers(values.map((value) => value * 1e6))).toEqual(findOutliers(values));
  });
});
