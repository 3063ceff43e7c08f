// Whether a value from outside (a file, the window) is one that may be walked over at all: not too deep,
// not too much, no name that means something else to JavaScript. One loop that calls nothing of itself,
// before any schema looks at it.
import { groupThousands, writePath, type Complaint } from './complaint';

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

function notJson(value: unknown): string | undefined {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? undefined : `is ${value}, which JSON has no word for.`;
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return undefined;
  if (typeof value !== 'object') return 'is what JSON has no word for.';
  const prototype: unknown = Object.getPrototypeOf(value);
  const plain = prototype === Object.prototype || prototype === null || Array.isArray(value);
  return plain ? undefined : 'is what JSON has no word for.';
}

/** The first thing that makes a value unfit, with its place in it. */
export function findUnfit(input: unknown, limits: DataLimits): Complaint | undefined {
  const open: { readonly value: unknown; readonly place: Place | undefined }[] = [
    { value: input, place: undefined },
  ];
  let values = 0;
  let characters = 0;
  const refuse = (place: Place | undefined, text: string): Complaint => ({
    path: pathOf(place),
    text,
  });
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, place } = next;
    values += 1;
    const isBytes = value instanceof Uint8Array;
    if (typeof value === 'string' || isBytes) characters += value.length;
    if (values > limits.values) {
      return refuse(undefined, `holds more than ${groupThousands(limits.values)} values.`);
    }
    if (characters > limits.characters) {
      return refuse(undefined, `holds more than ${groupThousands(limits.characters)} characters.`);
    }
    const foreign = limits.json === true ? notJson(value) : undefined;
    if (foreign !== undefined) return refuse(place, foreign);
    if (typeof value !== 'object' || value === null || isBytes) continue;
    const depth = (place?.depth ?? 0) + 1;
    if (depth > limits.depth) {
      return refuse(place, `nests deeper than ${limits.depth} levels. Flatten it.`);
    }
    const isColumn = typeof place?.key === 'string' && limits.columns?.has(place.key) === true;
    if (Array.isArray(value) && isColumn) continue;
    const keys = Array.isArray(value) ? undefined : Object.keys(value);
    const size = keys?.length ?? (value as readonly unknown[]).length;
    if (size > limits.entries) {
      const text = `has ${groupThousands(size)} entries. Give at most ${groupThousands(limits.entries)}.`;
      return refuse(place, text);
    }
    // The last first, so that they come off in their order.
    for (let at = size - 1; at >= 0; at -= 1) {
      const key = keys?.[at] ?? at;
      if (typeof key === 'string') characters += key.length;
      const inner = { key, parent: place, depth };
      if (key === '__proto__') {
        if (limits.passOver === true) continue;
        return refuse(inner, 'is a name that JavaScript keeps for itself. Choose another one.');
      }
      open.push({
        value: (value as Readonly<Record<string | number, unknown>>)[key],
        place: inner,
      });
    }
  }
  return undefined;
}
