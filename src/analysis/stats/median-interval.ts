// Computes the interval of a median, whatever the distribution: order statistics. The true median lies between the
// k-th least and the k-th greatest of n figures unless fewer than k of them fell on one side of it, and each falls
// there with probability 1/2: W. R. Thompson, "On Confidence Ranges for the Median and Other Expectation
// Distributions for Populations of Unknown Distribution Form", The Annals of Mathematical Statistics 7 (1936).
import { defined } from '@shared/base/defined';
import { ascending } from './quantile';

/** With fewer figures there is no interval, and not even a range. */
export const minTrials = 3;

/** What intervals are called. */
export const usualConfidence = 0.95;

export interface Interval {
  readonly low: number;
  readonly high: number;
  /** How often it holds what it is of; only where that is less often than in 95 of 100. */
  readonly confidence?: number;
}

/** The interval of an estimate that has one. */
export function intervalOf({
  low,
  high,
  confidence,
}: { readonly [K in keyof Interval]?: Interval[K] | undefined }): Interval | undefined {
  if (low === undefined || high === undefined) return undefined;
  return { low, high, ...defined({ confidence }) };
}

/** Probability that at most `most` of `count` figures lie below the median. */
function atMostBelow(most: number, count: number): number {
  let arrangements = 1;
  let sum = 0;
  for (let below = 0; below <= most; below += 1) {
    sum += arrangements;
    arrangements *= (count - below) / (below + 1);
  }
  return sum / 2 ** count;
}

/** Returns how often the interval from the `rank`-th smallest to the `rank`-th largest of `count` holds the median. */
export function coverage(rank: number, count: number): number {
  return 1 - 2 * atMostBelow(rank - 1, count);
}

/** The narrowest interval's rank; 1, the range of all, where none is as sure. */
function rankOf(count: number, confidence: number): number {
  let rank = 1;
  while (2 * (rank + 1) <= count && coverage(rank + 1, count) >= confidence) rank += 1;
  return rank;
}

/**
 * The narrowest interval of order statistics that holds the median at least that often, in the figures'
 * unit; the range of all of them, with the `confidence` it has, where they are too few for that (below 6
 * for 95 %). Absent with fewer than 3.
 */
export function medianInterval(
  values: readonly number[],
  confidence = usualConfidence,
): Interval | undefined {
  const { length } = values;
  if (length < minTrials) return undefined;
  const sorted = ascending(values);
  const rank = rankOf(length, confidence);
  const reached = coverage(rank, length);
  return {
    low: sorted[rank - 1] as number,
    high: sorted[length - rank] as number,
    ...defined({ confidence: reached < confidence ? reached : undefined }),
  };
}
