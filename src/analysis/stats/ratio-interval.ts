// Computes the interval of the ratio of two lists of times: the ratios that the Mann–Whitney test does not reject.
// J. L. Hodges, E. L. Lehmann, "Estimates of Location Based on Rank Tests", The Annals of Mathematical Statistics
// 34 (1963), on logarithms: a shift of those is a ratio of times. So the interval and the test's answer never
// disagree.
import { defined } from '@shared/base/defined';
import type { RatioEstimate } from '@shared/report/report';
import { criticalU } from './mann-whitney';
import { minTrials, usualConfidence } from './median-interval';
import { ascending, median } from './quantile';

/** Every figure of the one over every figure of the other, the smallest first. */
function pairRatios(one: readonly number[], other: readonly number[]): Float64Array {
  return ascending(one.flatMap((above) => other.map((below) => above / below)));
}

/** Returns how often the range of all pairs holds the ratio: unless all of the one lie on one side. */
function rangeConfidence(one: number, other: number): number {
  let splits = 1;
  for (let i = 1; i <= Math.min(one, other); i += 1) splits *= (Math.max(one, other) + i) / i;
  return 1 - 2 / splits;
}

/**
 * The ratio of two medians with its 95 % interval. Where figures are too few for one (3 against 3 or 4)
 * it is the range of all pairs, with the `confidence` that has; it is absent with fewer than 3 figures on a
 * side. Absent altogether where a side has no figures or the ratio is not finite.
 */
export function ratioOfMedians(
  numerator: readonly number[],
  denominator: readonly number[],
): RatioEstimate | undefined {
  const ratio = (median(numerator) ?? Number.NaN) / (median(denominator) ?? Number.NaN);
  if (!Number.isFinite(ratio)) return undefined;
  const [one, other] = [numerator.length, denominator.length];
  if (Math.min(one, other) < minTrials) return { ratio };
  const sorted = pairRatios(numerator, denominator);
  const critical = criticalU(one, other, (1 - usualConfidence) / 2);
  const outside = Math.max(0, critical);
  const low = Math.min(ratio, sorted[outside] ?? Number.NaN);
  const high = Math.max(ratio, sorted[sorted.length - 1 - outside] ?? Number.NaN);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return { ratio };
  const confidence = critical < 0 ? rangeConfidence(one, other) : undefined;
  return { ratio, low, high, ...defined({ confidence }) };
}

/**
 * Returns what the ratio of the one's times to the other's is at most, but for 5 in 100. Infinite where the figures
 * are too few to say, below 3 on a side.
 */
export function upperRatio(one: readonly number[], other: readonly number[]): number {
  if (Math.min(one.length, other.length) < minTrials) return Infinity;
  const critical = criticalU(one.length, other.length, 1 - usualConfidence);
  if (critical < 0) return Infinity;
  const sorted = pairRatios(one, other);
  return sorted[sorted.length - 1 - critical] ?? Infinity;
}
