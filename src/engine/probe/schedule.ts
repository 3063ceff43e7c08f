// When the sampler ticks: an absolute schedule, so that late ticks do not push later ones back.

const millisecond = 1_000_000;

/**
 * Ticks due at start + k × period. A tick that could not happen before the next one was due is
 * missed: counted, never made up for.
 *
 * The runtime's timers step in whole milliseconds. Waking is therefore rounded up: a tick comes up to
 * about a millisecond after its time, the mean rate is exact, and at 200 Hz (5 ms) none is missed for
 * that reason. Every sample says when it was really taken.
 */
export class Schedule {
  readonly #startNs: number;
  readonly #periodNs: number;
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

  /** Whole milliseconds to wait for the next tick, at least 1. */
  waitMs(nowNs: number): number {
    return Math.max(1, Math.ceil((this.#dueNs() - nowNs) / millisecond));
  }

  #dueNs(): number {
    return this.#startNs + this.#next * this.#periodNs;
  }
}
