// Decides whether two strategies take different times, by one rule everywhere.
import type { Answer, CellComparison, RatioEstimate } from '@shared/report/findings';
import { minTrials, ratioOfMedians } from './bootstrap';
import { minP, mannWhitney } from './mann-whitney';
import { median } from './quantile';

/** A smaller difference of medians is noise, however sure it looks. */
export const noiseThreshold = 0.02;

/** A difference that chance alone would give more often than this is not called one. */
export const significance = 0.05;

/** What the figures say, without how sure the ratio is. */
export interface DifferenceTest {
  /** How the one is against the other: `faster` where it takes less time. */
  readonly answer: Answer;
  /** Two-sided p of the Mann–Whitney test; absent with fewer than 3 times on a side. */
  readonly p?: number;
}

export interface Comparison extends DifferenceTest {
  /** Median of the one over median of the other. */
  readonly ratio: RatioEstimate;
}

function rangesOverlap(one: readonly number[], other: readonly number[]): boolean {
  return Math.min(...one) <= Math.max(...other) && Math.min(...other) <= Math.max(...one);
}

/**
 * Returns whether two lists of times differ. The one is faster or slower where the larger median is at least
 * 2 % above the smaller, the two-sided Mann–Whitney test rejects at 5 % that the lists are alike, and
 * its ranks lean in the same direction as the medians (of skewed times they need not). 3 times against 3 or 4
 * cannot reach 5 % (their smallest p is 0.1 and 0.057): there the ranges must not overlap, which those
 * of equal strategies do that often by chance. With fewer than 3 on a side no difference is found. Turned
 * round, the answer is the opposite one.
 */
export function judgeTimes(one: readonly number[], other: readonly number[]): DifferenceTest {
  const test = Math.min(one.length, other.length) < minTrials ? undefined : mannWhitney(one, other);
  if (test === undefined) return { answer: 'no-difference' };
  const { p, u } = test;
  const apart =
    minP(one.length, other.length) < significance ? p < significance : !rangesOverlap(one, other);
  const [own, others] = [median(one) ?? Number.NaN, median(other) ?? Number.NaN];
  const matters = Math.max(own, others) >= Math.min(own, others) * (1 + noiseThreshold);
  const ranksLean = Math.sign(u - (one.length * other.length) / 2);
  if (!apart || !matters || ranksLean !== Math.sign(own - others)) {
    return { answer: 'no-difference', p };
  }
  return { answer: own < others ? 'faster' : 'slower', p };
}

/**
 * As {@link judgeTimes}, with the ratio of the medians and its interval. Absent where a side is empty
 * or the ratio is not finite.
 */
export function compareTimes(
  one: readonly number[],
  other: readonly number[],
): Comparison | undefined {
  const ratio = ratioOfMedians(one, other);
  return ratio === undefined ? undefined : { ratio, ...judgeTimes(one, other) };
}

/** The same as a report holds it: against the cell with this id. */
export function compareWith(
  cell: string,
  own: readonly number[],
  others: readonly number[],
): CellComparison | undefined {
  const comparison = compareTimes(own, others);
  if (comparison === undefined) return undefined;
  const { ratio, ...judgement } = comparison;
  return { cell, ...ratio, ...judgement };
}
