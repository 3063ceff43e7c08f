// A median with the spread it stands for, of values, of ratios, and of slopes.
import type { Spread } from '@shared/claims/claim-facts';
import type { Figure } from '@shared/claims/claims';
import { median } from '../stats/quantile';

export type { Spread } from '@shared/claims/claim-facts';

/** Returns the median of several values, the smallest and the largest. */
export const toSpread = ({ median, low, high }: Spread): Spread => ({ median, low, high });

/** Returns how many times a time goes into another's median, from its largest to its smallest value. */
export function gainOver({ median }: Spread, variant: Spread): Spread {
  return {
    median: median / variant.median,
    low: median / variant.high,
    high: median / variant.low,
  };
}

/**
 * The Theil–Sen slope of the medians over the number of workers: the median of the slopes between every
 * two of them, in the figure's unit per worker, with the smallest and the largest of these. Absent with fewer than two numbers of workers.
 * H. Theil (1950); P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau" (1968).
 */
export function perWorker(figures: readonly Figure[]): Spread | undefined {
  const points = figures.flatMap(({ x, median: y }) => (x === undefined ? [] : [{ x, y }]));
  const slopes = points.flatMap((one, index) =>
    points
      .slice(index + 1)
      .filter((other) => other.x !== one.x)
      .map((other) => (other.y - one.y) / (other.x - one.x)),
  );
  const middle = median(slopes);
  if (middle === undefined) return undefined;
  return { median: middle, low: Math.min(...slopes), high: Math.max(...slopes) };
}
