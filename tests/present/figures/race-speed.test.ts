import { describe, expect, it } from 'vitest';
import { factorOf, firstSpeed } from '@present/figures/race-speed';

describe('speed', () => {
  it('is true where that can be watched, and fits the race into six seconds elsewhere', () => {
    expect([firstSpeed(4e9), firstSpeed(0.3e9), firstSpeed(60e9)]).toEqual(['1', 'fit', 'fit']);
    expect(factorOf('fit', 0.3e9)).toBeCloseTo(0.05, 12);
    expect(factorOf('0.25', 1)).toBe(0.25);
  });
});
