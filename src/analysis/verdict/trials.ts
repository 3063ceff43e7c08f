// Finds what limits a verdict in the trials themselves: those that failed, and cells with too few.
import { threadLimitIn } from '@shared/report/by-nature';
import { isNatureLimit, type Failure, type NatureLimit } from '@shared/report/failures';
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
export function unfitness({ trials }: CellReport): NatureLimit | undefined {
  const reasons = failedAmong(trials).map(({ evidence }) => limitOf(evidence?.failure));
  const [first] = reasons;
  const key = JSON.stringify(first);
  return reasons.every((reason) => JSON.stringify(reason) === key) ? first : undefined;
}

/** Returns what a strategy can't do, where a failure says so. */
function limitOf(failure: Failure | undefined): NatureLimit | undefined {
  if (failure?.code === 'text') return threadLimitIn(failure.args.text);
  return failure?.hints?.find(isNatureLimit);
}

/** Cells that can't run the work by their nature, by the reason; nothing where there are none. */
export function findUnsupported(cells: readonly CellReport[]): readonly FactOf<'unfit'>[] {
  const byReason = new Map<string, { reason: NatureLimit; cells: string[] }>();
  for (const cell of cells) {
    const reason = unfitness(cell);
    if (reason === undefined) continue;
    const key = JSON.stringify(reason);
    const found = byReason.get(key) ?? { reason, cells: [] };
    found.cells.push(cell.id);
    byReason.set(key, found);
  }
  return [...byReason.values()].map((found) => ({ kind: 'unfit', ...found }));
}

/** Cells that were measured too seldom to be compared; nothing where there are none. */
export function findLeftOut(cells: readonly CellReport[]): readonly FactOf<'left-out'>[] {
  const few = cells.filter((cell) => !isComparable(cell, 'cold') && unfitness(cell) === undefined);
  if (few.length === 0) return [];
  const most = Math.max(...few.map(timed));
  return [{ kind: 'left-out', cells: idsOf(few), least: minTrials, most }];
}
