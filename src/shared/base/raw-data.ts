// Parsed JSON before its schema has seen it: every part may be of any type.

export type RawObject = Readonly<Record<string, unknown>>;

/** Returns whether a value has properties by name. */
export function isObject(value: unknown): value is RawObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Changes the objects of a list; what is no list, or no object in it, is left to the schema. */
export const each = (value: unknown, change: (entry: RawObject) => RawObject): unknown =>
  Array.isArray(value)
    ? value.map((entry: unknown) => (isObject(entry) ? change(entry) : entry))
    : value;
