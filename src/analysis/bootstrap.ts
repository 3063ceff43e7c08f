// How sure a median, or the ratio of two, is: the percentile bootstrap. Trials are drawn again with
// replacement, the figure is computed of each draw, and the middle 95 % of those is the interval.
// B. Efron, R. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13.
import type { RatioEstimate } from '@shared/report';
import { median, quantileOfSorted } from './summary';
import { seededShares } from './random';

/** With fewer trials there is no interval. */
export const leastTrials = 3;

const draws = 2000;
const confidence = 0.95;
const seed = 1;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Draws from `sorted` with replacement and takes the median, again and again. */
function medianDrawer(values: readonly number[], next: () => number): () => number {
  const sorted = Float64Array.from(values).sort();
  const drawn = new Float64Array(sorted.length);
  return () => {
    for (let i = 0; i < drawn.length; i += 1) {
      drawn[i] = sorted[Math.floor(next() * sorted.length)] as number;
    }
    return quantileOfSorted(drawn.sort(), 0.5);
  };
}

function percentileInterval(draw: () => number): Interval {
  const statistics = Float64Array.from({ length: draws }, draw).sort();
  const tail = (1 - confidence) / 2;
  return {
    low: quantileOfSorted(statistics, tail),
    high: quantileOfSorted(statistics, 1 - tail),
  };
}

/** 95 % interval of the median, in the figures' unit; absent with fewer than 3 figures. */
export function medianInterval(values: readonly number[]): Interval | undefined {
  if (values.length < leastTrials) return undefined;
  return percentileInterval(medianDrawer(values, seededShares(seed)));
}

/**
 * The ratio of two medians with its 95 % interval; the interval is absent with fewer than 3 figures
 * on a side. Absent altogether where a side has no figures or the ratio is not finite.
 */
export function ratioOfMedians(
  numerator: readonly number[],
  denominator: readonly number[],
): RatioEstimate | undefined {
  const ratio = (median(numerator) ?? Number.NaN) / (median(denominator) ?? Number.NaN);
  if (!Number.isFinite(ratio)) return undefined;
  if (Math.min(numerator.length, denominator.length) < leastTrials) return { ratio };
  const next = seededShares(seed);
  const above = medianDrawer(numerator, next);
  const below = medianDrawer(denominator, next);
  const { low, high } = percentileInterval(() => above() / below());
  return Number.isFinite(low) && Number.isFinite(high) ? { ratio, low, high } : { ratio };
}
