// @ts-nocheck -- frozen: as it was before samples had typed columns, see README.md
// Memory of a trial's processes. The sampler reads one process at a time, in turn; what all of them
// hold at a moment is the last reading of each.
import { Columns } from './columns.mjs';
/** A process that was not read for so many turns of the others is gone. */
const turns = 2;
/** A trial has no more processes than this; what is said of others has no place in the picture. */
const maxProcesses = 1024;
/** With so many readings, of two of a process the larger is kept. */
const maxReadings = 20_000;
export class MemoryTrack {
  rows = new Columns(['atNs', 'process', 'pssBytes', 'privateBytes']);
  /** Processes in the order of their first reading. */
  pids = [];
  #places = new Map();
  /** The largest sum of proportional sizes so far. */
  maxPssBytes = 0;
  /**
   * Adds a reading of one process; one that does not tell both figures is left out. The reading at a
   * trial's end may come before one that was taken earlier.
   */
  add(atNs, pid, pssBytes, privateBytes) {
    if (!Number.isFinite(pssBytes) || !Number.isFinite(privateBytes)) return;
    const process = this.#placeOf(pid);
    if (process === undefined) return;
    if (this.rows.length >= maxReadings) this.#reduce();
    this.rows.push({ atNs, process, pssBytes, privateBytes });
    const at = this.rows.column('atNs');
    let row = this.rows.length - 1;
    for (; row > 0 && (at[row - 1] ?? 0) > atNs; row -= 1) this.rows.swap(row - 1, row);
    this.maxPssBytes = Math.max(this.maxPssBytes, this.stackAt(row).pssBytes);
  }
  #placeOf(pid) {
    const known = this.#places.get(pid);
    if (known !== undefined || this.pids.length === maxProcesses) return known;
    this.#places.set(pid, this.pids.length);
    return this.pids.push(pid) - 1;
  }
  /** Readings of several processes take turns, so a process's own are looked for two by two. */
  #reduce() {
    const kept = [];
    const single = new Map();
    for (let at = 0; at < this.rows.length; at += 1) {
      const row = this.rows.row(at);
      const before = single.get(row.process);
      if (before === undefined) {
        single.set(row.process, kept.push(row) - 1);
        continue;
      }
      single.delete(row.process);
      if (row.pssBytes > (kept[before]?.pssBytes ?? 0)) kept[before] = row;
    }
    const rows = new Columns(['atNs', 'process', 'pssBytes', 'privateBytes']);
    for (const row of kept.sort((one, other) => one.atNs - other.atNs)) rows.push(row);
    this.rows = rows;
  }
  /** What all processes held when the reading in `row` was taken. */
  stackAt(row) {
    const privates = this.pids.map(() => 0);
    const seen = new Set();
    let [pssBytes, privateBytes] = [0, 0];
    const oldest = Math.max(0, row - turns * this.pids.length);
    for (let at = row; at >= oldest && seen.size < this.pids.length; at -= 1) {
      const process = this.rows.at('process', at);
      if (seen.has(process)) continue;
      seen.add(process);
      const own = this.rows.at('privateBytes', at);
      privates[process] = own;
      privateBytes += own;
      pssBytes += this.rows.at('pssBytes', at);
    }
    return { privates, privateBytes, pssBytes };
  }
}
