// Whether two ways take different times, judged the same way everywhere.
import type { RatioEstimate } from '@shared/report';
import { ratioOfMedians } from './bootstrap';

/** A smaller difference of medians is noise, however sure it looks. */
export const noiseThreshold = 0.02;

export interface Comparison {
  /** Median of the one over median of the other. */
  readonly ratio: RatioEstimate;
  /** The figures show a difference. */
  readonly differs: boolean;
}

function rangesOverlap(one: readonly number[], other: readonly number[]): boolean {
  return Math.min(...one) <= Math.max(...other) && Math.min(...other) <= Math.max(...one);
}

/**
 * Compares two lists of times. They differ where the medians are at least 2 % apart and the 95 %
 * interval of their ratio excludes 1; with fewer than 3 times on a side, where the ranges do not
 * overlap. Absent where a side is empty or the ratio is not finite.
 */
export function compareTimes(
  one: readonly number[],
  other: readonly number[],
): Comparison | undefined {
  const ratio = ratioOfMedians(one, other);
  if (ratio === undefined) return undefined;
  const { low, high } = ratio;
  const apart =
    low === undefined || high === undefined ? !rangesOverlap(one, other) : low > 1 || high < 1;
  return { ratio, differs: apart && Math.abs(ratio.ratio - 1) >= noiseThreshold };
}
