// Makes figures of the result of a break-even search at two tasks: a size, or the bound it reached.
import { figureOf } from '@analysis/claims/figure';
import { median } from '@analysis/stats/quantile';
import type { BreakEven } from '@shared/report/break-even';
import type { ClaimNote } from '@shared/claims/claim-notes';
import type { Figure } from '@shared/claims/claims';
import type { NamedCell } from '@shared/experiment/cells';
import { strategyRecords } from '@shared/experiment/strategies';
import type { Report } from '@shared/report/report';

type Searched = Pick<Report, 'breakEven'>;

const strategies = ['threads', 'processes'] as const;

type Strategy = (typeof strategies)[number];

const tasks = 2;

/** The largest measured size of a task at which a strategy was not faster than serial by its median. */
function notFasterAt({ points, cells }: BreakEven, strategy: Strategy): number | undefined {
  const sizes = points.flatMap((point) => {
    const timeOf = (cell: string): number | undefined =>
      median(point.times.find((one) => one.cell === cell)?.coldNs ?? []);
    const own = timeOf(cells[strategy]);
    const serial = timeOf(cells.serial);
    if (point.tasks !== tasks || own === undefined || serial === undefined) return [];
    return own < serial ? [] : [point.taskNs];
  });
  return sizes.length === 0 ? undefined : Math.max(...sizes);
}

const workers = 2;

const labelOf = (strategy: (typeof strategies)[number]): NamedCell => {
  const topology = strategyRecords[strategy].topology(workers);
  return { strategy, workers, topology, placement: 'host' };
};

/**
 * Quantity `pays-from`: the smallest size of each of two tasks, measured, from which a strategy is faster than
 * serial. Where none was found, `pays-not-up-to`: the largest at which it was measured not to be.
 */
export function paysFigures({ breakEven }: Searched): readonly Figure[] {
  if (breakEven === undefined) return [];
  const crossings = breakEven.columns.find((column) => column.tasks === tasks)?.crossings ?? [];
  return strategies.flatMap((strategy) => {
    const crossing = crossings.find((one) => one.strategy === strategy);
    const found = crossing?.fromNs;
    const value = found ?? crossing?.belowNs ?? notFasterAt(breakEven, strategy);
    if (value === undefined) return [];
    const raw = {
      quantity: found === undefined ? 'pays-not-up-to' : 'pays-from',
      ...{ variant: strategy, label: labelOf(strategy), strategy, x: workers },
      unit: 'ns',
      values: [value],
    } as const;
    return figureOf(raw, 'node') ?? [];
  });
}

/** Returns what ended a search before it was done. */
export function notesOfSearch({ breakEven }: Searched): readonly ClaimNote[] {
  if (breakEven === undefined || breakEven.status === 'done') return [];
  return [{ kind: 'search-ended', by: breakEven.status === 'budget' ? 'budget' : 'stop' }];
}
