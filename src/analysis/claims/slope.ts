// What one more worker adds to a figure that was taken for several numbers of workers.
import type { Figure } from '@shared/claims/claims';
import { median } from '../stats/quantile';
import type { Spread } from './spread';

/**
 * The Theil–Sen slope of the medians over the number of workers: the median of the slopes between every
 * two of them, in the figure's unit per worker, with the least and the largest of these. Absent with fewer than two numbers of workers.
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
