// Rows of numbers as typed columns of one length. What kinds of columns a table has, and in which order, is its
// shape: the wire, the recorder and the window hold the same columns, and nothing is made for a row.
import { columnKinds, type ColumnKind, type ColumnKindName } from './data-schemas';

/** What its columns hold, in their order; in brackets as many columns as there are cores. */
export type Shape = Readonly<Record<string, ColumnKindName | readonly [ColumnKindName]>>;

export type Column = Float64Array<ArrayBuffer>;

/** A column as it is read: a typed one, or a list out of a file. */
export interface NumberColumn extends ArrayLike<number>, Iterable<number> {
  at(row: number): number | undefined;
  forEach(take: (value: number, row: number) => void): void;
}

type Of<S extends Shape, One> = {
  readonly [Name in keyof S]: S[Name] extends string ? One : readonly One[];
};

export type ColumnsOf<S extends Shape> = Of<S, Column>;
export type RowsOf<S extends Shape> = Of<S, NumberColumn>;
export type ListsOf<S extends Shape> = {
  readonly [Name in keyof S]: S[Name] extends string ? number[] : number[][];
};

/** Names of columns that are there once. */
type Single<S extends Shape> = {
  [Name in keyof S]: S[Name] extends string ? Name : never;
}[keyof S];

type Row<S extends Shape> = Readonly<Record<Single<S>, number>>;

const smallest = 64;
const nothing: Column = new Float64Array(0);

/** One thing for each column, those of the cores as lists. */
function shaped<S extends Shape, One, Many>(
  shape: S,
  one: (name: keyof S) => One,
  many: (name: keyof S) => Many,
): { [Name in keyof S]: S[Name] extends string ? One : Many } {
  const made = Object.entries(shape).map(([name, kind]) => [
    name,
    typeof kind === 'string' ? one(name) : many(name),
  ]);
  return Object.fromEntries(made) as { [Name in keyof S]: S[Name] extends string ? One : Many };
}

/** All columns one after another, those of the cores too. */
function flat<One>(shape: Shape, rows: Readonly<Record<string, unknown>>): One[] {
  return Object.keys(shape).flatMap((name) =>
    typeof shape[name] === 'string' ? [rows[name] as One] : (rows[name] as One[]),
  );
}

/** Returns what each number of a row may be, in their order. */
export function columnKindsOf(shape: Shape, cores = 0): readonly ColumnKind[] {
  return Object.values(shape).flatMap((kind) =>
    typeof kind === 'string'
      ? [columnKinds[kind]]
      : Array.from({ length: cores }, () => columnKinds[kind[0]]),
  );
}

/** Growable lists with no rows. */
export function emptyLists<S extends Shape>(shape: S, cores = 0): ListsOf<S> {
  return shaped(
    shape,
    (): number[] => [],
    () => Array.from({ length: cores }, (): number[] => []),
  ) as ListsOf<S>;
}

/** Rows of numbers, one after another as they come over the wire, as columns. */
export function columnsOfRows<S extends Shape>(
  shape: S,
  rows: Float64Array,
  cores = 0,
): ColumnsOf<S> {
  const width = columnKindsOf(shape, cores).length;
  const length = rows.length / width;
  let place = 0;
  const next = (): Column => {
    const column = new Float64Array(length);
    for (let row = 0, at = place; row < length; row += 1, at += width) {
      column[row] = rows[at] as number;
    }
    place += 1;
    return column;
  };
  return shaped(shape, next, () => Array.from({ length: cores }, next)) as ColumnsOf<S>;
}

export class Table<S extends Shape> {
  readonly shape: S;
  readonly #cores: number;
  readonly #leasts: readonly number[];
  #columns: ColumnsOf<S>;
  #flat: readonly Column[] = [];
  #capacity = 0;
  #length = 0;
  /** How many rows there are when pairs are joined next. */
  #joinAt = 0;

  /** @param cores columns that each bracketed name of the shape stands for */
  constructor(shape: S, cores = 0) {
    this.shape = shape;
    this.#cores = cores;
    this.#leasts = columnKindsOf(shape, cores).map(({ range }) => range.min);
    // Nothing is taken before the first row: a report may name many workers that have none.
    this.#columns = this.#make(() => nothing);
  }

  get length(): number {
    return this.#length;
  }

  /** The storage: the first `length` entries of each count, and all is stale after the next row. */
  get columns(): ColumnsOf<S> {
    return this.#columns;
  }

  /** A column's storage, see {@link columns}. */
  column(name: Single<S>): Column {
    return this.#columns[name] as Column;
  }

  /** One figure; NaN outside the rows. */
  at(name: Single<S>, row: number): number {
    return row < this.#length ? (this.column(name)[row] ?? Number.NaN) : Number.NaN;
  }

  /** Makes room for one more row and gives its number; whoever asks writes all its figures. */
  begin(): number {
    this.#reserve(1);
    this.#length += 1;
    return this.#length - 1;
  }

  /** Appends a row. */
  push(row: Row<S>): void {
    this.set(this.begin(), row);
  }

  /** Replaces a row. */
  set(row: number, figures: Row<S>): void {
    for (const name of Object.keys(figures) as Single<S>[]) this.column(name)[row] = figures[name];
  }

