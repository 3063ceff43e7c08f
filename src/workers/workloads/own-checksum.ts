// The checksum of what a user's own function returns: equal values have equal ones, in every
// worker, whatever the order in which an object's keys were set.
import { saidError } from '@engine/host/base/said-error';
import { unbound } from '@engine/host/base/unbound';
import type { SaidOf } from '@shared/base/said';
import { foldBytes } from './checksum';

// As they are now: own code may replace what it finds.
const encoder = new TextEncoder();
const encode = encoder.encode.bind(encoder);
const { stringify } = JSON;
const { isArray } = Array;
const { getPrototypeOf, hasOwn, keys } = Object;
const plainPrototype = Object.prototype;
const { isView } = ArrayBuffer;
const sort = unbound(Array.prototype.sort as (this: string[]) => string[]);

/** What has no checksum. */
type Odd = Omit<SaidOf<'no-checksum'>['args'], 'place'>;

/** Refuses a value that has no checksum; `place` is where in the returned value it is. */
function refuse(what: Odd, place: string): never {
  throw saidError('no-checksum', place === '' ? what : { ...what, place });
}

function bytesOf(value: unknown): Uint8Array | undefined {
  if (isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  const shared = typeof SharedArrayBuffer !== 'undefined' && value instanceof SharedArrayBuffer;
  return value instanceof ArrayBuffer || shared ? new Uint8Array(value) : undefined;
}

/** Returns whether it is the prototype of plain objects in another realm, such as one of `node:vm`. */
const isForeignPlain = (prototype: unknown): boolean =>
  getPrototypeOf(prototype) === null && hasOwn(prototype as object, 'isPrototypeOf');

/** Ends in a plain object or a value that is none: what an instance says of itself as JSON. */
function plainOf(value: object, place: string): unknown {
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    return (value as { toJSON(key: string): unknown }).toJSON('');
  }
  const prototype: unknown = getPrototypeOf(value);
  if (prototype === plainPrototype || prototype === null || isForeignPlain(prototype)) return value;
  const tag = (value as { readonly [Symbol.toStringTag]?: unknown })[Symbol.toStringTag];
  if (tag === 'Generator' || tag === 'AsyncGenerator') return refuse({ what: 'generator' }, place);
  const { name } = (value as { constructor: { name: string } }).constructor;
  return refuse(name === '' ? { what: 'class' } : { what: 'instance', name }, place);
}

/** A text that two values share only where they are equal: JSON with sorted keys, and a little more. */
function write(value: unknown, place: string, around: Around | undefined): string {
  switch (typeof value) {
    case 'string':
      return stringify(value);
    case 'number':
    case 'boolean':
      return `${value}`;
    case 'bigint':
      return `${value}n`;
    case 'undefined':
      return 'null';
    case 'function':
    case 'symbol':
      return refuse({ what: typeof value as 'function' | 'symbol' }, place);
    default:
      return typeof value === 'object' && value !== null
        ? writeObject(value, place, around)
        : 'null';
  }
}

/** The objects that a value is in, the innermost first. */
interface Around {
  readonly object: object;
  readonly outer: Around | undefined;
  readonly depth: number;
}

/** The same in every strategy, whatever its stack holds. */
const maxDepth = 1000;

function isAround(value: object, around: Around | undefined): boolean {
  for (let one = around; one !== undefined; one = one.outer) if (one.object === value) return true;
  return false;
}

function writeObject(value: object, place: string, outer: Around | undefined): string {
  const depth = (outer?.depth ?? 0) + 1;
  if (isAround(value, outer)) return refuse({ what: 'circle' }, place);
  // Its place would be as long as it is deep.
  if (depth > maxDepth) throw saidError('nested-too-deep', { levels: maxDepth });
  const bytes = bytesOf(value);
  if (bytes !== undefined) return `bytes(${bytes.length},${foldBytes(bytes)})`;
  const inside = { object: value, outer, depth };
  if (isArray(value)) return writeList(value, place, inside);
  const plain = plainOf(value, place);
  if (typeof plain !== 'object' || plain === null || plain !== value) {
    return write(plain, place, inside);
  }
  return writeEntries(value as Readonly<Record<string, unknown>>, place, inside);
}

function writeList(list: readonly unknown[], place: string, inside: Around): string {
  let text = '[';
  for (let at = 0; at < list.length; at += 1) {
    // A hole has no text of its own.
    const one = at in list ? write(list[at], `${place}[${at}]`, inside) : '';
    text += at === 0 ? one : `,${one}`;
  }
  return `${text}]`;
}

function writeEntries(
  value: Readonly<Record<string, unknown>>,
  place: string,
  inside: Around,
): string {
  const names = sort(keys(value));
  let text = '';
  for (let at = 0; at < names.length; at += 1) {
    const key = names[at] ?? '';
    const one = value[key];
    if (one === undefined) continue;
    const written = write(one, place === '' ? key : `${place}.${key}`, inside);
    text += `${text === '' ? '' : ','}${stringify(key)}:${written}`;
  }
  return `{${text}}`;
}

/**
 * A uint32 of a returned value; nothing returned gives 0. Throws a `SaidError` for
 * what can't be written: a function, a symbol, an instance without `toJSON`, an object in itself or nested too deep.
 */
export function ownChecksum(value: unknown): number {
  if (value === undefined || value === null) return 0;
  const bytes = typeof value === 'object' ? bytesOf(value) : undefined;
  if (bytes !== undefined) return foldBytes(bytes);
  return foldBytes(encode(typeof value === 'string' ? value : write(value, '', undefined)));
}
