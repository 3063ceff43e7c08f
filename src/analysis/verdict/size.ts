// The verdict's end: with which size and number of tasks the answer would change.
import type { BreakEven, Crossing } from '@shared/report/break-even';
import { formatCount, formatDuration } from '@shared/base/format';
import type { Clause } from '@shared/report/verdict';
import type { CellReport, Verdict } from '@shared/report/report';
import { trialTimes } from '../cells/cells';
import { measured, sentence, words, type Sentence } from './clauses';
import { capitalise, nameCell } from '@shared/words/names';
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

/** The way that pays with the shortest tasks, and how short those are. */
function firstToPay({
  crossings,
}: Column): { readonly way: Crossing['strategy']; readonly ns: number } | undefined {
  return crossings
    .flatMap(({ strategy, fromNs }) =>
      fromNs === undefined ? [] : [{ way: strategy, ns: fromNs }],
    )
    .sort((one, other) => one.ns - other.ns)[0];
}

const countTasks = (tasks: number): string => formatCount(tasks, 'task');

/** `under 2 ms a task`; where it was found at another number of tasks, with that: the size depends on it. */
function ofSize(preposition: string, ns: number, after: string, tasks: number, own: Own): string {
  const size = `${preposition} ${formatDuration(ns)}`;
  return tasks === own.tasks
    ? `${size} a task${after}`
    : `with ${countTasks(tasks)} ${size} each${after}`;
}

function fromSearch(text: string, detail: string): Clause {
  return measured(text, 'break-even', undefined, detail);
}

/** `a` or `a or b`, and then what holds there; empty where there is no condition. */
function ifEither(conditions: readonly Clause[], then: string): Sentence {
  const [first, ...others] = conditions;
  if (first === undefined) return [];
  return sentence(
    { ...first, text: capitalise(first.text) },
    ...others.flatMap((other) => [words(' or '), other]),
    `, ${then}.`,
  );
}

/** Workers pay here: where they would not. */
function whereNeither(breakEven: BreakEven, own: Own): Sentence {
  const column = nearestColumn(breakEven, own.tasks);
  const upTo = column && neitherUpTo(column);
  const fewer = breakEven.columns.findLast(
    (other) => other.tasks < own.tasks && (neitherUpTo(other) ?? 0) >= own.taskNs,
  );
  const conditions = [
    ...(column !== undefined && upTo !== undefined && upTo < own.taskNs
      ? [fromSearch(ofSize('under', upTo, '', column.tasks, own), `at ${countTasks(column.tasks)}`)]
      : []),
    ...(fewer === undefined
      ? []
      : [
          fromSearch(
            `with ${countTasks(fewer.tasks)} of this size`,
            `neither up to ${formatDuration(neitherUpTo(fewer) ?? Number.NaN)} a task`,
          ),
        ]),
  ];
  return ifEither(conditions, 'use neither');
}

/** Workers do not pay here: where they would. */
function whereWorkers(breakEven: BreakEven, own: Own): Sentence {
  const column = nearestColumn(breakEven, own.tasks);
  const first = column && firstToPay(column);
  const more = breakEven.columns.find(
    (other) => other.tasks > own.tasks && (firstToPay(other)?.ns ?? Infinity) <= own.taskNs,
  );
  const paying = more && firstToPay(more);
  const conditions = [
    ...(column !== undefined && first !== undefined && first.ns > own.taskNs
      ? [
          fromSearch(
            ofSize('from', first.ns, ' on', column.tasks, own),
            `${first.way}, at ${countTasks(column.tasks)}`,
          ),
        ]
      : []),
    ...(more === undefined || paying === undefined
      ? []
      : [
          fromSearch(
            `with ${countTasks(more.tasks)} of this size`,
            `${paying.way}, from ${formatDuration(paying.ns)} a task on`,
          ),
        ]),
  ];
  return ifEither(conditions, 'workers are faster');
}

/** The same from what starting costs, where it was measured with empty tasks. */
function fromOverhead(
  kind: Verdict['kind'],
  serial: CellReport,
  own: Own,
  facts: RunFacts,
): Sentence {
  const least = findLeastTask(facts.cells, serial, own.tasks, facts.machine);
  if (least === undefined || least.taskNs > own.taskNs === (kind === 'faster')) return [];
  const { cell, taskNs, startNs } = least;
  const detail = `${nameCell(cell)}: ${formatDuration(startNs)} with ${countTasks(own.tasks)} that do nothing`;
  const bound = (text: string): Clause => measured(text, 'overhead', cell, detail);
  return kind === 'faster'
    ? sentence(
        'Under ',
        bound(`about ${formatDuration(taskNs)} a task`),
        ', by the measured cost of starting, use neither.',
      )
    : sentence(
        'By the measured cost of starting, a task must take ',
        bound(`at least about ${formatDuration(taskNs)}`),
        ' for workers to pay.',
      );
}

/**
 * With which tasks the answer would be another: as the search for the break-even found it, or where
 * it found nothing, from the measured cost of starting. Empty where neither tells, or contradicts what
 * was measured.
 */
export function saySize(kind: Verdict['kind'], serial: CellReport, facts: RunFacts): Sentence {
  const { tasks } = facts.experiment;
  const { breakEven } = facts;
  const serialNs = median(trialTimes(serial.trials, 'warm'));
  if (serialNs === undefined) return [];
  const own = { tasks, taskNs: serialNs / tasks };
  // A search that was ended before it found anything leaves no column.
  if (breakEven === undefined || breakEven.columns.length === 0) {
    return fromOverhead(kind, serial, own, facts);
  }
  return kind === 'faster' ? whereNeither(breakEven, own) : whereWorkers(breakEven, own);
}
