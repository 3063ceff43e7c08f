import { studentTails } from '@analysis/stats/student';
import { expect, it } from 'vitest';

it('gives the published two-sided points of t', () => {
  // Abramowitz & Stegun, table 26.10: the t that 5 % (and 1 %) lie beyond.
  const points: readonly (readonly [number, number, number])[] = [
    [1, 12.706, 0.05],
    [2, 4.303, 0.05],
    [3, 3.182, 0.05],
    [4, 4.604, 0.01],
    [10, 2.228, 0.05],
    [12, 3.055, 0.01],
    [60, 2.0, 0.05],
  ];
  for (const [degrees, t, tails] of points) expect(studentTails(t, degrees)).toBeCloseTo(tails, 3);
  expect(studentTails(0, 5)).toBe(1);
  expect(studentTails(Infinity, 5)).toBe(0);
});
