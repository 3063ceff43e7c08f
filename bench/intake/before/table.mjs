// @ts-nocheck -- frozen: as it was before samples had typed columns, see README.md
// Rows of one kind that came since the last trial ended, and of how many they are.
/** Halving that leaves more than this of the rows is of no more use. */
const worthwhile = 0.95;
export class Table {
  #kind;
  #maxWaiting;
  #rows;
  #taken = 0;
  #unsound = 0;
  /** @param maxWaiting rows that may wait for their trial to end before they are halved */
  constructor(kind, maxWaiting) {
    this.#kind = kind;
    this.#maxWaiting = maxWaiting;
    this.#rows = kind.empty();
  }
  /** Rows that held something else than numbers and are kept nowhere. */
  get unsound() {
    return this.#unsound;
  }
  add(rows) {
    const { isSound, copyRow } = this.#kind;
    for (let row = 0; row < rows.atNs.length; row += 1) {
      if (!isSound(rows, row)) {
        this.#unsound += 1;
        continue;
      }
      copyRow(this.#rows, rows, row);
      this.#taken += 1;
      if (this.#rows.atNs.length > this.#maxWaiting) this.#bound();
    }
  }
  /** More rows came than were added: they were reduced before. */
  addTaken(rows) {
    this.#taken += rows;
  }
  /** Everything, in `most` rows or fewer: joined as far as they can be, else none. */
  take(most) {
    this.#halveTo(most);
    const rows = this.#rows.atNs.length > most ? this.#kind.empty() : this.#rows;
    const taken = this.#taken;
    this.#rows = this.#kind.empty();
    this.#taken = 0;
    return { rows, taken };
  }
  #bound() {
    this.#halveTo(this.#maxWaiting / 2);
    // Rows of which no two belong together are no samples of one trial.
    if (this.#rows.atNs.length > this.#maxWaiting) this.#rows = this.#kind.empty();
  }
  #halveTo(most) {
    while (this.#rows.atNs.length > most) {
      const before = this.#rows.atNs.length;
      this.#kind.halve(this.#rows);
      if (this.#rows.atNs.length > before * worthwhile) return;
    }
  }
}
/** How rows are checked and copied where every column is a list of numbers. */
export function plainRows(names) {
  return {
    isSound: (rows, row) =>
      names.every((name) => {
        const figure = rows[name][row] ?? Number.NaN;
        // What belongs to no trial, the reference's, is of trial -1.
        return Number.isFinite(figure) && figure >= (name === 'trial' ? -1 : 0);
      }),
    copyRow: (to, from, row) => {
      for (const name of names) to[name].push(from[name][row] ?? 0);
    },
  };
}
