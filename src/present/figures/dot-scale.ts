// The scale of the table's dot plot: near the best, with what lies beyond as arrows. Pure.
import type { ResultRow } from './views';
import { niceStep } from '../scales/axis';

export interface DotScale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** A cell whose median is this many times the best is off the scale. */
const beyond = 3;
const margin = 0.06;
const mostTicks = 4;

/** The scale in ns over all trials of the rows near the best; absent where no row has a time. */
export function dotScale(rows: readonly ResultRow[]): DotScale | undefined {
  const medians = rows.flatMap(({ cold }) => (cold === undefined ? [] : [cold.median]));
  const best = Math.min(...medians);
  if (!Number.isFinite(best)) return undefined;
  const near = rows.filter(({ cold }) => cold !== undefined && cold.median <= best * beyond);
  const times = near.flatMap((row) => row.times.map(({ ns }) => ns));
  const least = Math.min(...times);
  const most = Math.max(...times);
  const room = (most - least) * margin || most * margin;
  const from = Math.max(0, least - room);
  const to = most + room;
  const step = niceStep(to - from, mostTicks);
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step + 1e-9) - first + 1;
  return { from, to, ticks: Array.from({ length: count }, (_, n) => (first + n) * step) };
}

/** Where a time lies, 0 to 1; outside that it's off the scale. */
export function place(ns: number, scale: DotScale): number {
  return (ns - scale.from) / (scale.to - scale.from);
}

/** Offsets between -1 and 1 that keep neighbouring dots apart; the same for the same index. */
export function scatterOffset(index: number): number {
  const offsets = [0, 0.7, -0.7, 0.35, -0.35, 1, -1];
  return offsets[index % offsets.length] ?? 0;
}
