// Messages of other processes on their arrival: from anything to what the engine may count on. A process
// may be a user's own code, an interpreter from anywhere, or broken. Hand-written, because some of these
// come while time is measured and hold columns of a hundred thousand rows.
import { describeValue } from '../base/describe-value';
import type { MessageFault, partFaults } from '../base/problem-schemas';
import { cleanLines, cleanSentence, cleanText } from '../base/clean-text';
import { bounds, columnKinds, oddRow, type ColumnKind, type Range } from '../base/data-schemas';
import { failWith, ok, type Result } from '../base/result';
import type { WorkerIdentity } from '../base/worker-identity';

export type Raw = Readonly<Record<string, unknown>>;

/** Maximum number of characters that are kept of what a process says in words. */
const maxWords = 20_000;

/** Thrown for a message that is none. */
export class BadMessage extends Error {
  constructor(readonly fault: MessageFault) {
    super(fault.code);
  }
}

/** What is wrong with a part of a message, without the part's name. */
export type PartFault = Unnamed<Extract<MessageFault, { readonly part: string }>>;

type Unnamed<F> = F extends unknown ? Omit<F, 'part'> : never;

type PlainPartFault = (typeof partFaults)[number];

/** A refusal of a part of a message. */
export function refusePart(part: string, what: PlainPartFault | PartFault): never {
  const fault = typeof what === 'string' ? { code: what } : what;
  throw new BadMessage({ ...fault, part: cleanText(part, maxPart) } as MessageFault);
}

/** Parts have names of this contract, with a row behind them. */
const maxPart = 200;

/** What a reader makes of a message, or what is wrong with it. */
export function readMessage<T>(
  message: unknown,
  read: (message: Raw) => T,
): Result<T, MessageFault> {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) {
    return failWith({ code: 'no-message' });
  }
  try {
    return ok(read(message as Raw));
  } catch (error) {
    if (!(error instanceof BadMessage)) throw error;
    return failWith(error.fault);
  }
}

/** What is wrong with a number that is out of its range, or is none. */
function faultOf(value: unknown, { min, max }: Range, isWhole: boolean): PartFault {
  const wanted = isWhole ? 'int' : 'number';
  return typeof value === 'number'
    ? { code: 'range', value: String(value), wanted, min: String(min), max: String(max) }
    : { code: 'wrong-type', wanted, value: describeValue(value) };
}

/** Maximum number of characters of a list of what would do. */
const maxKnown = 300;

/** A number in a range. */
export function numberIn(from: Raw, name: string, range: Range): number {
  const value = from[name];
  if (typeof value === 'number' && value >= range.min && value <= range.max) return value;
  return refusePart(name, faultOf(value, range, false));
}

/** A whole number in a range. */
export function wholeIn(from: Raw, name: string, range: Range = bounds.index): number {
  const value = numberIn(from, name, range);
  return Number.isInteger(value) ? value : refusePart(name, faultOf(value, range, true));
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
  return typeof value === 'string' ? cleanLines(value, maxWords) : refusePart(name, 'no-text');
}

/** A text keeps this many characters, whatever came before it: codes are shorter. */
const minWords = 40;
const maxDepth = 20;
const maxEntries = 200;

/**
 * The value with all its texts cleaned, each on one line, and cut so that they are about as many characters as are
 * left in all. What is deeper than any message is undefined.
 */
export function cleanTree(value: unknown, room: { left: number }, depth = 0): unknown {
  if (typeof value === 'string') {
    const text = cleanSentence(value, Math.max(minWords, room.left));
    room.left -= text.length;
    return text;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (depth > maxDepth) return undefined;
  if (Array.isArray(value)) {
    return value.slice(0, maxEntries).map((one) => cleanTree(one, room, depth + 1));
  }
  const entries = Object.entries(value).slice(0, maxEntries);
  return Object.fromEntries(entries.map(([key, one]) => [key, cleanTree(one, room, depth + 1)]));
}

/** A name on one line; cut. */
export function nameIn(from: Raw, name: string, most = 200): string {
  const value = from[name];
  return typeof value === 'string' ? cleanText(value, most) : refusePart(name, 'no-text');
}

/** One of a closed set. */
export function oneOf<T extends string>(from: Raw, name: string, known: readonly T[]): T {
  const found = known.find((one) => one === from[name]);
  return (
    found ??
    refusePart(name, {
      code: 'none-of',
      known: cleanText(known.join(', '), maxKnown),
    })
  );
}

export function flag(from: Raw, name: string): boolean {
  const value = from[name];
  return typeof value === 'boolean' ? value : refusePart(name, 'no-flag');
}

export function objectIn(from: Raw, name: string): Raw {
  const value = from[name];
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Raw;
  return refusePart(name, 'no-object');
}

export function listIn(from: Raw, name: string, most: number): readonly unknown[] {
  const value = from[name];
  if (!Array.isArray(value)) return refusePart(name, 'no-list');
  return value.length <= most ? value : refusePart(name, { code: 'many-entries', most });
}

/** A list or an array of numbers, as it is. */
function columnIn(from: Raw, name: string, { range, whole }: ColumnKind): ArrayLike<number> {
  const value = from[name];
  const isColumn =
    Array.isArray(value) || value instanceof Float64Array || value instanceof Int32Array;
  if (!isColumn) return refusePart(name, 'no-column');
  const column: ArrayLike<number> = value;
  if (column.length > bounds.rows.max) return refusePart(name, 'many-rows');
  const row = oddRow(column, range, whole);
  return row === undefined
    ? column
    : refusePart(`${name}[${row}]`, faultOf(column[row], range, whole));
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
    return refusePart(uneven[0], { code: 'other-rows', rows: uneven[1].length, length });
  return Object.fromEntries(columns) as Record<Name, ArrayLike<number>>;
}

/** Kinds of columns. */
export const kinds = { ...columnKinds, amount: columnKinds.ns } as const;

/** Returns who the workers are; each has a number of its own below `most`. */
export function identitiesIn(from: Raw, name: string, most: number): readonly WorkerIdentity[] {
  const seen = new Set<number>();
  return listIn(from, name, most).map((one, at) => {
    if (typeof one !== 'object' || one === null) return refusePart(`${name}[${at}]`, 'no-worker');
    const raw = one as Raw;
    const below = { min: 0, max: most - 1 };
    const worker = wholeIn(raw, 'worker', below);
    if (seen.has(worker)) return refusePart(name, { code: 'worker-twice', worker });
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
