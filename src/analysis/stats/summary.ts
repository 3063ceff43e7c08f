// Summarises a list of times. Its middle is the median, because times are skewed: a trial can only be disturbed
// towards slower.
import type { Summary } from '@shared/report/report';
import { medianInterval } from './bootstrap';
import { ascending, mean, quantile, quantileOfSorted } from './quantile';

/**
 * Count, mean, median with its 95 % interval (absent with fewer than 3 figures), median absolute
 * deviation (unscaled), least, most and percentiles, in the figures' unit; absent without figures.
 */
export function summarise(values: readonly number[]): Summary | undefined {
  const average = mean(values);
  if (average === undefined) return undefined;
  const sorted = ascending(values);
  const at = (share: number): number => quantileOfSorted(sorted, share);
  const middle = at(0.5);
  return {
    n: sorted.length,
    mean: average,
    median: middle,
    mad: quantile(
      values.map((value) => Math.abs(value - middle)),
      0.5,
    ),
    min: at(0),
    max: at(1),
    p5: at(0.05),
    p25: at(0.25),
    p75: at(0.75),
    p95: at(0.95),
    ...medianInterval(values),
  };
}
