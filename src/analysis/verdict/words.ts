// What the verdict's sentences about the ways share.
import { formatBytes, formatDuration, formatRatio } from '@shared/base/format';
import type { CellReport, RatioEstimate, Verdict } from '@shared/report/report';
import {
  cellsAlike,
  compareCells,
  isFaster,
  medianTime,
  sameMemory,
  type Choice,
} from '../cells/choice';
import { intervalDetail, measured, sentence, type Sentence } from './clauses';
import { capitalise, listSome, nameCell, takes } from '@shared/words/names';

/** What the verdict says of the ways, and what the rest of it is about. */
export interface Statement {
  readonly kind: Verdict['kind'];
  /** The way to use. */
  readonly cell?: CellReport;
  readonly ratio?: RatioEstimate;
  readonly sentences: readonly Sentence[];
  /** The way whose cost and limits are worth a word: the chosen one, or one set against serial. */
  readonly about?: CellReport;
  readonly serial?: CellReport;
}

/** Median cold time: `2.18 s`. */
export const timeOf = (cell: CellReport): string =>
  formatDuration(medianTime(cell, 'cold') ?? Number.NaN);

/** `8 threads (2.18 s)`. */
export const withTime = (cell: CellReport): string => `${nameCell(cell)} (${timeOf(cell)})`;

/** Cold time of the one over that of the other. */
export function coldRatio(one: CellReport, other: CellReport): RatioEstimate {
  return compareCells(one, other, 'cold')?.ratio ?? { ratio: Number.NaN };
}

/** `1.07× as long`, of the row of `one` against `other`, or against `row` where that is shown. */
export function asLong(one: CellReport, other: CellReport, row = one): Sentence {
  const ratio = coldRatio(one, other);
  return [measured(`${formatRatio(ratio.ratio)} as long`, 'row', row, intervalDetail(ratio))];
}

/** `2.72× the memory`, where both peaks are told and are not about the same. */
export function memoryPart(one: CellReport, other: CellReport): readonly Sentence[] {
  const bytes = one.medianPeakPssBytes;
  const against = other.medianPeakPssBytes;
  if (bytes === undefined || against === undefined || !(against > 0)) return [];
  const ratio = bytes / against;
  if (Math.abs(ratio - 1) < sameMemory) return [];
  const detail = `${formatBytes(bytes)}, ${formatBytes(against)}`;
  return [[measured(`${formatRatio(ratio)} the memory`, 'memory', one, detail)]];
}

/** At most four names; the rest is counted. */
export function listCells(
  cells: readonly CellReport[],
  write: (cell: CellReport) => string,
): string {
  return listSome(cells.map(write));
}

/**
 * Ways that take as long as the chosen one, as far as the trials tell; without the chosen one. Where serial
 * is chosen no other has been found faster than it, also where a comparison of the two alone would say so.
 */
export function equalsOf({ cell, serial, ranking }: Choice): readonly CellReport[] {
  return ranking.filter(
    (other) =>
      other !== cell &&
      (cellsAlike(other, cell, 'cold') || (cell === serial && isFaster(other, serial, 'cold'))),
  );
}

/** That the chosen way has equals, where it has, and what memory the first of them takes. */
export function sayEquals(choice: Choice): Sentence {
  const equals = equalsOf(choice);
  const [first] = equals;
  if (first === undefined) return [];
  const name = nameCell(first);
  const detail = `${capitalise(name)}: ${intervalDetail(coldRatio(first, choice.cell))}`;
  return sentence(
    measured('No difference was found', 'row', first, detail),
    ` between ${listCells([choice.cell, ...equals], nameCell)}`,
    ...memoryPart(first, choice.cell).flatMap((part) => [`; ${name} ${takes(first)} `, ...part]),
    '.',
  );
}
