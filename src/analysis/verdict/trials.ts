// Finds what limits a verdict in the trials themselves: those that failed, and cells with too few.
import { threadsCannot } from '@shared/report/threads-cannot';
import type { Failure, FailureHint, ThreadsCannot } from '@shared/report/failures';
import type { CellReport } from '@shared/report/report';
import type { FactOf } from '@shared/report/verdict';
import { failedAmong, trialTimes } from '../cells/cells';
import { isComparable } from '../cells/choice';
import { minTrials } from '../stats/bootstrap';

const timed = ({ trials }: CellReport): number => trialTimes(trials, 'cold').length;

const idsOf = (cells: readonly CellReport[]): string[] => cells.map(({ id }) => id);

/** Returns how many of the cell's trials failed; nothing where none did. */
export function findFailed(cell: CellReport): readonly FactOf<'failed'>[] {
  const failed = failedAmong(cell.trials);
  const [first] = failed;
  if (first === undefined) return [];
  const trials = failed.length + timed(cell);
  return [{ kind: 'failed', cell: cell.id, failed: failed.length, trials, status: first.status }];
}

/** Why a cell can't run this work by its nature; undefined where nothing says so. */
export function unfitness({ trials }: CellReport): ThreadsCannot | undefined {
  const reasons = failedAmong(trials).map(({ evidence }) => limitOf(evidence?.failure));
  const [first] = reasons;
  const key = JSON.stringify(first);
  return reasons.every((reason) => JSON.stringify(reason) === key) ? first : undefined;
}

/** Returns what threads can't do, where a failure says so. */
function limitOf(failure: Failure | undefined): ThreadsCannot | undefined {
  if (failure?.code === 'text') return threadsCannot(failure.args.text);
  return failure?.hints?.find(isThreadsCannot);
}

const isThreadsCannot = (hint: FailureHint): hint is ThreadsCannot =>
  hint.code === 'thread-folder' || hint.code === 'thread-call' || hint.code === 'thread-add-on';

/** Cells that can't run the work by their nature, with the reason; nothing where there are none. */
export function findUnsupported(cells: readonly CellReport[]): readonly FactOf<'unfit'>[] {
  const unfit = cells.filter((cell) => unfitness(cell) !== undefined);
  const reason = unfit[0] === undefined ? undefined : unfitness(unfit[0]);
  return reason === undefined ? [] : [{ kind: 'unfit', cells: idsOf(unfit), reason }];
}

/** Cells that were measured too seldom to be compared; nothing where there are none. */
export function findLeftOut(cells: readonly CellReport[]): readonly FactOf<'left-out'>[] {
  const few = cells.filter((cell) => !isComparable(cell, 'cold') && unfitness(cell) === undefined);
  if (few.length === 0) return [];
  const most = Math.max(...few.map(timed));
  return [{ kind: 'left-out', cells: idsOf(few), least: minTrials, most }];
}
