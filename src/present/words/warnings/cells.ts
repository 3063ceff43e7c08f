// Provides what the sentences of all warnings need: the cells that facts name by id, shares, sentences in a row.
import type { CellReport } from '@shared/report/report';
import { labelCell } from '../../names/cells';
import { paragraph, list, listSome } from '../../messages/list';

/** What was seen, and what to do about it. */
export interface Said {
  readonly text: string;
  readonly advice: string;
}

/** The cells of a report, by their ids. */
export interface CellNames {
  /** One of them; a report that came out of a file has all that it names. */
  readonly find: (id: string) => CellReport | undefined;
  /** As a label: `threads 2`. */
  readonly label: (id: string) => string;
  /** All of them. */
  readonly all: (ids: readonly string[]) => string;
}

/** Names cells by their labels alone. */
export function namesBy(
  label: (id: string) => string,
  find: CellNames['find'] = () => undefined,
): CellNames {
  return { find, label, all: (ids) => list(ids.map(label)) };
}

/** Finds and names the cells of a report. */
export function cellNames(cells: readonly CellReport[]): CellNames {
  const known = new Map(cells.map((cell) => [cell.id, cell]));
  const find = (id: string): CellReport | undefined => known.get(id);
  return namesBy((id) => {
    const cell = find(id);
    return cell === undefined ? id : labelCell(cell);
  }, find);
}

/** The first of some cells with their figures, and how many more. */
export const someCells = <Entry extends { readonly cell: string }>(
  entries: readonly Entry[],
  write: (entry: Entry) => string,
): string => listSome(entries.map(write));

/** Whole sentences, one after another. */
export const sentences = (...all: readonly (string | undefined)[]): string =>
  paragraph(all.filter((one) => one !== undefined));
