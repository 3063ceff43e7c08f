// The verdict: which way to use and by how much, from the trials alone. It rests on cold time, which
// is what a program that is running and decides now would pay.
import { formatDuration, formatRatio } from '@shared/format';
import type { Warning } from '@shared/findings';
import type { CellReport, RatioEstimate, Verdict } from '@shared/report';
import { leastTrials } from './bootstrap';
import { cellsDiffer, chooseCell, compareCells, medianTime, type Choice } from './choice';
import type { RunFacts } from './warnings';
import { listNames, nameCell, takes } from './names';

type Statement = Pick<Verdict, 'kind' | 'text' | 'cell' | 'ratio'>;

const parallel = (cell: CellReport): boolean =>
  cell.strategy !== 'serial' && cell.strategy !== 'async';

function time(cell: CellReport, basis: Verdict['basis'] = 'cold'): string {
  return formatDuration(medianTime(cell, basis) ?? Number.NaN);
}

function interval({ low, high }: RatioEstimate): string {
  return low === undefined || high === undefined
    ? ''
    : ` (${formatRatio(low)} to ${formatRatio(high)})`;
}

function ratioOf(one: CellReport, other: CellReport, basis: Verdict['basis']): RatioEstimate {
  return compareCells(one, other, basis)?.ratio ?? { ratio: Number.NaN };
}

const howLong = (one: CellReport, other: CellReport): string =>
  formatRatio(ratioOf(one, other, 'cold').ratio);

/** Ways that take as long as the chosen one, as far as the trials tell; without the chosen one. */
function equalsOf({ cell, ranking }: Choice): readonly CellReport[] {
  return ranking.filter((other) => other !== cell && !cellsDiffer(other, cell, 'cold'));
}

/** At most four names; the rest is counted. */
function listCells(cells: readonly CellReport[], write: (cell: CellReport) => string): string {
  const names = cells.map(write);
  return listNames(names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names);
}

const timed = (cell: CellReport): string => `${nameCell(cell)} (${time(cell)})`;

function noDifference(choice: Choice): string {
  const equals = equalsOf(choice);
  if (equals.length === 0) return '';
  return ` No difference was found between ${listCells([choice.cell, ...equals], nameCell)}.`;
}

/** The fastest of the other ways that is slower than the chosen one. */
function runnerUp({ cell, ranking }: Choice): string {
  const next = ranking.find(
    (other) =>
      other.strategy !== 'serial' &&
      (other.strategy !== cell.strategy || other.placement !== cell.placement) &&
      cellsDiffer(other, cell, 'cold'),
  );
  if (next === undefined) return '';
  const name = nameCell(next);
  return ` ${name.charAt(0).toUpperCase()}${name.slice(1)} ${takes(next)} ${howLong(next, cell)} as long.`;
}

function stateFaster(choice: Choice, serial: CellReport): Statement {
  const { cell } = choice;
  const ratio = ratioOf(serial, cell, 'cold');
  return {
    kind: 'faster',
    cell: cell.id,
    ratio,
    text:
      `Use ${nameCell(cell)}: ${formatRatio(ratio.ratio)} faster than serial${interval(ratio)}, ` +
      `${time(cell)} instead of ${time(serial)}, cold.${runnerUp(choice)}${noDifference(choice)}`,
  };
}

function stateSerial(choice: Choice, serial: CellReport, cells: readonly CellReport[]): Statement {
  const others = choice.ranking.filter((cell) => cell !== serial);
  const other = others.find(parallel) ?? others[0];
  if (other === undefined) {
    const remedy =
      cells.length === 1
        ? 'Add another way to compare it with.'
        : 'No trial of another way ended well.';
    return {
      kind: 'undecided',
      text: `Only serial was measured: ${time(serial)}, cold. ${remedy}`,
    };
  }
  const ratio = ratioOf(serial, other, 'cold');
  if (!cellsDiffer(other, serial, 'cold')) {
    return {
      kind: 'no-difference',
      cell: serial.id,
      ratio,
      text:
        `No difference found between ${listCells([serial, ...equalsOf(choice)], timed)}, cold. ` +
        `Serial takes ${formatRatio(ratio.ratio)} as long as ${nameCell(other)}${interval(ratio)} and needs the least.`,
    };
  }
  return {
    kind: 'neither',
    cell: serial.id,
    ratio,
    text:
      `Use ${parallel(other) ? 'neither' : 'serial'}: serial takes ${time(serial)}, ` +
      `${nameCell(other)} ${takes(other)} ${time(other)}, ${howLong(other, serial)} as long, cold.` +
      noDifference(choice),
  };
}

function stateMissing(choice: Choice | undefined, cells: readonly CellReport[]): Statement {
  if (choice === undefined) {
    return { kind: 'undecided', text: 'Nothing to compare: no measured trial ended well.' };
  }
  const remedy = cells.some((cell) => cell.strategy === 'serial')
    ? 'No trial of serial ended well, so what it would gain is not known.'
    : 'Add serial to the experiment to know what it gains.';
  return {
    kind: 'undecided',
    text: `Fastest of what was measured: ${nameCell(choice.cell)}, ${time(choice.cell)}, cold. ${remedy}`,
  };
}

/** What can be said where the deciding comparison has no interval: the times, and what is missing. */
function stateTooFew({ ranking }: Choice): Statement {
  return {
    kind: 'undecided',
    text:
      `Not decided: that takes at least ${leastTrials} trials of each way. ` +
      `Fastest so far: ${listCells(ranking, timed)}, cold.`,
  };
}

/** A sentence where workers that are kept running would change the answer. */
function warmAnswer(cold: Choice, cells: readonly CellReport[]): string {
  const warm = chooseCell(cells, 'warm');
  if (warm?.serial === undefined || !cellsDiffer(warm.cell, cold.cell, 'warm')) return '';
  const { ratio } = ratioOf(cold.cell, warm.cell, 'warm');
  if (ratio <= 1) return '';
  return ` With workers kept running, ${nameCell(warm.cell)} would be ${formatRatio(ratio)} faster than ${nameCell(cold.cell)} (warm).`;
}

function inOneClause(statement: Statement): Verdict {
  return { ...statement, basis: 'cold', clauses: [{ text: statement.text }] };
}

/** What the verdict follows from. */
export interface VerdictFacts extends RunFacts {
  readonly warnings: readonly Warning[];
}

/**
 * The verdict on a run. `ratio` is serial's cold time over that of the way the text sets against
 * serial: above 1 where that way is faster.
 */
export function decideVerdict({ cells }: VerdictFacts): Verdict {
  const choice = chooseCell(cells, 'cold');
  if (choice?.serial === undefined) {
    return inOneClause(stateMissing(choice, cells));
  }
  const statement =
    choice.cell === choice.serial
      ? stateSerial(choice, choice.serial, cells)
      : stateFaster(choice, choice.serial);
  if (statement.ratio !== undefined && statement.ratio.low === undefined) {
    return inOneClause(stateTooFew(choice));
  }
  const text = statement.text + warmAnswer(choice, cells);
  return inOneClause({ ...statement, text });
}
