// Memory of a trial's processes. The sampler reads one process at a time, in turn; what all of them
// hold at a moment is the last reading of each.
import { Columns } from './columns';

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

export class MemoryTrack {
  readonly rows = new Columns(['atNs', 'process', 'pssBytes', 'privateBytes']);
  /** Processes in the order of their first reading. */
  readonly pids: number[] = [];
  /** The largest sum of proportional sizes so far. */
  mostPssBytes = 0;

  /**
   * Adds a reading of one process; one that does not tell both figures is left out. The reading at a
   * trial's end may come before one that was taken earlier.
   */
  add(atNs: number, pid: number, pssBytes: number, privateBytes: number): void {
    if (!Number.isFinite(pssBytes) || !Number.isFinite(privateBytes)) return;
    if (!this.pids.includes(pid)) this.pids.push(pid);
    this.rows.push({ atNs, process: this.pids.indexOf(pid), pssBytes, privateBytes });
    const at = this.rows.column('atNs');
    let row = this.rows.length - 1;
    for (; row > 0 && (at[row - 1] ?? 0) > atNs; row -= 1) this.rows.swap(row - 1, row);
    this.mostPssBytes = Math.max(this.mostPssBytes, this.stackAt(row).pssBytes);
  }

  /** What all processes held when the reading in `row` was taken. */
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
