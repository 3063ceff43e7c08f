import { describe, expect, it } from 'vitest';
import { linearScale, ticksWithin } from '@present/scales/linear-scale';

describe('linear scale', () => {
  it('keeps values on the axis', () => {
    const { at } = linearScale(0, 10, 100, 200);
    expect([at(0), at(5), at(10), at(-1), at(99)]).toEqual([100, 150, 200, 100, 200]);
  });

  it('takes an axis without length', () => {
    expect(linearScale(5, 5, 0, 100).at(5)).toBe(0);
  });

  it('ticks at round values within the axis', () => {
    expect(ticksWithin(0, 8, 4)).toEqual([0, 2, 4, 6, 8]);
    expect(ticksWithin(1.93, 3.31, 4)).toEqual([2, 2.5, 3]);
    expect(ticksWithin(5, 5, 4)).toEqual([]);
    expect(ticksWithin(0, Number.NaN, 4)).toEqual([]);
  });
});
