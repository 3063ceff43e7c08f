// The table's dot plot: every trial a dot, on a scale near the best; what lies beyond it is an arrow. Pure.
import { defined } from '@shared/base/defined';
import { formatDuration, type TimeColumn } from '../locale/format';
import { message } from '../messages/message';
import { ticksWithin } from '../scales/linear-scale';
import type { ResultRow } from './views';

export interface DotScale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** A cell whose median is this many times the best is off the scale. */
const beyond = 3;
const margin = 0.06;
const maxTicks = 4;

/** The scale in ns over all trials of the rows near the best; absent where no row has a time. */
export function dotScale(rows: readonly ResultRow[]): DotScale | undefined {
  const medians = rows.flatMap(({ summary }) => (summary === undefined ? [] : [summary.median]));
  const best = Math.min(...medians);
  if (!Number.isFinite(best)) return undefined;
  const near = rows.filter(
    ({ summary }) => summary !== undefined && summary.median <= best * beyond,
  );
  const times = near.flatMap((row) => row.times.map(({ ns }) => ns));
  const least = Math.min(best, ...times);
  const most = Math.max(best, ...times);
  const room = (most - least) * margin || most * margin;
  const from = Math.max(0, least - room);
  const to = most + room;
  return { from, to, ticks: ticksWithin(from, to, maxTicks) };
}

/** Returns where a time lies, 0 to 1; outside that it's off the scale. */
export function place(ns: number, scale: DotScale): number {
  return (ns - scale.from) / (scale.to - scale.from);
}

/** Offsets between -1 and 1 that keep neighbouring dots apart; the same for the same index. */
export function scatterOffset(index: number): number {
  const offsets = [0, 0.7, -0.7, 0.35, -0.35, 1, -1];
  return offsets[index % offsets.length] ?? 0;
}

/** One trial: where it stands along the scale, 0 to 1, and how far from the row's middle, -1 to 1. */
export interface Dot {
  readonly trial: number;
  readonly at: number;
  readonly offset: number;
  readonly outlier: boolean;
  /** `trial 4: 1.20 ms, an outlier`. */
  readonly text: string;
}

/** A row of the plot; places are shares of the scale. */
export interface DotRow {
  readonly median: number;
  /** Where the median is off the scale: its figure, beside an arrow instead of dots. */
  readonly off?: string;
  readonly dots: readonly Dot[];
  /** The median's interval, as far as the scale goes. */
  readonly band?: { readonly from: number; readonly to: number };
  /** A trial or the interval goes on past the end of the scale. */
  readonly cut: boolean;
}

/** Returns what to draw of a row; absent where it has no time. `column` writes the figure of one off the scale. */
export function dotRow(row: ResultRow, scale: DotScale, column: TimeColumn): DotRow | undefined {
  const { summary, interval, times } = row;
  if (summary === undefined) return undefined;
  const median = place(summary.median, scale);
  const within = (ns: number): number => Math.min(1, Math.max(0, place(ns, scale)));
  return {
    median,
    ...defined({ off: median > 1 ? column.write(summary.median) : undefined }),
    dots: times.flatMap(({ trial, ns, outlier }, index): Dot[] => {
      const at = place(ns, scale);
      if (at > 1) return [];
      const values = { number: trial + 1, time: formatDuration(ns) };
      const text = message(outlier ? 'dot-outlier' : 'dot-trial', values);
      return [{ trial, at, offset: scatterOffset(index), outlier, text }];
    }),
    ...defined({ band: interval && { from: within(interval.low), to: within(interval.high) } }),
    cut: [interval?.high ?? 0, ...times.map(({ ns }) => ns)].some((ns) => place(ns, scale) > 1),
  };
}
