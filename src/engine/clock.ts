// The only place with clocks on the node side: the machine's one monotonic clock, and the run's
// clock that counts from the run's origin. Every process of a run reads the same kernel clock, so
// their times lie on one axis without any exchange.
import process from 'node:process';

/** A clock that counts nanoseconds from a run's origin. */
export interface RunClock {
  /** Nanoseconds since the origin; exact below 2⁵³ (104 days). */
  now(): number;
  /** The same for an absolute time of {@link nowNs}, as a bigint or in decimal. */
  fromAbsolute(ns: bigint | string): number;
}

/**
 * Absolute monotonic time in nanoseconds, the same in every process until the next boot: about 30 ns
 * a call. Stored as it is into a `BigInt64Array` it makes no garbage once V8 has compiled the caller;
 * as a number it would (shown in tests/workers/quiet-thread.test.ts).
 */
export const nowNs: () => bigint = process.hrtime.bigint;

/** A clock whose zero is `originNs`, an absolute time of {@link nowNs}. */
export function createRunClock(originNs: bigint | string): RunClock {
  const origin = BigInt(originNs);
  return {
    now: () => Number(nowNs() - origin),
    fromAbsolute: (ns) => Number(BigInt(ns) - origin),
  };
}

/** The date and time of day, ISO 8601 in UTC: a name for users, never used to measure. */
export function wallClockIso(): string {
  return new Date().toISOString();
}

/** The same in milliseconds since 1970, as the times of files are given. */
export function wallClockMs(): number {
  return Date.now();
}
