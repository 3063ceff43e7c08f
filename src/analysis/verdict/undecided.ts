// The verdict where nothing can be decided: what is missing, and what to do.
import type { CellReport } from '@shared/report/report';
import { leastTrials } from '../stats/bootstrap';
import type { Choice } from '../cells/choice';
import { sentence } from './clauses';
import { nameCell } from '@shared/words/names';
import { listCells, timeOf, withTime, type Statement } from './words';
import { familyOf } from '@shared/experiment/strategies';

function undecided(why: string): Statement {
  return {
    kind: 'undecided',
    sentences: [sentence({ text: 'Not decided:', strong: true }, ` ${why}`)],
  };
}

/** Serial is all that has a time. */
export function sayOnlySerial(serial: CellReport, cells: readonly CellReport[]): Statement {
  const remedy =
    cells.length === 1
      ? 'Add another way to compare it with.'
      : 'No trial of another way ended well.';
  return undecided(`only serial was measured, ${timeOf(serial)}, cold. ${remedy}`);
}

/** Nothing has a time, or serial has none to set the others against. */
export function sayMissing(choice: Choice | undefined, cells: readonly CellReport[]): Statement {
  if (choice === undefined) return undecided('no measured trial ended well.');
  const remedy = cells.some(({ strategy }) => familyOf(strategy) === 'serial')
    ? 'No trial of serial ended well, so what it gains is not known.'
    : 'Add serial to the experiment to know what it gains.';
  const [first = choice.cell] = choice.ranking;
  return undecided(`${nameCell(first)} came first, ${timeOf(first)}, cold. ${remedy}`);
}

/** Serial, or every other way, has too few trials to be compared. */
export function sayTooFew({ ranking }: Choice): Statement {
  return undecided(
    `that takes at least ${leastTrials} trials of each way. ` +
      `Fastest so far: ${listCells(ranking, withTime)}, cold.`,
  );
}
