import { describe, expect, it } from 'vitest';
import { decadeEnds, isDecade, suitableScale } from '@present/scales/scale';

describe('axis', () => {
  it('is linear while figures can be compared on it', () => {
    expect(suitableScale([3.4, 6.8, 6.9])).toBe('linear');
    expect(suitableScale([])).toBe('linear');
    expect(suitableScale([0, 0])).toBe('linear');
  });

  it('is logarithmic where serial is a thousand times smaller', () => {
    expect(suitableScale([0.006, 60, 90])).toBe('log');
  });

  it('ends at powers of ten that enclose the figures', () => {
    expect(decadeEnds([0.23, 152])).toEqual({ min: 0.1, max: 1000 });
    expect(decadeEnds([1, 10])).toEqual({ min: 1, max: 10 });
    expect(decadeEnds([5])).toEqual({ min: 1, max: 10 });
    expect(decadeEnds([10])).toEqual({ min: 10, max: 100 });
    expect(decadeEnds([0])).toEqual({ min: 1, max: 10 });
  });

  it('ticks 1, 10, 100 and nothing between', () => {
    expect([0.001, 0.01, 1, 10, 1000].every(isDecade)).toBe(true);
    expect([2, 5, 20, 0.03].some(isDecade)).toBe(false);
  });
});
