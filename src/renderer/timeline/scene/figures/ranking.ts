// The ranking while a run goes on: each cell's median so far, the fastest first.
import { summarise } from '@analysis/stats/summary';
import type { Cell } from '@shared/experiment/cells';
import { niceStep } from '@present/scales/axis';
import { isMeasured, type TrialFact } from '../../../model/trial-facts';

/** Which time a ranking is about. */
export type RankingBasis = 'cold' | 'warm';

export interface RankingRow {
  readonly cell: Cell;
  /** Trials that count. */
  readonly trials: number;
  readonly medianNs: number | undefined;
  readonly lowNs: number;
  readonly highNs: number;
}

export interface Ranking {
  readonly rows: readonly RankingRow[];
  /** Ticks of the rows' common scale, from 0; its end is the last. */
  readonly ticksNs: readonly number[];
  readonly trials: number;
}

/** The cells by their median; those with no trial that counts come last, in their own order. */
export function rankCells(
  cells: readonly Cell[],
  trials: readonly TrialFact[],
  basis: RankingBasis,
): Ranking {
  const measured = trials.filter(isMeasured);
  const rows = cells.map((cell): RankingRow => {
    const times = measured
      .filter((trial) => trial.cell === cell.id)
      .flatMap((trial) => (basis === 'cold' ? trial.coldNs : trial.warmNs) ?? []);
    const summary = summarise(times);
    return {
      cell,
      trials: times.length,
      medianNs: summary?.median,
      lowNs: summary?.min ?? 0,
      highNs: summary?.max ?? 0,
    };
  });
  rows.sort((a, b) => (a.medianNs ?? Infinity) - (b.medianNs ?? Infinity) || 0);
  const most = Math.max(0, ...rows.map(({ highNs }) => highNs));
  return { rows, ticksNs: scaleTicks(most), trials: measured.length };
}

/** Ticks of the scale below its end, which is the greatest value itself. */
function scaleTicks(most: number): readonly number[] {
  if (most <= 0) return [];
  const step = niceStep(most, 2);
  const count = Math.floor(most / step + 1e-9);
  return Array.from({ length: count + 1 }, (_, n) => n * step);
}
