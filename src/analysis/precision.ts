// How precisely a cell's median is known: what decides whether it is repeated once more.
import { medianInterval } from './bootstrap';
import { median } from './quantile';

/**
 * Half the 95 % bootstrap interval of the median over the median: 0.02 where the median is known to
 * ±2 %. Times in any unit, in any order. Absent with fewer than 3 times and where the median is not
 * above 0. The interval of a few times reaches from one of them to another, so it shrinks in
 * steps; with 3 to 5 it is as wide as all of them, or nearly.
 */
export function relativeHalfWidth(times: readonly number[]): number | undefined {
  const interval = medianInterval(times);
  const middle = median(times);
  if (interval === undefined || middle === undefined || !(middle > 0)) return undefined;
  return (interval.high - interval.low) / 2 / middle;
}

/**
 * Whether the median of `times` is known to ±`precision` of itself (0.02: ±2 %); never with fewer
 * than 3 times.
 */
export function isPrecise(times: readonly number[], precision: number): boolean {
  return (relativeHalfWidth(times) ?? Infinity) <= precision;
}
