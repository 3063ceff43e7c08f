// Rows of one kind that came since the last trial ended, and of how many they are.
import { type Table, type ColumnsOf, type RowsOf, type Shape } from '@shared/base/table';

/** What a table gives away: its rows, and how many had come. */
export interface Taken<S extends Shape> {
  readonly rows: ColumnsOf<S>;
  readonly kept: number;
  readonly taken: number;
}

/** Halving that leaves more than this of the rows is of no more use. */
const worthwhile = 0.95;

export class WaitingRows<S extends Shape> {
  readonly #table: Table<S>;
  readonly #halve: (table: Table<S>) => void;
  readonly #maxWaiting: number;
  #taken = 0;
  #unsound = 0;

  /**
   * @param table an empty one
   * @param halve makes about half as many of its rows
   * @param maxWaiting rows that may wait for their trial to end before they are halved
   */
  constructor(table: Table<S>, halve: (table: Table<S>) => void, maxWaiting: number) {
    this.#table = table;
    this.#halve = halve;
    this.#maxWaiting = maxWaiting;
  }

  /** Rows that held something else than numbers and are kept nowhere. */
  get unsound(): number {
    return this.#unsound;
  }

  /** @param count of the rows */
  add(rows: RowsOf<S>, count: number): void {
    const isSound = this.#table.isSound(rows);
    let from = 0;
    for (let row = 0; row < count; row += 1) {
      if (isSound(row)) continue;
      this.#append(rows, from, row);
      this.#unsound += 1;
      from = row + 1;
    }
    this.#append(rows, from, count);
  }

  /** More rows came than were added: they were reduced before. */
  addTaken(rows: number): void {
    this.#taken += rows;
  }

  /** Everything, in `most` rows or fewer: joined as far as they can be, else none. */
  take(most: number): Taken<S> {
    this.#halveTo(most);
    if (this.#table.length > most) this.#table.clear();
    const { length: kept } = this.#table;
    const taken = this.#taken;
    this.#taken = 0;
    return { rows: this.#table.take(), kept, taken };
  }

  #append(rows: RowsOf<S>, from: number, to: number): void {
    this.#taken += Math.max(0, to - from);
    for (let at = from; at < to;) {
      const end = Math.min(to, at + this.#maxWaiting + 1 - this.#table.length);
      this.#table.append(rows, at, end);
      at = end;
      if (this.#table.length > this.#maxWaiting) this.#bound();
    }
  }

  #bound(): void {
    this.#halveTo(this.#maxWaiting / 2);
    // Rows of which no two belong together are no samples of one trial.
    if (this.#table.length > this.#maxWaiting) this.#table.clear();
  }

  #halveTo(most: number): void {
    while (this.#table.length > most) {
      const before = this.#table.length;
      this.#halve(this.#table);
      if (this.#table.length > before * worthwhile) return;
    }
  }
}
