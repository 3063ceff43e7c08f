import { isPrecise, relativeHalfWidth } from '@analysis/stats/precision';
import { seededShares } from '@analysis/stats/random';
import { describe, expect, it } from 'vitest';

describe('relativeHalfWidth', () => {
  it('is 0 of times that are all the same', () => {
    expect(relativeHalfWidth([7, 7, 7])).toBe(0);
    expect(relativeHalfWidth(new Array<number>(40).fill(7))).toBe(0);
  });

  it('is half the range over the median of 3 to 5 times', () => {
    expect(relativeHalfWidth([99, 100, 103])).toBeCloseTo(0.02, 12);
    expect(relativeHalfWidth([100, 99, 101, 110, 98])).toBeCloseTo(0.06, 12);
  });

  it('is not widened by one far time from 9 on', () => {
    const times = [97, 98, 99, 100, 101, 102, 103, 104, 900];
    expect(relativeHalfWidth(times)).toBeCloseTo((104 - 98) / 2 / 101, 12);
  });

  it('shrinks with the root of the number of times', () => {
    // Uniform from 90 to 110: the median of n has a standard error of about 10 / √n.
    const next = seededShares(2);
    const times = Array.from({ length: 400 }, () => 90 + 20 * next());
    const [few = 1, many = 1] = [relativeHalfWidth(times.slice(0, 25)), relativeHalfWidth(times)];
    expect(many).toBeCloseTo(0.0098, 2);
    expect(few / many).toBeGreaterThan(2);
    expect(few / many).toBeLessThan(8);
  });

  it('does not depend on the unit or the order', () => {
    const times = [98, 104, 100, 101, 99, 97, 105];
    const inNs = times.map((time) => time * 1e6).reverse();
    expect(relativeHalfWidth(inNs)).toBeCloseTo(relativeHalfWidth(times) ?? 0, 12);
  });

  it('is absent with fewer than 3 times, and where the median is 0', () => {
    expect(relativeHalfWidth([5, 5])).toBeUndefined();
    expect(relativeHalfWidth([0, 0, 0])).toBeUndefined();
  });
});

describe('isPrecise', () => {
  it('compares with the precision asked for', () => {
    const times = [99, 99.5, 100, 100, 102, 103];
    expect(isPrecise(times, 0.0201)).toBe(true);
    expect(isPrecise(times, 0.0199)).toBe(false);
  });

  it('is never so with fewer than 6 times, whose range is less sure than 95 %', () => {
    expect(isPrecise([5, 5, 5, 5, 5], 0.5)).toBe(false);
    expect(isPrecise([5, 5, 5, 5, 5, 5], 0.5)).toBe(true);
  });
});
