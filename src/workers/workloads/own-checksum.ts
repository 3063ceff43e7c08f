// The checksum of what a person's own function returns: equal values have equal ones, in every
// worker, whatever the order in which an object's keys were set.
import { foldBytes } from './checksum';

const encoder = new TextEncoder();

const advice = 'return a number, text, bytes, a list or a plain object';

/** What is said of a value that has no checksum; `place` is where in the returned value it is. */
function refuse(what: string, place: string): never {
  const where = place === '' ? '' : ` at ${place}`;
  throw new TypeError(`it returned ${what}${where}, which has no checksum; ${advice}`);
}

function bytesOf(value: unknown): Uint8Array | undefined {
  if (ArrayBuffer.isView(value)) {
    return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  }
  const shared = typeof SharedArrayBuffer !== 'undefined' && value instanceof SharedArrayBuffer;
  return value instanceof ArrayBuffer || shared ? new Uint8Array(value) : undefined;
}

/** Ends in a plain object or a value that is none: what an instance says of itself as JSON. */
function plainOf(value: object, place: string): unknown {
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    return (value as { toJSON(key: string): unknown }).toJSON('');
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return value;
  const { name } = (value as { constructor: { name: string } }).constructor;
  return refuse(`an instance of ${name === '' ? 'a class' : name}`, place);
}

/** A text that two values share only where they are equal: JSON with sorted keys, and a little more. */
function write(value: unknown, place: string, around: readonly object[]): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value);
    case 'number':
    case 'boolean':
      return String(value);
    case 'bigint':
      return `${value}n`;
    case 'undefined':
      return 'null';
    case 'function':
    case 'symbol':
      return refuse(`a ${typeof value}`, place);
    default:
      return typeof value === 'object' && value !== null
        ? writeObject(value, place, around)
        : 'null';
  }
}

function writeObject(value: object, place: string, around: readonly object[]): string {
  if (around.includes(value)) return refuse('an object that holds itself', place);
  const bytes = bytesOf(value);
  if (bytes !== undefined) return `bytes(${bytes.length},${foldBytes(bytes)})`;
  const inside = [...around, value];
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return `[${list.map((one, index) => write(one, `${place}[${index}]`, inside)).join(',')}]`;
  }
  const plain = plainOf(value, place);
  if (typeof plain !== 'object' || plain === null) return write(plain, place, inside);
  if (plain !== value) return write(plain, place, inside);
  const entries = Object.entries(plain)
    .filter(([, one]) => one !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, one]) => {
      const at = place === '' ? key : `${place}.${key}`;
      return `${JSON.stringify(key)}:${write(one, at, inside)}`;
    });
  return `{${entries.join(',')}}`;
}

/**
 * A uint32 of a returned value; nothing returned gives 0. Throws a TypeError with one sentence for
 * what can't be written: a function, a symbol, an instance without `toJSON`, an object in itself.
 */
export function ownChecksum(value: unknown): number {
  if (value === undefined || value === null) return 0;
  const bytes = typeof value === 'object' ? bytesOf(value) : undefined;
  if (bytes !== undefined) return foldBytes(bytes);
  return foldBytes(encoder.encode(typeof value === 'string' ? value : write(value, '', [])));
}
