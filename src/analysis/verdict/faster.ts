// The verdict's first sentences where a way is faster than serial.
import { formatRatio } from '@shared/base/format';
import type { CellReport } from '@shared/report/report';
import { isFaster, type Choice } from '../cells/choice';
import { intervalDetail, listParts, measured, sentence, type Sentence } from './clauses';
import { wayOf } from '@shared/words/ways';
import { capitalise, nameCell, takes } from '@shared/words/names';
import { asLong, coldRatio, memoryPart, sayEquals, timeOf, type Statement } from './words';
import { familyOf } from '@shared/experiment/strategies';

/** The fastest way of another strategy or placement that is slower than the chosen one. */
function runnerUp({ cell, ranking }: Choice): Sentence {
  const next = ranking.find(
    (other) =>
      familyOf(other.strategy) !== 'serial' &&
      wayOf(other) !== wayOf(cell) &&
      isFaster(cell, other, 'cold'),
  );
  if (next === undefined) return [];
  return sentence(
    `${capitalise(nameCell(next))} ${takes(next)} `,
    ...listParts([asLong(next, cell), ...memoryPart(next, cell)]),
    '.',
  );
}

/** The chosen way is faster than serial. */
export function stateFaster(choice: Choice, serial: CellReport): Statement {
  const { cell } = choice;
  const ratio = coldRatio(serial, cell);
  const headline = sentence(
    { text: `Use ${nameCell(cell)}:`, strong: true },
    ' ',
    measured(`${formatRatio(ratio.ratio)} faster than serial`, 'row', cell, intervalDetail(ratio)),
    `, ${timeOf(cell)} instead of ${timeOf(serial)}, cold.`,
  );
  const sentences = [headline, runnerUp(choice), sayEquals(choice)];
  return { kind: 'faster', cell, ratio, sentences, about: cell, serial };
}
