// How sure a median, or the ratio of two, is: the percentile bootstrap. Trials are drawn again with
// replacement, the figure is computed of each draw, and the middle 95 % of those is the interval.
// B. Efron, R. Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13.
import type { RatioEstimate } from '@shared/report';
import { ascending, median, quantileOfSorted } from './quantile';
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

/**
 * Draws as many figures as there are, with replacement, and takes the median, again and again. The
 * draws are counted by rank, so that the middle ones are found without sorting.
 */
function medianDrawer(values: readonly number[], next: () => number): () => number {
  const sorted = ascending(values);
  const { length } = sorted;
  const drawn = new Uint32Array(length);
  const drawnAt = (place: number): number => {
    let rank = 0;
    for (let seen = drawn[0] as number; seen <= place; seen += drawn[rank] as number) rank += 1;
    return sorted[rank] as number;
  };
  return () => {
    drawn.fill(0);
    for (let i = 0; i < length; i += 1) {
      const rank = Math.floor(next() * length);
      drawn[rank] = (drawn[rank] as number) + 1;
    }
    return (drawnAt((length - 1) >> 1) + drawnAt(length >> 1)) / 2;
  };
}

/** The middle 95 % of a figure that was computed of every draw. */
export function middleOf(figures: ArrayLike<number>): Interval {
  const statistics = Float64Array.from(figures).sort();
  const tail = (1 - confidence) / 2;
  return {
    low: quantileOfSorted(statistics, tail),
    high: quantileOfSorted(statistics, 1 - tail),
  };
}

function percentileInterval(draw: () => number): Interval {
  return middleOf(Float64Array.from({ length: draws }, draw));
}

/** The medians of lists that are drawn again together, 2,000 times over: `[draw][list]`. */
export function drawMedians(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const next = seededShares(seed);
  const drawers = lists.map((values) => medianDrawer(values, next));
  return Array.from({ length: draws }, () => drawers.map((draw) => draw()));
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
