// What the trials themselves say against a verdict: those that failed, and ways with too few.
import { formatCount } from '@shared/base/format';
import type { CellReport } from '@shared/report/report';
import { threadsCannot } from '@shared/experiment/threads-cannot';
import { leastTrials } from '../stats/bootstrap';
import { failedAmong, trialTimes } from '../cells/cells';
import { isComparable } from '../cells/choice';
import { measured, sentence, type Sentence } from './clauses';
import { nameCell } from '@shared/words/names';
import { listCells } from './words';

const timed = ({ trials }: CellReport): number => trialTimes(trials, 'cold').length;

/** How many of the way's trials failed; empty where none did. */
export function sayFailed(cell: CellReport): Sentence {
  const failed = failedAmong(cell.trials);
  const [first] = failed;
  if (first === undefined) return [];
  return sentence(
    `Of the trials of ${nameCell(cell)}, `,
    measured(
      `${failed.length} of ${failed.length + timed(cell)} failed`,
      'warnings',
      cell,
      first.status,
    ),
    '.',
  );
}

/** Why a way can't run this work by its nature; undefined where nothing says so. */
export function unfitness({ trials }: CellReport): string | undefined {
  const reasons = failedAmong(trials).map(({ evidence }) => threadsCannot(evidence?.message ?? ''));
  const [first] = reasons;
  return reasons.every((reason) => reason === first) ? first : undefined;
}

/** Ways that can't run the work by their nature, with the reason; empty where there are none. */
export function sayUnfit(cells: readonly CellReport[]): Sentence {
  const unfit = cells.filter((cell) => unfitness(cell) !== undefined);
  const [first] = unfit;
  if (first === undefined) return [];
  const reason = (unfitness(first) ?? '').replace(/^Threads/, 'threads').replace(/\.$/, '');
  return sentence(
    measured(
      listCells(unfit, nameCell),
      'warnings',
      unfit.length === 1 ? first : undefined,
      'failed',
    ),
    ` can't run this work: ${reason}.`,
  );
}

/** Ways that were measured too seldom to be compared; empty where there are none. */
export function sayLeftOut(cells: readonly CellReport[]): Sentence {
  const few = cells.filter((cell) => !isComparable(cell, 'cold') && unfitness(cell) === undefined);
  if (few.length === 0) return [];
  const most = Math.max(...few.map(timed));
  const detail = `${few.length === 1 ? '' : 'at most '}${formatCount(most, 'trial')} that ended well`;
  const [only] = few.length === 1 ? few : [];
  return sentence(
    `Left out, with fewer than ${leastTrials} trials: `,
    measured(listCells(few, nameCell), 'warnings', only, detail),
    '.',
  );
}
