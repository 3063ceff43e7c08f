// A chart's figures as rows for the clipboard: texts as they are shown, plain figures as numbers.
import type { TableColumn } from '../ui/data-table';

export type CopiedField = string | number;

/** A table with its head. */
export interface CopiedTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly CopiedField[])[];
  /** Of how many rows these are the last; of all where it is left out. */
  readonly count?: number;
}

/** A whole figure as it is written in every language: groups of three digits, a point before decimals. */
const figure = /^[-\u2212]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/** `12,500.5` as the number it is; everything else as it is shown. */
export function fieldOf(text: string): CopiedField {
  return figure.test(text) ? Number(text.replaceAll(',', '').replace('\u2212', '-')) : text;
}

/** What a table of the window shows. */
export function copiedTable<Row>(
  columns: readonly TableColumn<Row>[],
  rows: readonly Row[],
): CopiedTable {
  return {
    head: columns.map(({ head }) => head),
    rows: rows.map((row) => columns.map(({ text }) => fieldOf(text?.(row) ?? ''))),
  };
}
