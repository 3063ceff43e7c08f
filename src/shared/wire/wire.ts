// Messages of other processes on their arrival: from anything to what the engine may count on. A process
// may be a user's own code, an interpreter from anywhere, or broken. Hand-written, because some of these
// come while time is measured and hold columns of a hundred thousand rows.
import { describeValue } from '../base/describe-value';
import type { SaidProblem } from '../base/problems';
import { cleanLines, cleanText } from '../base/clean-text';
import { bounds, columnKinds, oddRow, type ColumnKind, type Range } from '../base/data-schemas';
import { ok, type Result } from '../base/result';
import type { WorkerIdentity } from '../base/worker-identity';

export type Raw = Readonly<Record<string, unknown>>;

/** Maximum number of characters that are kept of what a process says in words. */
const maxWords = 20_000;

/** A message that is none, with what is wrong with it. */
export class BadMessage extends Error {}

/** A refusal of a part of a message; `what` continues to a sentence. */
export function refusePart(part: string, what: string): never {
  throw new BadMessage(`${part} ${what}`);
}

const bad = (message: string): Result<never, SaidProblem> => ({
  ok: false,
  problem: { code: 'bad-message', message },
});

/**
 * What a reader makes of a message.
 * @returns `bad-message` with what is wrong, in a few words
 */
export function readMessage<T>(
  message: unknown,
  read: (message: Raw) => T,
): Result<T, SaidProblem> {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) {
    return bad('it is no message at all');
  }
  try {
    return ok(read(message as Raw));
  } catch (error) {
    if (!(error instanceof BadMessage)) throw error;
    return bad(error.message);
  }
}

const kindNames = { list: 'a list', object: 'an object', function: 'a function' } as const;

/** Continues the name of a part to a sentence. */
function explainRow(value: unknown, { min, max }: Range, isWhole: boolean): string {
  const what = isWhole ? 'a whole number' : 'a number';
  if (typeof value === 'number') return `is ${value}. Give ${what} from ${min} to ${max}.`;
  const shown = describeValue(value);
  const said = shown.kind === 'text' ? shown.text : kindNames[shown.kind];
  return `must be ${what}, not ${said}.`;
}

/** A number in a range. */
export function numberIn(from: Raw, name: string, range: Range): number {
  const value = from[name];
  if (typeof value === 'number' && value >= range.min && value <= range.max) return value;
  return refusePart(name, explainRow(value, range, false));
}

/** A whole number in a range. */
export function wholeIn(from: Raw, name: string, range: Range = bounds.index): number {
  const value = numberIn(from, name, range);
  return Number.isInteger(value) ? value : refusePart(name, explainRow(value, range, true));
}

/** Returns whether a message says nothing of this; Python's `None` is nothing. */
function isAbsent(from: Raw, name: string): boolean {
  return from[name] === undefined || from[name] === null;
}

/** Returns what a reader makes of a part that may be absent, as a part of an object. */
export function optional<K extends string, T>(
  from: Raw,
  name: K,
  read: (from: Raw, name: K) => T,
): { readonly [Key in K]?: T } {
  if (isAbsent(from, name)) return {};
  return { [name]: read(from, name) } as { readonly [Key in K]?: T };
}

/** Words for users, of any number of lines; cut. */
export function words(from: Raw, name: string): string {
  const value = from[name];
  return typeof value === 'string' ? cleanLines(value, maxWords) : refusePart(name, 'is no text.');
}

/** A name on one line; cut. */
export function nameIn(from: Raw, name: string, most = 200): string {
  const value = from[name];
  return typeof value === 'string' ? cleanText(value, most) : refusePart(name, 'is no text.');
}

/** One of a closed set. */
export function oneOf<T extends string>(from: Raw, name: string, known: readonly T[]): T {
  const found = known.find((one) => one === from[name]);
  return found ?? refusePart(name, `is none of ${known.join(', ')}.`);
}

export function flag(from: Raw, name: string): boolean {
  const value = from[name];
  return typeof value === 'boolean' ? value : refusePart(name, 'is neither true nor false.');
}

export function objectIn(from: Raw, name: string): Raw {
  const value = from[name];
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Raw;
  return refusePart(name, 'is no object.');
}

export function listIn(from: Raw, name: string, most: number): readonly unknown[] {
  const value = from[name];
  if (!Array.isArray(value)) return refusePart(name, 'is no list.');
  return value.length <= most ? value : refusePart(name, `has more than ${most} entries.`);
}

/** A list or an array of numbers, as it is. */
function columnIn(from: Raw, name: string, { range, whole }: ColumnKind): ArrayLike<number> {
  const value = from[name];
  const isColumn =
    Array.isArray(value) || value instanceof Float64Array || value instanceof Int32Array;
  if (!isColumn) return refusePart(name, 'is no column of numbers.');
  const column: ArrayLike<number> = value;
  if (column.length > bounds.rows.max) return refusePart(name, 'has too many rows.');
  const row = oddRow(column, range, whole);
  return row === undefined
    ? column
    : refusePart(`${name}[${row}]`, explainRow(column[row], range, whole));
}

/** Columns of one length. */
export function columnsIn<Name extends string>(
  from: Raw,
  kinds: Readonly<Record<Name, ColumnKind>>,
): Readonly<Record<Name, ArrayLike<number>>> {
  const names = Object.keys(kinds) as Name[];
  const columns = names.map((name) => [name, columnIn(from, name, kinds[name])] as const);
  const length = columns[0]?.[1].length ?? 0;
  const uneven = columns.find(([, column]) => column.length !== length);
  if (uneven !== undefined)
    return refusePart(uneven[0], `has ${uneven[1].length} rows, not ${length}.`);
  return Object.fromEntries(columns) as Record<Name, ArrayLike<number>>;
}

/** Kinds of columns. */
export const kinds = { ...columnKinds, amount: columnKinds.ns } as const;

/** Returns who the workers are; each has a number of its own below `most`. */
export function identitiesIn(from: Raw, name: string, most: number): readonly WorkerIdentity[] {
  const seen = new Set<number>();
  return listIn(from, name, most).map((one, at) => {
    if (typeof one !== 'object' || one === null)
      return refusePart(`${name}[${at}]`, 'is no worker.');
    const raw = one as Raw;
    const below = { min: 0, max: most - 1 };
    const worker = wholeIn(raw, 'worker', below);
    if (seen.has(worker)) return refusePart(name, `has worker ${worker} twice.`);
    seen.add(worker);
    return {
      worker,
      host: wholeIn(raw, 'host', below),
      thread: wholeIn(raw, 'thread', below),
      pid: wholeIn(raw, 'pid', { ...bounds.index, min: 1 }),
      ...optional(raw, 'tid', wholeIn),
    };
  });
}
