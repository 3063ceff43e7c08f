// Event-loop delay of this process: how late the loop gets to what is due.
//
// A timer of our own, compared with the time it was to fire. The runtime's monitorEventLoopDelay would
// cost less, but forgets its last tick on reset(): a stall that makes our own reader late too, which is
// every long one, falls between two intervals and is lost (a stall of 250 ms was read as 4 ms).
import type { LoopColumns } from '@shared/report/live';
import type { Pace } from '@shared/experiment/sampling';
import type { RunClock } from '../clock';

const millisecond = 1_000_000;

export interface LoopDelayOptions {
  readonly clock: Pick<RunClock, 'now'>;
  /** Told after each interval: one row, the worst delay in it. */
  readonly onBatch: (loop: LoopColumns) => void;
  /** Each look at the loop costs a tenth to a fifth of a millisecond of CPU time. */
  readonly pace: Pick<Pace, 'loopProbeMs' | 'loopIntervalMs'>;
}

/**
 * Watches the event loop. Timers step in milliseconds, so a delay below about 1 ms is not distinguished from
 * none. A stall shows as at least its length less one probe: one shorter than that may show as none.
 */
export class LoopDelay {
  readonly #options: LoopDelayOptions;
  readonly #probeMs: number;
  readonly #intervalNs: number;
  #timer: NodeJS.Timeout | undefined;
  #armedNs = 0;
  #intervalFromNs = 0;
  #worstNs = 0;

  constructor(options: LoopDelayOptions) {
    this.#options = options;
    this.#probeMs = options.pace.loopProbeMs;
    this.#intervalNs = options.pace.loopIntervalMs * millisecond;
  }

  start(): void {
    this.#intervalFromNs = this.#options.clock.now();
    this.#arm(this.#intervalFromNs);
  }

  /** Ends it; what the interval under way has seen is reported. */
  stop(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const nowNs = this.#options.clock.now();
    this.#note(nowNs);
    this.#tell(nowNs);
  }

  #arm(nowNs: number): void {
    this.#armedNs = nowNs;
    this.#timer = setTimeout(() => this.#look(), this.#probeMs);
    this.#timer.unref();
  }

  #look(): void {
    const nowNs = this.#options.clock.now();
    this.#note(nowNs);
    if (nowNs - this.#intervalFromNs >= this.#intervalNs) this.#tell(nowNs);
    this.#arm(this.#options.clock.now());
  }

  #note(nowNs: number): void {
    const lateNs = nowNs - this.#armedNs - this.#probeMs * millisecond;
    this.#worstNs = Math.max(this.#worstNs, lateNs);
  }

  #tell(nowNs: number): void {
    this.#options.onBatch({ atNs: Float64Array.of(nowNs), maxNs: Float64Array.of(this.#worstNs) });
    this.#worstNs = 0;
    this.#intervalFromNs = nowNs;
  }
}
