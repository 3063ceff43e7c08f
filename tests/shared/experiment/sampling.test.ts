import { describe, expect, it } from 'vitest';
import { coreSampleHz } from '@shared/experiment/sampling';

describe('coreSampleHz', () => {
  it.each([
    [0, 0],
    [0.5, 0.5],
    [12.5, 12.5],
    [15, 7.5],
    [25, 12.5],
    [40, 10],
    [50, 12.5],
    [80, 20],
    [100, 25],
    [200, 25],
  ])('reads the cores, at %s samples a second, %s times', (hz, cores) => {
    expect(coreSampleHz(hz)).toBe(cores);
  });

  it('is never more often than the samples, and falls on every so many of them', () => {
    for (let hz = 1; hz <= 200; hz += 1) {
      const every = hz / coreSampleHz(hz);
      expect(every).toBeCloseTo(Math.round(every), 9);
      expect(every).toBeGreaterThanOrEqual(1);
      expect(coreSampleHz(hz)).toBeLessThanOrEqual(25);
      expect(coreSampleHz(hz)).toBeGreaterThanOrEqual(Math.min(hz, 6.25));
    }
  });
});
