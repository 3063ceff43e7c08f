// The verdict's end: with which size and number of tasks the answer would change.
import { defined } from '@shared/base/defined';
import type { BreakEven, Crossing } from '@shared/report/break-even';
import type { CellReport } from '@shared/report/report';
import type { FactOf, Verdict } from '@shared/report/verdict';
import { trialTimes } from '../cells/cells';
import { findLeastTask } from '../cells/overhead';
import { median } from '../stats/quantile';
import type { RunFacts } from '../cells/records';

type Column = BreakEven['columns'][number];

interface Own {
  readonly tasks: number;
  readonly taskNs: number;
}

/** The column whose number of tasks is nearest, as a ratio. */
function nearestColumn({ columns }: BreakEven, tasks: number): Column | undefined {
  const apart = (column: Column): number => Math.abs(Math.log(column.tasks / tasks));
  return [...columns].sort((one, other) => apart(one) - apart(other))[0];
}

/** The size of a task up to which neither threads nor processes pay, where that was found of both. */
function neitherUpTo({ crossings }: Column): number | undefined {
  const sizes = crossings.map(({ belowNs }) => belowNs ?? 0);
  const least = Math.min(...sizes);
  return sizes.length === 2 && least > 0 ? least : undefined;
}

/** The strategy that pays with the shortest tasks, and how short those are. */
function firstToPay({
  crossings,
}: Column): { readonly strategy: Crossing['strategy']; readonly ns: number } | undefined {
  return crossings
    .flatMap(({ strategy, fromNs }) => (fromNs === undefined ? [] : [{ strategy, ns: fromNs }]))
    .sort((one, other) => one.ns - other.ns)[0];
}

/** Where the answer is another: tasks of another size, or another number of them. */
type OtherTasks = Pick<FactOf<'other-tasks'>, 'size' | 'number'>;

/** Workers pay here: where they would not. */
function whereNeither(breakEven: BreakEven, own: Own): OtherTasks {
  const column = nearestColumn(breakEven, own.tasks);
  const upTo = column && neitherUpTo(column);
  const fewer = breakEven.columns.findLast(
    (other) => other.tasks < own.tasks && (neitherUpTo(other) ?? 0) >= own.taskNs,
  );
  const fewerNs = fewer && neitherUpTo(fewer);
  return defined({
    size:
      column !== undefined && upTo !== undefined && upTo < own.taskNs
        ? { taskNs: upTo, tasks: column.tasks, ownTasks: column.tasks === own.tasks }
        : undefined,
    number:
      fewer === undefined || fewerNs === undefined
        ? undefined
        : { taskNs: fewerNs, tasks: fewer.tasks },
  });
}

/** Workers do not pay here: where they would. */
function whereWorkers(breakEven: BreakEven, own: Own): OtherTasks {
  const column = nearestColumn(breakEven, own.tasks);
  const first = column && firstToPay(column);
  const more = breakEven.columns.find(
    (other) => other.tasks > own.tasks && (firstToPay(other)?.ns ?? Infinity) <= own.taskNs,
  );
  const paying = more && firstToPay(more);
  return defined({
    size:
      column !== undefined && first !== undefined && first.ns > own.taskNs
        ? {
            taskNs: first.ns,
            tasks: column.tasks,
            strategy: first.strategy,
            ownTasks: column.tasks === own.tasks,
          }
        : undefined,
    number:
      more === undefined || paying === undefined
        ? undefined
        : { taskNs: paying.ns, tasks: more.tasks, strategy: paying.strategy },
  });
}

/** The same from what starting costs, where it was measured with empty tasks. */
function fromOverhead(
  kind: Verdict['kind'],
  serial: CellReport,
  own: Own,
  facts: RunFacts,
): readonly FactOf<'other-size'>[] {
  const least = findLeastTask(facts.cells, serial, own.tasks, facts.machine);
  if (least === undefined || least.taskNs > own.taskNs === (kind === 'faster')) return [];
  const { cell, taskNs, startNs } = least;
  const answer = kind === 'faster' ? 'neither' : 'workers';
  return [{ kind: 'other-size', answer, cell: cell.id, taskNs, startNs, tasks: own.tasks }];
}

/**
 * With which tasks the answer would be another: as the search for the break-even found it, or where
 * it found nothing, from the measured cost of starting. Nothing where neither gives an answer, or contradicts what
 * was measured.
 */
export function findOtherSize(
  kind: Verdict['kind'],
  serial: CellReport,
  facts: RunFacts,
): readonly (FactOf<'other-tasks'> | FactOf<'other-size'>)[] {
  const { tasks } = facts.experiment;
  const { breakEven } = facts;
  const serialNs = median(trialTimes(serial.trials, 'warm'));
  if (serialNs === undefined) return [];
  const own = { tasks, taskNs: serialNs / tasks };
  // A search that was ended before it found anything leaves no column.
  if (breakEven === undefined || breakEven.columns.length === 0) {
    return fromOverhead(kind, serial, own, facts);
  }
  const found = kind === 'faster' ? whereNeither(breakEven, own) : whereWorkers(breakEven, own);
  if (found.size === undefined && found.number === undefined) return [];
  const answer = kind === 'faster' ? 'neither' : 'workers';
  return [{ kind: 'other-tasks', answer, ...found }];
}
