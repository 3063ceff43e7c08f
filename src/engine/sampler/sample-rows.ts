// Samples on their way from the ticker to the engine: rows of numbers, one after another. They are
// written without making anything new, and cross to another thread and process as they lie.
import type { ResidentMemory } from '../machine/smaps-rollup';
import { columnsOfRows, columnKindsOf, type ColumnsOf } from '@shared/base/table';
import { sampleTables } from '@shared/report/tables';

/** Numbers in a row. */
export const workerWidth = columnKindsOf(sampleTables.workers).length;

export const residentWidth = columnKindsOf(sampleTables.resident).length;

/** Numbers in a row of this many cores. */
export function coreWidth(cores: number): number {
  return columnKindsOf(sampleTables.cores, cores).length;
}

const firstRows = 64;

/** Rows of the same width, collected until they are taken. */
export class SampleRows {
  readonly #width: number;
  #numbers: Float64Array<ArrayBuffer>;
  #used = 0;

  constructor(width: number) {
    this.#width = width;
    this.#numbers = new Float64Array(firstRows * width);
  }

  /** Returns where to write: the row's numbers go to `at(0)`, `at(1)` … of {@link numbers}. */
  begin(): number {
    if (this.#used + this.#width > this.#numbers.length) {
      const larger = new Float64Array(2 * this.#numbers.length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    const at = this.#used;
    this.#used += this.#width;
    return at;
  }

  get numbers(): Float64Array {
    return this.#numbers;
  }

  /** Adds a row of a process's resident size, as its table has it. */
  addResident(atNs: number, trial: number, pid: number, memory: ResidentMemory): void {
    let place = this.begin();
    this.#numbers[place++] = atNs;
    this.#numbers[place++] = trial;
    this.#numbers[place++] = pid;
    this.#numbers[place++] = memory.rssBytes;
    this.#numbers[place++] = memory.sharedBytes;
  }

  /** The rows so far, as a copy; the next ones start anew. */
  take(): Float64Array<ArrayBuffer> {
    const rows = this.#numbers.slice(0, this.#used);
    this.#used = 0;
    return rows;
  }
}

/** Rows of workers as columns. */
export function workerColumns(rows: Float64Array): ColumnsOf<typeof sampleTables.workers> {
  return columnsOfRows(sampleTables.workers, rows);
}

/** Rows of resident sizes as columns. */
export function residentColumns(rows: Float64Array): ColumnsOf<typeof sampleTables.resident> {
  return columnsOfRows(sampleTables.resident, rows);
}

/** Rows of this many cores as columns. */
export function coreColumns(
  rows: Float64Array,
  cores: number,
): ColumnsOf<typeof sampleTables.cores> {
  return columnsOfRows(sampleTables.cores, rows, cores);
}
