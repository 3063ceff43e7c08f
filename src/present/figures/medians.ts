// Computes the chart of medians: one bar per cell and one dot per trial, in the table's unit. Pure.
import type { ResultRow } from './views';
import { defined } from '@shared/base/defined';
import { timeColumn } from '../locale/format';
import type { StrategyKind } from '@shared/experiment/strategies';
import { scatterOffset } from './dot-plot';

export interface MedianBar {
  readonly id: string;
  readonly strategy: StrategyKind;
  readonly label: string;
  readonly median: number;
  /** The median as the table writes it. */
  readonly text: string;
  /** 95 % interval of the median. */
  readonly interval?: readonly [number, number];
}

export interface TrialDot {
  readonly x: number;
  /** The bar's index, moved a little so that dots don't hide each other. */
  readonly y: number;
  readonly trial: number;
  readonly strategy: StrategyKind;
  readonly outlier: boolean;
}

export interface MedianData {
  readonly unit: string;
  readonly bars: readonly MedianBar[];
  readonly dots: readonly TrialDot[];
}

const jitter = 0.22;

/** Bars in the rows' order; rows without a time are left out. */
export function medianData(rows: readonly ResultRow[]): MedianData {
  const timed = rows.flatMap((row) =>
    row.summary === undefined ? [] : [{ ...row, summary: row.summary }],
  );
  const { unit, unitNs, write } = timeColumn(timed.map(({ summary }) => summary.median));
  return {
    unit,
    bars: timed.map(({ id, strategy, label, summary, interval }) => ({
      id,
      strategy,
      label,
      median: summary.median / unitNs,
      text: write(summary.median),
      ...defined({
        interval: interval && ([interval.low / unitNs, interval.high / unitNs] as const),
      }),
    })),
    dots: timed.flatMap(({ strategy, times }, bar) =>
      times.map(({ trial, ns, outlier }, index) => ({
        x: ns / unitNs,
        y: bar + jitter * scatterOffset(index),
        trial,
        strategy,
        outlier,
      })),
    ),
  };
}
