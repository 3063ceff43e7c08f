// Whether a value from outside (a file, the window) is one that may be walked over at all: not too deep,
// not too much, no name that means something else to JavaScript. One loop that calls nothing of itself,
// before any schema looks at it.
import { writePath, type Complaint } from './complaint';
import type { InputFault } from './input-fault';

export interface DataLimits {
  /** Levels of lists and objects. */
  readonly depth: number;
  /** Entries of one list or object. */
  readonly entries: number;
  /** Values in all. */
  readonly values: number;
  /** Characters of all texts and names together, and bytes. */
  readonly characters: number;
  /** Only what JSON has a word for. */
  readonly json?: true;
  /** What has a name that JavaScript keeps for itself is passed over, as every unknown name is. */
  readonly passOver?: true;
  /** Names of lists that are long and are checked by a loop of their own. */
  readonly columns?: ReadonlySet<string>;
}

/** Of an experiment, as a file or from the window. */
export const experimentLimits: DataLimits = {
  depth: 100,
  entries: 10_000,
  values: 100_000,
  characters: 1_000_000,
};

/** Where a value stands; a list from its end to the start. */
interface Place {
  readonly key: string | number;
  readonly parent: Place | undefined;
  readonly depth: number;
}

function pathOf(place: Place | undefined): string {
  const keys: (string | number)[] = [];
  for (let one = place; one !== undefined; one = one.parent) keys.unshift(one.key);
  return writePath(keys);
}

function notJson(value: unknown): InputFault | undefined {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? undefined : { code: 'no-json-number', value: String(value) };
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value !== 'object') return { code: 'no-json' };
  const prototype: unknown = Object.getPrototypeOf(value);
  const plain = prototype === Object.prototype || prototype === null || Array.isArray(value);
  return plain ? undefined : { code: 'no-json' };
}

/** The first thing that makes a value unfit, with its place in it. */
export function findUnfit(input: unknown, limits: DataLimits): Complaint | undefined {
  const open: { readonly value: unknown; readonly place: Place | undefined }[] = [
    { value: input, place: undefined },
  ];
  let values = 0;
  let characters = 0;
  const refuse = (place: Place | undefined, fault: InputFault): Complaint => ({
    path: pathOf(place),
    fault,
  });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, place } = next;
    values += 1;
    const isBytes = value instanceof Uint8Array;
    if (typeof value === 'string' || isBytes) characters += value.length;
    if (values > limits.values) {
      return refuse(undefined, { code: 'many-values', limit: limits.values });
    }
    if (characters > limits.characters) {
      return refuse(undefined, { code: 'many-characters', limit: limits.characters });
    }
    const foreign = limits.json === true ? notJson(value) : undefined;
    if (foreign !== undefined) return refuse(place, foreign);
    if (typeof value !== 'object' || value === null || isBytes) continue;
    const depth = (place?.depth ?? 0) + 1;
    if (depth > limits.depth) {
      return refuse(place, { code: 'too-deep', levels: limits.depth });
    }
    const isColumn = typeof place?.key === 'string' && limits.columns?.has(place.key) === true;
    if (Array.isArray(value) && isColumn) continue;
    const keys = Array.isArray(value) ? undefined : Object.keys(value);
    const size = keys?.length ?? (value as readonly unknown[]).length;
    if (size > limits.entries) {
      const { entries } = limits;
      return refuse(place, { code: 'list-length', entries: size, bound: 'most', limit: entries });
    }
    // The last first, so that they come off in their order.
    for (let at = size - 1; at >= 0; at -= 1) {
      const key = keys?.[at] ?? at;
      if (typeof key === 'string') characters += key.length;
      const inner = { key, parent: place, depth };
      if (key === '__proto__') {
        if (limits.passOver === true) continue;
        return refuse(inner, { code: 'reserved-name' });
      }
      open.push({
        value: (value as Readonly<Record<string | number, unknown>>)[key],
        place: inner,
      });
    }
  }
  return undefined;
}
