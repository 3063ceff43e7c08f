// Provides what a verdict's facts are made of: times, ratios and memory of cells, as its parts share them.
import { defined } from '@shared/base/defined';
import type { CellReport, RatioEstimate } from '@shared/report/report';
import type { FactOf, MemoryPair, Verdict, VerdictFact } from '@shared/report/verdict';
import {
  cellsAlike,
  compareCells,
  isFaster,
  medianTime,
  sameMemory,
  type Choice,
} from '../cells/choice';

/** What the verdict says of the cells, and what the rest of it is about. */
export interface Statement {
  readonly kind: Verdict['kind'];
  /** The cell to use. */
  readonly cell?: CellReport;
  readonly ratio?: RatioEstimate;
  readonly facts: readonly VerdictFact[];
  /** The cell whose cost and limits are worth a fact: the chosen one, or one set against serial. */
  readonly about?: CellReport;
  readonly serial?: CellReport;
}

/** Median cold time in ns. Only cells that have one are mentioned. */
export const coldNsOf = (cell: CellReport): number => medianTime(cell, 'cold') ?? 0;

/** A cell with its median cold time. */
export const withTime = (cell: CellReport): { readonly cell: string; readonly coldNs: number } => ({
  cell: cell.id,
  coldNs: coldNsOf(cell),
});

/** Cold time of the one over that of the other; undefined where there is none. */
export function coldRatio(one: CellReport, other: CellReport): RatioEstimate | undefined {
  const ratio = compareCells(one, other, 'cold')?.ratio;
  return ratio !== undefined && Number.isFinite(ratio.ratio) ? ratio : undefined;
}

/** A cell against another in cold time and memory. */
export interface Against {
  readonly cell: string;
  readonly over: string;
  readonly ratio?: RatioEstimate;
  readonly memory?: MemoryPair;
}

/** Returns how long and how much memory `one` takes against `other`. */
export function setAgainst(one: CellReport, other: CellReport): Against {
  const ratio = coldRatio(one, other);
  return {
    cell: one.id,
    over: other.id,
    ...defined({ ratio }),
    ...otherMemory(one, other),
  };
}

/** Both peaks, where they are known and are not about the same. */
function otherMemory(one: CellReport, other: CellReport): { readonly memory?: MemoryPair } {
  const memory = memoryPair(one, other);
  if (memory === undefined) return {};
  return Math.abs(memory.bytes / memory.overBytes - 1) < sameMemory ? {} : { memory };
}

/** Both peaks, where they are known. */
export function memoryPair(one: CellReport, other: CellReport): MemoryPair | undefined {
  const bytes = one.medianPeakPssBytes;
  const overBytes = other.medianPeakPssBytes;
  if (bytes === undefined || overBytes === undefined || !(overBytes > 0)) return undefined;
  return { bytes, overBytes };
}

/**
 * Cells that take as long as the chosen one, as far as the trials show; without the chosen one. Where serial
 * is chosen no other has been found faster than it, also where a comparison of the two alone would say so.
 */
export function equalsOf({ cell, serial, ranking }: Choice): readonly CellReport[] {
  return ranking.filter(
    (other) =>
      other !== cell &&
      (cellsAlike(other, cell, 'cold') || (cell === serial && isFaster(other, serial, 'cold'))),
  );
}

/** That the chosen cell has equals, where it has, and what the first of them takes. */
export function findEquals(choice: Choice): readonly FactOf<'equal'>[] {
  const equals = equalsOf(choice);
  const [first] = equals;
  if (first === undefined) return [];
  const { ratio, memory } = setAgainst(first, choice.cell);
  return [
    {
      kind: 'equal',
      cell: choice.cell.id,
      others: equals.map(({ id }) => id),
      ...defined({ ratio, memory }),
    },
  ];
}
