// Limits how much of what is measured a run keeps. Without a budget a day of sampling fills the memory, and the
// report could not be opened again.

/** Rows that a run keeps, of each kind. */
export interface RowBudget {
  /** Finished tasks with their start and end. */
  readonly spans: number;
  /** Samples of workers. */
  readonly workers: number;
  /** Figures in the samples of cores: a row has one per core and two more. */
  readonly coreFigures: number;
  /** Readings of processes' memory. */
  readonly processes: number;
  /** Samples of their resident size. */
  readonly resident: number;
  readonly heaps: number;
  readonly loop: number;
  /** Process and thread numbers of workers, a row for each worker of a trial. */
  readonly identities: number;
}

/** About 160 MB of rows in a report, at the most. */
export const runBudget: RowBudget = {
  spans: 1_000_000,
  workers: 800_000,
  coreFigures: 1_500_000,
  processes: 200_000,
  resident: 400_000,
  heaps: 200_000,
  loop: 100_000,
  identities: 200_000,
};

/**
 * A budget over a run's trials: each has an equal part, and what it does not need is left to those after
 * it. So all are kept alike, whatever their order, and how much a trial may keep is known when it ends.
 */
export class Allowance {
  readonly #part: number;
  #left: number;
  #credit = 0;

  /** @param trials how many there may be; more of them have what is left */
  constructor(budget: number, trials: number) {
    this.#part = budget / Math.max(1, trials);
    this.#left = budget;
  }

  /** What the trial that ends may keep. */
  get quota(): number {
    return Math.floor(Math.min(this.#left, this.#credit + this.#part));
  }

  /** The trial has ended and has kept so much, its quota at most. */
  keep(rows: number): void {
    this.#credit = Math.min(this.#left, this.#credit + this.#part) - rows;
    this.#left -= rows;
  }
}
