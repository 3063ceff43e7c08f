// The largest memory a trial's processes held together, from the sampler's rows. Pure.
import type { SampleColumns } from '@shared/report/live';

type MemoryColumns = SampleColumns['memory'];

export interface MemoryPeak {
  readonly pssBytes: number;
  /** Private part at the moment of the peak. */
  readonly privateBytes: number;
}

/**
 * Adds rows reading by reading: a reading holds each process once, so one that meets a process
 * again begins the next. Adding proportional sizes counts shared pages once.
 */
export class MemoryPeaks {
  #pids = new Set<number>();
  #pss = 0;
  #private = 0;
  #peak: MemoryPeak | undefined;

  /** Adds the rows that belong to `trial`. */
  add(memory: MemoryColumns, trial: number): void {
    memory.pid.forEach((pid, row) => {
      if (memory.trial[row] !== trial) return;
      if (this.#pids.has(pid)) this.#beginReading();
      this.#pids.add(pid);
      this.#pss += memory.pssBytes[row] ?? 0;
      this.#private += memory.privateBytes[row] ?? 0;
      if (this.#peak === undefined || this.#pss > this.#peak.pssBytes) {
        this.#peak = { pssBytes: this.#pss, privateBytes: this.#private };
      }
    });
  }

  /** The peak so far; undefined before the first reading. */
  get peak(): MemoryPeak | undefined {
    return this.#peak;
  }

  #beginReading(): void {
    this.#pids = new Set();
    this.#pss = 0;
    this.#private = 0;
  }
}
