// Builds objects with optional keys, where an unknown value is an absent key.

/** `T` with its keys that may be undefined as optional keys, whose values are never undefined. */
export type Defined<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

// As it is now: own code may replace it, or give every object a key.
const { keys } = Object;

/**
 * Returns a copy of `fields` without the keys whose value is undefined. The keys keep their order.
 * Costs an object more than a literal does: code that runs once per task assigns instead.
 */
export function defined<const T extends object>(fields: T): Defined<T> {
  const kept: Record<string, unknown> = {};
  const names = keys(fields) as (keyof T & string)[];
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at] as keyof T & string;
    if (fields[name] !== undefined) kept[name] = fields[name];
  }
  return kept as Defined<T>;
}
