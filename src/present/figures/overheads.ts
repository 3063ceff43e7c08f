// What each way costs by itself: the same number of tasks that do nothing, by the same path. Pure.
import type { Interval } from '@analysis/stats/bootstrap';
import type { ResultRow } from './views';
import type { CellReport } from '@shared/report/report';
import type { StrategyKind } from '@shared/experiment/strategies';

export interface Overhead {
  readonly id: string;
  readonly strategy: StrategyKind;
  readonly label: string;
  readonly trials: number;
  /** Median cold time of the empty tasks, and its 95 % interval. */
  readonly coldNs: number;
  readonly interval?: Interval;
  /** Median warm time of the empty tasks. */
  readonly warmNs?: number;
  readonly perTaskNs: number;
  /** `coldNs` over the cell's own median cold time; above 1 where that was shorter. */
  readonly share?: number;
}

/** One for each row whose cell was run with empty tasks, in the rows' order. */
export function overheads(
  rows: readonly ResultRow[],
  cells: readonly CellReport[],
  tasks: number,
): readonly Overhead[] {
  return rows.flatMap(({ id, strategy, label }): Overhead[] => {
    const cell = cells.find((one) => one.id === id);
    const cold = cell?.empty?.cold;
    if (cell === undefined || cold === undefined) return [];
    const { n, median, low, high, confidence } = cold;
    const warm = cell.empty?.warm;
    return [
      {
        id,
        strategy,
        label,
        trials: n,
        coldNs: median,
        perTaskNs: median / tasks,
        ...(low !== undefined &&
          high !== undefined && {
            interval: { low, high, ...(confidence !== undefined && { confidence }) },
          }),
        ...(warm !== undefined && { warmNs: warm.median }),
        ...(cell.medianColdNs !== undefined && { share: median / cell.medianColdNs }),
      },
    ];
  });
}
