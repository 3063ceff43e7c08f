import { rankTies } from '@analysis/stats/ranks';
import { describe, expect, it } from 'vitest';

describe('rankTies', () => {
  it("ranks in the figures' order, from 1", () => {
    expect(rankTies([30, 10, 20])).toEqual({ ranks: [3, 1, 2], ties: [] });
  });

  it('gives equal figures the mean of their ranks', () => {
    expect(rankTies([5, 7, 5, 9, 7, 7])).toEqual({ ranks: [1.5, 4, 1.5, 6, 4, 4], ties: [2, 3] });
  });

  it('takes no figures', () => {
    expect(rankTies([])).toEqual({ ranks: [], ties: [] });
  });
});
