// Typed columns as lists, to be compared with what a test writes down.

type Lists<T> = {
  [K in keyof T]: T[K] extends readonly Iterable<number>[] ? number[][] : number[];
};

/** The columns of a table, those of cores too, as lists. */
export function lists<T extends object>(columns: T): Lists<T> {
  const made = Object.entries(columns).map(([name, column]: [string, unknown]) => {
    const isOfCores = Array.isArray(column) && typeof column[0] === 'object';
    return [
      name,
      isOfCores
        ? (column as Iterable<number>[]).map((one) => [...one])
        : [...(column as Iterable<number>)],
    ];
  });
  return Object.fromEntries(made) as Lists<T>;
}
