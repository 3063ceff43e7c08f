// Computes how precisely a cell's median is known, which decides whether the cell is repeated once more.
import { coverage, medianInterval, usualConfidence } from './median-interval';
import { median } from './quantile';

/**
 * Looks after each trial make a narrow interval likelier by chance, so what decides is a little surer than
 * what is told: 97 %. Simulated with lognormal times of 0.5 to 5 % spread, of the intervals told after
 * repeating until ±2 % (6 to 15 trials) 95.7 to 97.1 % hold the median
 * (tests/analysis/coverage.test.ts).
 */
const stoppingConfidence = 0.97;

/**
 * Half the interval of the median over the median: 0.02 where the median is known to ±2 %. Times in any
 * unit, in any order. With 3 to 5 times it is half their range. Absent with fewer than 3 and where the
 * median is not above 0.
 */
export function relativeHalfWidth(
  times: readonly number[],
  confidence?: number,
): number | undefined {
  const interval = medianInterval(times, confidence);
  const middle = median(times);
  if (interval === undefined || middle === undefined || !(middle > 0)) return undefined;
  return (interval.high - interval.low) / 2 / middle;
}

/**
 * Returns whether the median of `times` is known to ±`precision` of itself (0.02: ±2 %); never with fewer than 6
 * times, whose range holds it less often than in 95 of 100.
 */
export function isPrecise(times: readonly number[], precision: number): boolean {
  if (coverage(1, times.length) < usualConfidence) return false;
  return (relativeHalfWidth(times, stoppingConfidence) ?? Infinity) <= precision;
}
