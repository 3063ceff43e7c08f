// Computes from two readings of the cores the share of the time between them that each was busy.
import type { CoreTimes } from '../machine/core-times';
import type { SampleRows } from './sample-rows';

/**
 * Turns readings into rows. The kernel counts in ticks of 10 ms, so a reading soon after another
 * may not have moved on every core: then it makes no row, and the next row covers the whole time
 * since the last one. Nothing is filled in.
 */
export class CoreShares {
  readonly #idle: Float64Array;
  readonly #total: Float64Array;
  #atNs = Number.NaN;
  #free: number;

  constructor(cores: number) {
    this.#idle = new Float64Array(cores);
    this.#total = new Float64Array(cores);
    this.#free = cores;
  }

  /** How many cores were free over the newest row; all of them before the first. */
  get free(): number {
    return this.#free;
  }

  /** Adds the row that this reading completes, if it does. The first reading only sets the base. */
  add(times: CoreTimes, atNs: number, rows: SampleRows): void {
    if (times.total.every(Number.isNaN)) return;
    if (Number.isNaN(this.#atNs) || this.#coreCameOrWent(times)) {
      this.#rebase(times, atNs);
      return;
    }
    if (!this.#allMoved(times)) return;
    let place = rows.begin();
    const { numbers } = rows;
    numbers[place++] = atNs;
    numbers[place++] = atNs - this.#atNs;
    this.#free = 0;
    for (let core = 0; core < this.#total.length; core += 1) {
      const busy = this.#share(times, core);
      numbers[place++] = busy;
      this.#free += 1 - busy;
    }
    this.#rebase(times, atNs);
  }

  /** An offline core is one that did nothing. */
  #share(times: CoreTimes, core: number): number {
    const total = this.#totalSince(times, core);
    return Number.isNaN(total) ? 0 : 1 - this.#idleSince(times, core) / total;
  }

  #allMoved(times: CoreTimes): boolean {
    for (let core = 0; core < this.#total.length; core += 1) {
      const idle = this.#idleSince(times, core);
      const total = this.#totalSince(times, core);
      // The kernel's iowait may step back; the reading counts once it is ahead again.
      if (total <= 0 || idle < 0 || idle > total) return false;
    }
    return true;
  }

  #coreCameOrWent(times: CoreTimes): boolean {
    return this.#total.some((base, core) => Number.isNaN(base) !== isOffline(times, core));
  }

  #idleSince(times: CoreTimes, core: number): number {
    return (times.idle[core] as number) - (this.#idle[core] as number);
  }

  #totalSince(times: CoreTimes, core: number): number {
    return (times.total[core] as number) - (this.#total[core] as number);
  }

  #rebase(times: CoreTimes, atNs: number): void {
    this.#idle.set(times.idle);
    this.#total.set(times.total);
    this.#atNs = atNs;
  }
}

function isOffline(times: CoreTimes, core: number): boolean {
  return Number.isNaN(times.total[core]);
}
