// Describes what was thrown: anything can be, and looking at it can throw as well.
import { sep } from 'node:path';
import process from 'node:process';
import type { SaidWords, SaidReason } from '@shared/base/said';
import { SaidError } from './said-error';
import { unbound } from './unbound';

// As they are now: own code may replace what it finds.
const { stringify } = JSON;
const { isArray } = Array;
const { keys } = Object;
const NativeError = Error;
const textOfAny = String;
const decode = decodeURIComponent;
const slice = unbound(
  String.prototype.slice as (this: string, from: number, to?: number) => string,
);
const replace = unbound(
  String.prototype.replace as (
    this: string,
    what: RegExp | string,
    by: (found: string) => string,
  ) => string,
);
const test = unbound(RegExp.prototype.test);
const includes = unbound(String.prototype.includes as (this: string, part: string) => boolean);
const split = unbound(String.prototype.split as (this: string, by: string) => string[]);

/** Where Corelane's built code lies: below this is nothing of own code. */
const ownFolder = replace(__dirname, /([\\/])chunks$/, () => '') + sep;

export interface Thrown {
  /** Its own words; empty where there is a reason. */
  readonly message: string;
  /** What is said of it where its own words are none, or not all. */
  readonly reason?: SaidReason;
  readonly stack?: string;
}

/** Inner errors that are told, of one error and one below another. */
const maxInner = 5;
const maxDepth = 3;
/** Causes that are followed to what began them. */
const maxCauses = 100_000;
const maxLength = 500;

const unreadable: SaidReason = { code: 'unreadable', args: {} };

/** Of a value of own code: reading it may run a getter or a trap that throws. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function textOf(value: object, key: 'message' | 'name' | 'stack'): string | undefined {
  const text = attempt(() => (value as Readonly<Record<string, unknown>>)[key]);
  return typeof text === 'string' && text !== '' ? slice(text, 0, 20_000) : undefined;
}

/** One of an instance or of another realm's: what has a stack and a message. */
function isError(value: object): boolean {
  return (
    attempt(() => value instanceof NativeError) === true || textOf(value, 'stack') !== undefined
  );
}

/** Names the keys of an object that JSON.stringify refuses (a cycle, a BigInt, or too deep). */
function describeKeys(value: object): SaidReason {
  const names = attempt(() => keys(value));
  if (names === undefined) return unreadable;
  const some: string[] = [];
  for (let at = 0; at < names.length && at < maxInner; at += 1) {
    some[at] = slice(names[at] ?? '', 0, 40);
  }
  return { code: 'object', args: { keys: some, more: names.length - some.length } };
}

function describeObject(value: object): SaidReason {
  if (typeof value === 'function') {
    const name = textOf(value, 'name');
    return {
      code: 'function',
      args: name === undefined ? {} : { name: slice(name, 0, 200) },
    };
  }
  const json = attempt(() => stringify(value) as unknown);
  if (typeof json !== 'string') return describeKeys(value);
  const kind = kindOf(value);
  const text = kind === undefined ? json : `${kind} ${json}`;
  return { code: 'value', args: { value: slice(text, 0, 200) } };
}

/** `Promise` or `Map`: its class, where JSON does not show what it is. */
function kindOf(value: object): string | undefined {
  const { constructor } = attempt(() => ({ constructor: value.constructor as unknown })) ?? {};
  const name = typeof constructor === 'function' ? textOf(constructor, 'name') : undefined;
  return name === 'Object' || name === 'Array' || name === undefined
    ? undefined
    : slice(name, 0, 80);
}

/** An error within another, with those around it. */
interface Nested {
  readonly error: unknown;
  readonly around?: Nested | undefined;
}

function isAround(error: unknown, nested: Nested | undefined): boolean {
  for (let at = nested; at !== undefined; at = at.around) if (at.error === error) return true;
  return false;
}

const causeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null
    ? attempt(() => (error as { readonly cause?: unknown }).cause)
    : undefined;

