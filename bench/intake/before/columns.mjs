// @ts-nocheck -- frozen: as it was before samples had typed columns, see README.md
// Growing columns of numbers: one typed array a name, all of one length. Samples live in these,
// outside Vue, so that a batch costs a copy and a long run costs 8 bytes a figure.
const smallest = 64;
const nothing = new Float64Array(0);
export class Columns {
  #names;
  #arrays;
  #capacity = 0;
  #length = 0;
  /** How many rows there are when pairs are joined next. */
  #joinAt = 0;
  constructor(names) {
    this.#names = names;
    // Nothing is taken before the first row: a report may name many workers that have none.
    this.#arrays = Object.fromEntries(names.map((name) => [name, nothing]));
  }
  get length() {
    return this.#length;
  }
  /** A column's storage: the first `length` entries count, and it is stale after the next push. */
  column(name) {
    return this.#arrays[name];
  }
  /** One figure; NaN outside the rows. */
  at(name, row) {
    return row < this.#length ? (this.#arrays[name][row] ?? Number.NaN) : Number.NaN;
  }
  /** Appends a row. */
  push(row) {
    if (this.#length === this.#capacity) this.#grow();
    for (const name of this.#names) this.#arrays[name][this.#length] = row[name];
    this.#length += 1;
  }
  /** Replaces a row. */
  set(row, figures) {
    for (const name of this.#names) this.#arrays[name][row] = figures[name];
  }
  /** One row; NaN outside the rows. */
  row(row) {
    return Object.fromEntries(this.#names.map((name) => [name, this.at(name, row)]));
  }
  /**
   * Makes one row of each two that follow one another.
   * @param join the row for both; undefined where they stay two
   */
  joinPairs(join) {
    let kept = 0;
    for (let row = 0; row < this.#length; row += 1) {
      const first = this.row(row);
      const both = row + 1 < this.#length ? join(first, this.row(row + 1)) : undefined;
      this.set(kept, both ?? first);
      kept += 1;
      if (both !== undefined) row += 1;
    }
    this.#length = kept;
  }
  /**
   * As {@link joinPairs}, where there are `most` rows: where few could be joined not before there are twice as
   * many, as each time costs what the rows do.
   */
  joinBeyond(most, join) {
    if (this.#length < Math.max(most, this.#joinAt)) return;
    this.joinPairs(join);
    this.#joinAt = 2 * this.#length;
  }
  /** Exchanges two rows. */
  swap(one, other) {
    for (const name of this.#names) {
      const array = this.#arrays[name];
      const kept = array[one] ?? Number.NaN;
      array[one] = array[other] ?? Number.NaN;
      array[other] = kept;
    }
  }
  /** Forgets the first `count` rows. */
  dropFirst(count) {
    const dropped = Math.min(count, this.#length);
    for (const name of this.#names) this.#arrays[name].copyWithin(0, dropped, this.#length);
    this.#length -= dropped;
  }
  #grow() {
    this.#capacity = Math.max(smallest, 2 * this.#capacity);
    for (const name of this.#names) {
      const larger = new Float64Array(this.#capacity);
      larger.set(this.#arrays[name]);
      this.#arrays[name] = larger;
    }
  }
}
