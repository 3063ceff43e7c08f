// Defines what an index, a count, a time, a size and a text may be, wherever Corelane reads them: from a file, from
// another process, from the window. Every schema of data is made of these.
import { defined } from './defined';
import type { InputFault, PlainFault } from './input-fault';
import { z } from 'zod';
import { describeValue } from './describe-value';

/** Bounds that hold for every figure and text that is read. */
export const bounds = {
  /** Numbers of trials, tasks, workers, processes. */
  index: { min: 0, max: 2 ** 31 - 1 },
  /** Whole numbers are exact up to here: about 104 days in ns, 9 PB. */
  exact: { min: 0, max: 2 ** 53 },
  figure: { min: -(2 ** 53), max: 2 ** 53 },
  share: { min: 0, max: 1 },
  /** Names, ids, kinds. */
  shortText: { max: 10_000 },
  /** Messages, stacks, what a process wrote last. */
  longText: { max: 100_000 },
  /** Entries of a list of things, and rows of a column. */
  entries: { max: 250_000 },
  rows: { max: 5_000_000 },
} as const;

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** What the numbers of a column may be. */
export interface ColumnKind {
  readonly range: Range;
  readonly whole: boolean;
}

/** Kinds of columns, by what their numbers are. */
export const columnKinds = {
  index: { range: bounds.index, whole: true },
  /** As `index`, where −1 stands for none. */
  indexOrNone: { range: { ...bounds.index, min: -1 }, whole: true },
  ns: { range: bounds.exact, whole: false },
  bytes: { range: bounds.exact, whole: false },
  share: { range: bounds.share, whole: false },
  figure: { range: bounds.figure, whole: false },
} as const satisfies Readonly<Record<string, ColumnKind>>;

export type ColumnKindName = keyof typeof columnKinds;

/** A number in a range, ends included. */
export const inRange = ({ min, max }: Range) => z.number().min(min).max(max);

/** A whole number in a range, ends included. */
export const whole = ({ min, max }: Range) => z.int().min(min).max(max);

/** A place in a list or a number of something: whole, from 0. */
export const index = whole(bounds.index);

/** How many: whole, from 0. */
export const count = whole(bounds.exact);

/** A time in ns: how long, or a moment since the run's origin. */
export const ns = inRange(bounds.exact);

/** A size in bytes. */
export const bytes = inRange(bounds.exact);

/** A part of a whole, 0 to 1. */
export const share = inRange(bounds.share);

/** A figure that may be below 0, such as a fitted one. */
export const figure = inRange(bounds.figure);

/** How much of something, in the unit of its name: 0 or more. */
export const amount = inRange(bounds.exact);

/** How many times one figure is another: 0 or more. */
export const ratio = amount;

/** A name, an id, a label. */
export const shortText = z.string().max(bounds.shortText.max);

/** A message, a stack, a paragraph. */
export const longText = z.string().max(bounds.longText.max);

/** A moment of the calendar as ISO 8601 writes it: `2026-01-15T14:07:00.000Z`. */
export const moment = z
  .string()
  .max(40)
  .regex(
    /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(?:Z|[+-][01]\d:[0-5]\d)$/,
    'no-moment' satisfies PlainFault,
  );

/** A list of things, bounded. */
export const boundedList = <T extends z.ZodType>(entry: T, most: number = bounds.entries.max) =>
  z.array(entry).max(most);

/** The first row of a column that is no such number; undefined where all are. */
export function oddRow(
  column: ArrayLike<unknown>,
  { min, max }: Range,
  isWhole: boolean,
): number | undefined {
  for (let row = 0; row < column.length; row += 1) {
    const value = column[row];
    // Also false for NaN.
    if (typeof value !== 'number' || !(value >= min && value <= max)) return row;
    if (isWhole && !Number.isInteger(value)) return row;
  }
  return undefined;
}

/** What is wrong with a row that {@link oddRow} gave. */
export function faultOfRow(value: unknown, { min, max }: Range, isWhole: boolean): InputFault {
  const wanted = isWhole ? 'int' : 'number';
  return typeof value === 'number'
    ? { code: 'row', value, wanted, min, max }
    : wrongType(value, wanted);
}

/** What is wrong with a value that is of another type. */
export function wrongType(value: unknown, type: string): InputFault {
  return {
    code: 'wrong',
    choices: [{ kind: 'type', type }],
    others: 0,
    value: describeValue(value),
  };
}

/** An issue of a schema's own rule, which {@link faultOfIssue} finds in it. */
export const issueOf = (fault: InputFault, path?: PropertyKey[]) =>
  ({ code: 'custom', params: { fault }, ...defined({ path }) }) as const;

/** What a rule of a schema's own found; undefined where an issue is of no such rule. */
export const faultOfIssue = (issue: z.core.$ZodIssueCustom): InputFault | undefined =>
  issue.params?.['fault'] as InputFault | undefined;

/**
 * A column of numbers. Checked in one plain loop, as it may have millions of rows; only the first odd one is
 * told.
 */
function column({ range, whole: isWhole }: ColumnKind) {
  return z
    .custom<number[]>()
    .superRefine((value: unknown, context) => {
      if (!Array.isArray(value)) {
        return context.addIssue(issueOf(wrongType(value, 'array')));
      }
      const rows: readonly unknown[] = value;
      if (rows.length > bounds.rows.max) {
        const fault = { code: 'many-rows', rows: rows.length, most: bounds.rows.max } as const;
        return context.addIssue(issueOf(fault));
      }
      const row = oddRow(rows, range, isWhole);
      if (row === undefined) return;
      context.addIssue(issueOf(faultOfRow(rows[row], range, isWhole), [row]));
    })
    .meta({
      type: 'array',
      items: {
        type: isWhole ? 'integer' : 'number',
        minimum: range.min,
        maximum: range.max,
      },
      maxItems: bounds.rows.max,
    });
}

/** Columns: row i of those of a table belongs together. */
export const columns = {
  index: column(columnKinds.index),
  indexOrNone: column(columnKinds.indexOrNone),
  ns: column(columnKinds.ns),
  bytes: column(columnKinds.bytes),
  share: column(columnKinds.share),
  figure: column(columnKinds.figure),
} as const satisfies Readonly<Record<ColumnKindName, z.ZodType>>;
