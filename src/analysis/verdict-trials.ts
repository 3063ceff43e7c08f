// What the trials themselves say against a verdict: those that failed, and ways with too few.
import type { CellReport } from '@shared/report';
import { leastTrials } from './bootstrap';
import { failedAmong, trialTimes } from './cells';
import { isComparable } from './choice';
import { listParts, measured, sentence, type Sentence } from './clauses';
import { nameCell } from './names';

/** `2 of its 7 trials failed.`; empty where none did. */
export function sayFailed(cell: CellReport): Sentence {
  const failed = failedAmong(cell.trials);
  const [first] = failed;
  if (first === undefined) return [];
  const all = failed.length + trialTimes(cell.trials, 'cold').length;
  return sentence(
    `Of the trials of ${nameCell(cell)}, `,
    measured(`${failed.length} of ${all} failed`, 'warnings', cell, first.status),
    '.',
  );
}

/** Ways that were timed too seldom to be compared; empty where there are none. */
export function sayLeftOut(cells: readonly CellReport[]): Sentence {
  const parts = cells.flatMap((cell) => {
    const { length } = trialTimes(cell.trials, 'cold');
    return length === 0 || isComparable(cell, 'cold')
      ? []
      : [[measured(nameCell(cell), 'warnings', cell, `${length} of ${leastTrials} trials`)]];
  });
  return parts.length === 0
    ? []
    : sentence('Left out, with fewer than 3 trials: ', ...listParts(parts), '.');
}
