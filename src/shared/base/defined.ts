// Builds objects with optional keys, where an unknown value is an absent key.

/** `T` with its keys that may be undefined as optional keys, whose values are never undefined. */
export type Defined<T> = {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
} & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/**
 * Returns a copy of `fields` without the keys whose value is undefined. The keys keep their order.
 * Costs an object more than a literal does: code that runs once per task assigns instead.
 */
export function defined<const T extends object>(fields: T): Defined<T> {
  const kept: Record<string, unknown> = {};
  for (const key in fields) if (fields[key] !== undefined) kept[key] = fields[key];
  return kept as Defined<T>;
}
