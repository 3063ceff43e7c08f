// The verdict's first sentences where serial is the way to use: the others are slower, or no
// difference was found.
import type { CellReport } from '@shared/report/report';
import { isComparable, isFaster, type Choice } from '../cells/choice';
import { listParts, sentence, type Sentence } from './clauses';
import { nameCell, takes } from '@shared/words/names';
import {
  asLong,
  coldRatio,
  equalsOf,
  listCells,
  memoryPart,
  sayEquals,
  timeOf,
  withTime,
  type Statement,
} from './words';
import { familyOf } from '@shared/experiment/strategies';
import { wayOf } from '@shared/words/ways';

/** The fastest cell of each strategy and placement that has workers, the fastest first. */
function bestOfEach(ranking: readonly CellReport[]): readonly CellReport[] {
  return ranking.filter(
    (cell, place) =>
      familyOf(cell.strategy) !== 'serial' &&
      familyOf(cell.strategy) !== 'async' &&
      ranking.findIndex((other) => wayOf(other) === wayOf(cell)) === place,
  );
}

function beaten(cell: CellReport, serial: CellReport): Sentence {
  return sentence(`${nameCell(cell)} ${takes(cell)} ${timeOf(cell)}, `, ...asLong(cell, serial));
}

/** All of them are slower; `neither` only where threads and processes both are. */
function stateBeaten(
  choice: Choice,
  serial: CellReport,
  about: CellReport,
  slower: readonly CellReport[],
): Statement {
  const both = ['threads', 'processes'].flatMap(
    (strategy) => slower.find((cell) => familyOf(cell.strategy) === strategy) ?? [],
  );
  const told = [about, ...both.filter((cell) => cell !== about)];
  const headline = sentence(
    { text: both.length === 2 ? 'Use neither:' : 'Use serial:', strong: true },
    ` serial takes ${timeOf(serial)} cold`,
    ...told.flatMap((cell) => ['; ', ...beaten(cell, serial)]),
    '.',
  );
  const sentences = [headline, sayEquals(choice)];
  const ratio = coldRatio(serial, about);
  return { kind: 'neither', cell: serial, ratio, sentences, about, serial };
}

function stateAlike(choice: Choice, serial: CellReport, about: CellReport): Statement {
  const sentences = [
    sentence(
      { text: 'No difference found', strong: true },
      ` between ${listCells([serial, ...equalsOf(choice)], withTime)}, cold.`,
    ),
    sentence(
      `Against ${nameCell(about)}, serial takes `,
      ...listParts([asLong(serial, about, about), ...memoryPart(serial, about)]),
      '.',
    ),
  ];
  const ratio = coldRatio(serial, about);
  return { kind: 'no-difference', cell: serial, ratio, sentences, about, serial };
}

/** Serial is the choice. The best of each strategy is set against it, or async where no other is. */
export function stateSerial(choice: Choice, serial: CellReport): Statement {
  const others = choice.ranking.filter((cell) => cell !== serial && isComparable(cell, 'cold'));
  const best = bestOfEach(others);
  const candidates = best.length > 0 ? best : others.slice(0, 1);
  const equals = equalsOf(choice);
  const alike = candidates.find((cell) => equals.includes(cell));
  if (alike !== undefined) return stateAlike(choice, serial, alike);
  const slower = candidates.filter((cell) => isFaster(serial, cell, 'cold'));
  const [about] = slower;
  if (about === undefined) throw new Error('serial was chosen though a way is faster');
  return stateBeaten(choice, serial, about, slower);
}