  /** One row, less the columns of cores; NaN outside the rows. */
  row(row: number): Row<S> {
    const names = Object.keys(this.shape).filter((name) => typeof this.shape[name] === 'string');
    return Object.fromEntries(
      names.map((name) => [name, this.at(name as Single<S>, row)]),
    ) as Row<S>;
  }

  /** Appends rows of the same shape, from `from` to before `to`. */
  append(
    rows: RowsOf<S>,
    from = 0,
    to = flat<NumberColumn>(this.shape, rows)[0]?.length ?? 0,
  ): void {
    const count = to - from;
    if (count <= 0) return;
    this.#reserve(count);
    const sources = flat<NumberColumn>(this.shape, rows);
    for (let place = 0; place < this.#flat.length; place += 1) {
      copy(this.#flat[place] as Column, this.#length, sources[place] as NumberColumn, from, to);
    }
    this.#length += count;
  }

  /** Returns whether every figure of another table's row can be one of this table's. */
  isSound(rows: RowsOf<S>): (row: number) => boolean {
    const sources = flat<NumberColumn>(this.shape, rows);
    const leasts = this.#leasts;
    if (sources.length !== leasts.length) return () => false;
    return (row) => {
      for (let place = 0; place < sources.length; place += 1) {
        const figure = (sources[place] as NumberColumn)[row] ?? Number.NaN;
        if (!(figure >= (leasts[place] as number) && figure < Infinity)) return false;
      }
      return true;
    };
  }

  /** The rows as columns of exactly their length; the table is empty then. */
  take(): ColumnsOf<S> {
    const own = this.#flat;
    let place = 0;
    const next = (): Column => (own[place++] ?? nothing).slice(0, this.#length);
    const taken = shaped(this.shape, next, () => Array.from({ length: this.#cores }, next));
    this.clear();
    return taken as ColumnsOf<S>;
  }

  /** Forgets all rows. */
  clear(): void {
    this.#length = 0;
  }

  /** The rows as lists, as a report's file has them. */
  lists(): ListsOf<S> {
    const own = this.#flat;
    let place = 0;
    const next = (): number[] => Array.from((own[place++] ?? nothing).subarray(0, this.#length));
    return shaped(this.shape, next, () => Array.from({ length: this.#cores }, next)) as ListsOf<S>;
  }

  /**
   * Goes through the rows and makes one of each with the one before it of the same kind.
   * @param join puts row `from` into row `into`, which comes before it; false where they stay two
   * @param kindOf rows of different kinds are never joined
   */
  joinPairs(join: (into: number, from: number) => boolean, kindOf?: (row: number) => number): void {
    const single = new Map<number, number>();
    let last = -1;
    let kept = 0;
    for (let row = 0; row < this.#length; row += 1) {
      const kind = kindOf?.(row);
      const into = kind === undefined ? last : (single.get(kind) ?? -1);
      const joined = into >= 0 && join(into, row);
      if (!joined) this.moveRow(row, kept);
      if (kind === undefined) last = joined ? -1 : kept;
      else single.set(kind, joined ? -1 : kept);
      if (!joined) kept += 1;
    }
    this.#length = kept;
  }

  /**
   * As {@link joinPairs}, where there are `most` rows: where few could be joined not before there are twice as
   * many, as each time costs what the rows do.
   */
  joinBeyond(most: number, join: (into: number, from: number) => boolean): void {
    if (this.#length < Math.max(most, this.#joinAt)) return;
    this.joinPairs(join);
    this.#joinAt = 2 * this.#length;
  }

  /** Puts a row in the place of another. */
  moveRow(from: number, to: number): void {
    if (from === to) return;
    for (const column of this.#flat) column[to] = column[from] as number;
  }

  /** Exchanges two rows. */
  swap(one: number, other: number): void {
    for (const column of this.#flat) {
      const kept = column[one] as number;
      column[one] = column[other] as number;
      column[other] = kept;
    }
  }

  /** Forgets the first `count` rows. */
  dropFirst(count: number): void {
    const dropped = Math.min(count, this.#length);
    for (const column of this.#flat) column.copyWithin(0, dropped, this.#length);
    this.#length -= dropped;
  }

  #reserve(rows: number): void {
    if (this.#length + rows <= this.#capacity) return;
    this.#capacity = Math.max(smallest, 2 * this.#capacity, this.#length + rows);
    const before = this.#flat;
    let place = 0;
    this.#columns = this.#make(() => {
      const larger = new Float64Array(this.#capacity);
      larger.set(before[place++] ?? nothing);
      return larger;
    });
  }

  #make(next: () => Column): ColumnsOf<S> {
    const made = shaped(this.shape, next, () => Array.from({ length: this.#cores }, next));
    this.#flat = flat(this.shape, made);
    return made as ColumnsOf<S>;
  }
}

function copy(to: Column, at: number, source: NumberColumn, from: number, end: number): void {
  if (source instanceof Float64Array) to.set(source.subarray(from, end), at);
  else for (let row = from; row < end; row += 1) to[at + row - from] = source[row] as number;
}
