import { expect, it } from 'vitest';
import { medianHeadWidth } from '@renderer/charts/median-chart';

const bars = (...labels: readonly string[]) => ({
  bars: labels.map((label) => ({
    id: label,
    strategy: 'serial' as const,
    label,
    median: 1,
    text: '1',
  })),
});

/** About the mean width of a character at 12 px. */
const character = 6;

it('makes room for the longest name, and never less than for Node.js ones', () => {
  const usual = medianHeadWidth(bars('serial 1', 'hybrid 4×2'));
  expect(medianHeadWidth(bars())).toBe(usual);
  const long = 'py 3.12 process pool forkserver 16';
  const wide = medianHeadWidth(bars('serial 1', long));
  expect(wide).toBeGreaterThan(usual);
  expect(wide).toBeGreaterThanOrEqual(22 + long.length * character);
});
