// Overhead: what each strategy costs with as many tasks that do nothing, by the same path. Pure.
import { intervalOf, type Interval } from '@analysis/stats/bootstrap';
import { defined } from '@shared/base/defined';
import { formatDuration, formatShare, groupDigits, notKnown } from '../locale/format';
import type { Report, CellReport } from '@shared/report/report';
import { list } from '../messages/list';
import { message } from '../messages/message';
import { resultRows, writeInterval, type ResultRow } from './views';
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

/** Absent where there is no cold time to compare with, or one of 0. */
const shareOf = (emptyNs: number, coldNs = 0): Pick<Overhead, 'share'> =>
  coldNs > 0 ? { share: emptyNs / coldNs } : {};

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
    const { n, median } = cold;
    const warm = cell.empty?.warm;
    return [
      {
        id,
        strategy,
        label,
        trials: n,
        coldNs: median,
        perTaskNs: median / tasks,
        ...defined({ interval: intervalOf(cold), warmNs: warm?.median }),
        ...shareOf(median, cell.medianColdNs),
      },
    ];
  });
}

/** The columns of an overhead's texts, in the order of the table, with the messages of their heads. */
const heads = {
  cold: 'overhead-cold',
  interval: 'overhead-interval',
  perTask: 'overhead-per-task',
  warm: 'overhead-warm',
  trials: 'overhead-trials',
  share: 'overhead-share',
} as const;

export type OverheadColumn = keyof typeof heads;

export const overheadColumns = Object.keys(heads) as readonly OverheadColumn[];

/** The head of a column. */
export const overheadHead = (column: OverheadColumn): string => message(heads[column]);

/** Its figures as text. Each time has its own unit: serial costs a thousandth of a strategy with workers. */
export function overheadTexts(one: Overhead): Readonly<Record<OverheadColumn, string>> {
  return {
    cold: formatDuration(one.coldNs),
    interval:
      one.interval === undefined
        ? notKnown()
        : writeInterval(one.interval, formatDuration, 'words'),
    perTask: formatDuration(one.perTaskNs),
    warm: one.warmNs === undefined ? notKnown() : formatDuration(one.warmNs),
    trials: groupDigits(one.trials),
    share: one.share === undefined ? notKnown() : formatShare(one.share),
  };
}

/** All in a sentence, the fastest cell first; absent where no empty tasks were run. */
export function overheadLine({ cells, experiment: { tasks } }: Report): string | undefined {
  const known = overheads(resultRows(cells), cells, tasks).map((one) =>
    message('overhead-one', { label: one.label, time: overheadTexts(one).cold }),
  );
  return known.length === 0 ? undefined : message('overhead-line', { tasks, cells: list(known) });
}
