// Memory of a trial's processes. The sampler reads one process at a time, in turn; what all of them
// hold at a moment is the last reading of each.
import { Table } from '@shared/base/table';

/** The last readings of all processes at one moment. */
export interface MemoryStack {
  /** Private bytes by process, in the order of `pids`; 0 for one that is not there. */
  readonly privates: readonly number[];
  readonly privateBytes: number;
  /** Proportional sizes added up: shared memory is counted once in it. */
  readonly pssBytes: number;
}

/** A process that was not read for so many turns of the others is gone. */
const turns = 2;
/** A trial has no more processes than this; what is said of others has no place in the picture. */
const maxProcesses = 1024;
/** With so many readings, of two of a process the larger is kept. */
const maxReadings = 20_000;

/** A reading of a process, by its place among the trial's. */
const shape = { atNs: 'ns', process: 'index', pssBytes: 'bytes', privateBytes: 'bytes' } as const;

export class MemoryTrack {
  rows = new Table(shape);
  /** Processes in the order of their first reading. */
  readonly pids: number[] = [];
  readonly #places = new Map<number, number>();
  /** The largest sum of proportional sizes so far. */
  maxPssBytes = 0;

  /**
   * Adds a reading of one process; one without both figures is left out. The reading at a
   * trial's end may come before one that was taken earlier.
   */
  add(atNs: number, pid: number, pssBytes: number, privateBytes: number): void {
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

  #placeOf(pid: number): number | undefined {
    const known = this.#places.get(pid);
    if (known !== undefined || this.pids.length === maxProcesses) return known;
    this.#places.set(pid, this.pids.length);
    return this.pids.push(pid) - 1;
  }

  /** Readings of several processes take turns, so a process's own are looked for two by two. */
  #reduce(): void {
    const kept: ReturnType<typeof this.rows.row>[] = [];
    const single = new Map<number, number>();
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
    const rows = new Table(shape);
    for (const row of kept.sort((one, other) => one.atNs - other.atNs)) rows.push(row);
    this.rows = rows;
  }

  /** Returns what all processes held when the reading in `row` was taken. */
  stackAt(row: number): MemoryStack {
    const privates = this.pids.map(() => 0);
    const seen = new Set<number>();
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
