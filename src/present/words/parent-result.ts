// Writes what the program itself sees of a name that its workers assign to: the article's `None`.
import type { CellReport } from '@shared/report/report';
import { medianTrial } from '@analysis/cells/cells';
import { message } from '../messages/message';
import { labelCell } from '../names/cells';

/** Returns what "result" holds in the program after the cell's median trial, as Python writes it; absent elsewhere. */
export function parentResult(cell: CellReport): string | undefined {
  return medianTrial(cell)?.parentResult;
}

/** The same in a sentence about one cell; absent where the program holds no such name. */
export function describeParentResult(cell: CellReport): string | undefined {
  const value = parentResult(cell);
  return value === undefined ? undefined : sentence(value);
}

/** The same of all cells: a sentence or two, or none. */
export function parentResultLine(cells: readonly CellReport[]): readonly string[] {
  const seen = cells.flatMap((cell) => {
    const value = parentResult(cell);
    return value === undefined
      ? []
      : [message('parent-result-of', { value, label: labelCell(cell) })];
  });
  return seen.length === 0 ? [] : [sentence(seen.join(message('list-separator')))];
}

const sentence = (seen: string): string => message('parent-result', { seen });