/** What began a chain of causes: the last one; the first where they go in a circle. */
function rootOf(first: unknown, around: Nested): Nested {
  let root = first;
  // Goes half as far each time, so that a circle comes round to it.
  let slow = first;
  for (let step = 1; step <= maxCauses; step += 1) {
    const cause = causeOf(root);
    if (cause === undefined) return { error: root, around };
    if (cause === slow || isAround(cause, around)) break;
    root = cause;
    if (step % 2 === 0) slow = causeOf(slow);
  }
  return { error: first, around };
}

/** What is said of an error, with what is said of those within it and of its cause. */
function withInner(said: SaidWords, nested: Nested, depth: number): SaidWords {
  if (depth > maxDepth) return said;
  const { error } = nested;
  const errors = attempt(() => (error as { readonly errors?: unknown }).errors);
  const given = causeOf(error);
  const cause = isAround(given, nested) ? undefined : given;
  const inner: SaidWords[] = [];
  let more = 0;
  if (depth < maxDepth && isArray(errors)) {
    for (let at = 0; at < errors.length && at < maxInner; at += 1) {
      const one: unknown = errors[at];
      if (!isAround(one, nested)) {
        inner[inner.length] = describe({ error: one, around: nested }, depth + 1);
      }
    }
    more = errors.length - inner.length;
  }
  if (inner.length === 0 && cause === undefined) return said;
  const args = { said, inner, more };
  if (cause === undefined) return { code: 'inner', args };
  // Of a long chain, what began it is told after the first ones.
  const next = depth === maxDepth ? rootOf(cause, nested) : { error: cause, around: nested };
  return { code: 'inner', args: { ...args, because: describe(next, depth + 1) } };
}

function describe(nested: Nested, depth: number): SaidWords {
  const { error: value } = nested;
  const reason = SaidError.reasonOf(value);
  if (reason !== undefined) return reason;
  if (value === '') return { code: 'empty-text', args: {} };
  if (typeof value === 'string') return slice(value, 0, maxLength);
  if (typeof value !== 'function' && (typeof value !== 'object' || value === null)) {
    return { code: 'value', args: { value: slice(textOfAny(value), 0, maxLength) } };
  }
  const message = textOf(value, 'message');
  if (message !== undefined) return withInner(slice(message, 0, maxLength), nested, depth);
  if (!isError(value)) return withInner(describeObject(value), nested, depth);
  const name = textOf(value, 'name') ?? 'Error';
  return withInner({ code: 'no-message', args: { name } }, nested, depth);
}

/** Returns what was thrown or what a promise was rejected with. Never throws itself. */
export function describeThrown(value: unknown): Thrown {
  const said = attempt(() => describe({ error: value }, 0)) ?? unreadable;
  const given = typeof value === 'object' && value !== null ? textOf(value, 'stack') : undefined;
  const stack =
    given === undefined ? undefined : (attempt(() => withoutOurs(readablePlaces(given))) ?? given);
  const what = typeof said === 'string' ? { message: said } : { message: '', reason: said };
  return stack === undefined ? what : { ...what, stack };
}

/** A stack with paths where it has addresses of files. */
function readablePlaces(stack: string): string {
  return replace(stack, /file:\/\/\/[^\s)]*/g, (address) => {
    const path = attempt(() => decode(slice(address, 'file://'.length)));
    // eslint-disable-next-line no-control-regex -- a path may hold one, and then stays an address
    if (path === undefined || test(/[\u0000-\u001f]/, path)) return address;
    return process.platform === 'win32' ? replace(slice(path, 1), /\//g, () => '\\') : path;
  });
}

/** A stack without Corelane's frames at its end, which called own code; as it is where own code has none. */
function withoutOurs(stack: string): string {
  const lines = split(stack, '\n');
  let last = -1;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (!includes(line, ownFolder) && test(/^\s+at (?!.*\bnode:).*[\\/]/, line)) last = at;
  }
  if (last < 0) return stack;
  let kept = '';
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (at > last && includes(line, ownFolder)) continue;
    kept += at === 0 ? line : `\n${line}`;
  }
  return kept;
}
