// Times of a trace: microseconds that a reader which cuts them to whole nanoseconds, as Perfetto does,
// cuts to the nanoseconds that were meant. Otherwise a slice ends 1 ns late and hides the one after it.

/** Up to here a double holds microseconds to the nanosecond: 23 days. */
const exactNs = 2e15;

/** The moment in whole nanoseconds, in whole microseconds where a double can't tell more; in the same order. */
export function wholeNs(ns: number): number {
  return Math.abs(ns) < exactNs ? Math.floor(ns) : Math.floor(ns / 1000) * 1000;
}

/** Microseconds that come to `ns`, a whole number, when they are multiplied by 1,000 and cut. */
export function microseconds(ns: number): number {
  const us = ns / 1000;
  if (Math.trunc(us * 1000) === ns) return us;
  // One step of a double away from zero is enough, and too small to be seen.
  return us * (1 + Number.EPSILON);
}

/** A stretch in whole nanoseconds that never ends before it begins; undefined where it has no place in time. */
export function stretchOf(
  startNs: number | undefined,
  endNs: number | undefined,
): { readonly fromNs: number; readonly toNs: number } | undefined {
  if (startNs === undefined || endNs === undefined) return undefined;
  if (!Number.isFinite(startNs) || !Number.isFinite(endNs)) return undefined;
  const fromNs = wholeNs(startNs);
  return { fromNs, toNs: Math.max(fromNs, wholeNs(endNs)) };
}
