// @ts-nocheck -- frozen: as it was before samples had typed columns, see README.md
// Samples on their way from the ticker to the engine: rows of numbers, one after another. They are
// written without making anything new, and cross to another thread and process as they lie.
import { emptySamples } from './empty.mjs';
/** `atNs`, `spanNs`, then each core's busy share. */
const coreHead = 2;
const workerFields = ['atNs', 'spanNs', 'trial', 'worker', 'onCpuNs', 'waitNs', 'core'];
/** Numbers in a row. */
export const workerWidth = workerFields.length;
/** Numbers in a row of this many cores. */
export function coreWidth(cores) {
  return coreHead + cores;
}
const firstRows = 64;
/** Rows of the same width, collected until they are taken. */
export class SampleRows {
  #width;
  #numbers;
  #used = 0;
  constructor(width) {
    this.#width = width;
    this.#numbers = new Float64Array(firstRows * width);
  }
  /** Where to write: the row's numbers go to `at(0)`, `at(1)` … of {@link numbers}. */
  begin() {
    if (this.#used + this.#width > this.#numbers.length) {
      const larger = new Float64Array(2 * this.#numbers.length);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    const at = this.#used;
    this.#used += this.#width;
    return at;
  }
  get numbers() {
    return this.#numbers;
  }
  /** The rows so far, as a copy; the next ones start anew. */
  take() {
    const rows = this.#numbers.slice(0, this.#used);
    this.#used = 0;
    return rows;
  }
}
/** Rows of workers as columns. */
export function workerColumns(rows) {
  const { workers } = emptySamples(0);
  for (let at = 0; at < rows.length; at += workerWidth) {
    workerFields.forEach((field, place) => workers[field].push(rows[at + place]));
  }
  return workers;
}
/** Rows of this many cores as columns. */
export function coreColumns(rows, count) {
  const { cores } = emptySamples(count);
  for (let at = 0; at < rows.length; at += coreWidth(count)) {
    cores.atNs.push(rows[at]);
    cores.spanNs.push(rows[at + 1]);
    cores.busy.forEach((busy, core) => busy.push(rows[at + coreHead + core]));
  }
  return cores;
}
