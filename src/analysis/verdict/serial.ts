// The verdict's first facts where serial is the cell to use: the others are slower, or no difference was found.
import { defined } from '@shared/base/defined';
import { baseStrategyOf } from '@shared/experiment/strategies';
import type { CellReport } from '@shared/report/report';
import { variantOf } from '@shared/report/variants';
import { isComparable, isFaster, type Choice } from '../cells/choice';
import {
  coldNsOf,
  coldRatio,
  equalsOf,
  findEquals,
  setAgainst,
  withTime,
  type Statement,
} from './statement';

/** The fastest cell of each strategy and placement that has workers, the fastest first. */
function bestOfEach(ranking: readonly CellReport[]): readonly CellReport[] {
  return ranking.filter(
    (cell, place) =>
      baseStrategyOf(cell.strategy) !== 'serial' &&
      baseStrategyOf(cell.strategy) !== 'async' &&
      ranking.findIndex((other) => variantOf(other) === variantOf(cell)) === place,
  );
}

function ratioOf(one: CellReport, other: CellReport): Pick<Statement, 'ratio'> {
  const ratio = coldRatio(one, other);
  return defined({ ratio });
}

/** All of them are slower; `neither` only where threads and processes both are. */
function stateBeaten(
  choice: Choice,
  serial: CellReport,
  about: CellReport,
  slower: readonly CellReport[],
): Statement {
  const both = ['threads', 'processes'].flatMap(
    (strategy) => slower.find((cell) => baseStrategyOf(cell.strategy) === strategy) ?? [],
  );
  const told = [about, ...both.filter((cell) => cell !== about)];
  return {
    kind: 'neither',
    cell: serial,
    ...ratioOf(serial, about),
    facts: [
      {
        kind: 'beaten',
        cell: serial.id,
        coldNs: coldNsOf(serial),
        neither: both.length === 2,
        others: told.map((cell) => ({ ...withTime(cell), ...ratioOf(cell, serial) })),
      },
      ...findEquals(choice),
    ],
    about,
    serial,
  };
}

function stateAlike(choice: Choice, serial: CellReport, about: CellReport): Statement {
  return {
    kind: 'no-difference',
    cell: serial,
    ...ratioOf(serial, about),
    facts: [
      { kind: 'alike', cells: [serial, ...equalsOf(choice)].map(withTime) },
      { kind: 'against', ...setAgainst(serial, about) },
    ],
    about,
    serial,
  };
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
  if (about === undefined) throw new Error('serial was chosen though another cell is faster');
  return stateBeaten(choice, serial, about, slower);
}
