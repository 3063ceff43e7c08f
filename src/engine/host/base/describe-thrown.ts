// Describes what was thrown in one sentence: anything can be, and looking at it can throw as well.
import process from 'node:process';
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

export interface Thrown {
  readonly message: string;
  readonly stack?: string;
}

/** Inner errors that are told, of one error and one below another. */
const maxInner = 5;
const maxDepth = 3;
const maxLength = 500;

const unreadable = "it threw a value that can't be read";

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
function describeKeys(value: object): string {
  const names = attempt(() => keys(value));
  if (names === undefined) return unreadable;
  let told = '';
  for (let at = 0; at < names.length && at < maxInner; at += 1) {
    told += `${at === 0 ? ' with ' : ', '}${slice(names[at] ?? '', 0, 40)}`;
  }
  if (names.length > maxInner) told += `, and ${names.length - maxInner} more`;
  return `it threw an object${told}`;
}

function describeObject(value: object): string {
  if (typeof value === 'function') {
    const name = textOf(value, 'name');
    return name === undefined
      ? 'it threw a function'
      : `it threw the function ${slice(name, 0, 200)}`;
  }
  const json = attempt(() => stringify(value) as unknown);
  return typeof json === 'string' ? `it threw ${slice(json, 0, 200)}` : describeKeys(value);
}

function describeInner(error: object, depth: number): string {
  const inner = attempt(() => (error as { readonly errors?: unknown }).errors);
  const cause = attempt(() => (error as { readonly cause?: unknown }).cause);
  let told = '';
  if (depth < maxDepth && isArray(inner) && inner.length > 0) {
    told = ': ';
    for (let at = 0; at < inner.length && at < maxInner; at += 1) {
      told += `${at === 0 ? '' : ', '}(${at + 1}) ${describe(inner[at], depth + 1)}`;
    }
    if (inner.length > maxInner) told += `, and ${inner.length - maxInner} more`;
  }
  if (depth < maxDepth && cause !== undefined) told += `, because: ${describe(cause, depth + 1)}`;
  return told;
}

function describe(value: unknown, depth: number): string {
  if (typeof value === 'string' && value !== '') return slice(value, 0, maxLength);
  if (typeof value !== 'function' && (typeof value !== 'object' || value === null)) {
    return `it threw ${typeof value === 'string' ? 'an empty text' : textOfAny(value)}`;
  }
  const whole = textOf(value, 'message');
  const message = whole === undefined ? undefined : slice(whole, 0, maxLength);
  const inner = describeInner(value, depth);
  if (message !== undefined) return message + inner;
  if (isError(value)) return `${textOf(value, 'name') ?? 'Error'} without a message${inner}`;
  return describeObject(value) + inner;
}

/** Returns what was thrown or what a promise was rejected with. Never throws itself. */
export function describeThrown(value: unknown): Thrown {
  const message = attempt(() => describe(value, 0)) ?? unreadable;
  const given = typeof value === 'object' && value !== null ? textOf(value, 'stack') : undefined;
  const stack = given === undefined ? undefined : (attempt(() => readablePlaces(given)) ?? given);
  return stack === undefined ? { message } : { message, stack };
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
