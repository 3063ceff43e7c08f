// What the chart of medians shows: a bar a cell and a dot a trial, in one unit. Pure.
import type { ResultRow } from '@analysis/views';
import { timeUnitFor } from '@shared/format';
import type { StrategyKind } from '@shared/strategies';
import { scatterOffset } from './dot-scale';

export interface MedianBar {
  readonly id: string;
  readonly strategy: StrategyKind;
  readonly label: string;
  readonly median: number;
  /** 95 % interval of the median. */
  readonly interval?: readonly [number, number];
}

export interface TrialDot {
  readonly x: number;
  /** The bar's index, moved a little so that dots don't hide each other. */
  readonly y: number;
  readonly trial: number;
  readonly strategy: StrategyKind;
}

export interface MedianData {
  readonly unit: string;
  readonly bars: readonly MedianBar[];
  readonly dots: readonly TrialDot[];
}

const jitter = 0.22;

/** Bars in the rows' order; rows without a time are left out. */
export function medianData(rows: readonly ResultRow[]): MedianData {
  const timed = rows.flatMap((row) => (row.cold === undefined ? [] : [{ ...row, cold: row.cold }]));
  const { unit, divisor } = timeUnitFor(Math.max(0, ...timed.map(({ cold }) => cold.max)));
  return {
    unit,
    bars: timed.map(({ id, strategy, label, cold, coldInterval }) => ({
      id,
      strategy,
      label,
      median: cold.median / divisor,
      ...(coldInterval !== undefined && {
        interval: [coldInterval.low / divisor, coldInterval.high / divisor] as const,
      }),
    })),
    dots: timed.flatMap(({ strategy, times }, bar) =>
      times.map(({ trial, ns }, index) => ({
        x: ns / divisor,
        y: bar + jitter * scatterOffset(index),
        trial,
        strategy,
      })),
    ),
  };
}
