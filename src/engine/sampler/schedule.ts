// Schedules the sampler's ticks: an absolute schedule, so that late ticks do not push later ones back.

const millisecond = 1_000_000;
/** Waits are cut to whole microseconds: without it, many would end just before the tick is due. */
const trifleMs = 0.002;
/** A timer that waits longer fires at once: whoever waits is woken now and then, with nothing due. */
export const longestWaitMs = 2 ** 31 - 1;

/**
 * Ticks due at start + k × period. A tick that could not happen before the next one was due is
 * missed: counted, never made up for.
 *
 * However late single ticks come, the mean rate is exact. Every sample says when it was really taken.
 */
export class SampleSchedule {
  // Floating-point from the start: what is compiled for small integers would be compiled again later.
  readonly #startNs: number = Number.NaN;
  readonly #periodNs: number = Number.NaN;
  #next = 1;
  #ticks = 0;
  #missed = 0;
  #worstLateNs = 0;

  constructor(startNs: number, periodNs: number) {
    this.#startNs = startNs;
    this.#periodNs = periodNs;
  }

  get ticks(): number {
    return this.#ticks;
  }

  get missed(): number {
    return this.#missed;
  }

  /** The latest a tick came after its time, the first of those missed included. */
  get worstLateNs(): number {
    return this.#worstLateNs;
  }

  /** Takes the tick that is due; false where none is yet. */
  take(nowNs: number): boolean {
    const lateNs = nowNs - this.#dueNs();
    if (lateNs < 0) return false;
    const missed = Math.floor(lateNs / this.#periodNs);
    this.#ticks += 1;
    this.#missed += missed;
    this.#next += 1 + missed;
    this.#worstLateNs = Math.max(this.#worstLateNs, lateNs);
    return true;
  }

  /** Milliseconds to wait for the next tick, a trifle more than none is left; or as long as a timer can. */
  waitMs(nowNs: number): number {
    return Math.min(longestWaitMs, Math.max(0, this.#dueNs() - nowNs) / millisecond + trifleMs);
  }

  #dueNs(): number {
    return this.#startNs + this.#next * this.#periodNs;
  }
}
