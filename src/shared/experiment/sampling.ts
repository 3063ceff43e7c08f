// Defines how often the sampler reads: the experiment's `hz` is the rate of the cheapest counters.

/**
 * Samples of the cores per second, where workers are sampled `hz` times per second. Reading the cores costs
 * more and, as they count in ticks of 10 ms, gives less information each time. So every n-th sample reads them: every
 * second at 25 Hz, every fourth from 50 to 100 Hz, every eighth at 200 Hz, each up to 12.5 Hz. That is 12.5 to 25 times
 * per second at those rates, and 6 to 12.5 times at the others above 12.5 Hz.
 */
export function coreSampleHz(hz: number): number {
  const wanted = Math.min(25, Math.max(12.5, hz / 4));
  return hz / Math.max(1, Math.ceil(hz / wanted));
}

/** How often what is measured is sent: each message takes CPU time from what is measured. */
export interface Pace {
  /** Between two batches of finished tasks from a host, and two readings of a worker's heap. */
  readonly drainMs: number;
  /** Finished tasks in such a batch, some tenths of a millisecond's work; the others wait. */
  readonly drainedAtOnce: number;
  /** Between two batches of the sampler's. */
  readonly batchMs: number;
  /** Between two looks at the event loop, and two rows about it. */
  readonly loopProbeMs: number;
  readonly loopIntervalMs: number;
}

/**
 * `live`: somebody watches. `crowded`: somebody watches, but the workers take every core and their times count, so
 * the window draws rarely and messages cost most (docs/decisions/0029). `quiet`: nobody watches.
 */
export const paces = {
  live: { drainMs: 66, drainedAtOnce: 170, batchMs: 66, loopProbeMs: 50, loopIntervalMs: 200 },
  crowded: {
    drainMs: 400,
    drainedAtOnce: 1000,
    batchMs: 400,
    loopProbeMs: 50,
    loopIntervalMs: 200,
  },
  quiet: {
    drainMs: 2000,
    drainedAtOnce: 5000,
    batchMs: 2000,
    loopProbeMs: 250,
    loopIntervalMs: 1000,
  },
} as const satisfies Record<string, Pace>;

export type PaceName = keyof typeof paces;
