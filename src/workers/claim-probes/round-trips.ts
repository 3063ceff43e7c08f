// Round trips of a payload between a probe and its worker, timed one by one.
import { nowNs } from '@engine/clock';

/** How many are made. */
export interface TripLimits {
  /** Ends when these milliseconds are over, */
  readonly ms: number;
  /** but not before so many, */
  readonly least: number;
  /** and at so many in any case. */
  readonly most: number;
}

/** A single one that takes longer is the last, in milliseconds. */
const longMs = 3000;

/** Values kept of each payload. */
const maxKept = 50;

/** At most `most` of the values, evenly spread over all, in their order. */
export function thin(values: readonly number[], most: number = maxKept): readonly number[] {
  if (values.length <= most) return values;
  return Array.from(
    { length: most },
    (_, index) => values[Math.floor((index * values.length) / most)] as number,
  );
}

/**
 * Makes one round trip to warm up, then as many as fit.
 * @param trip makes one; receives its number
 * @returns nanoseconds of each that is kept
 */
export async function timeTrips(
  trip: (number: number) => Promise<void> | void,
  limits: TripLimits,
): Promise<readonly number[]> {
  await trip(0);
  const times: number[] = [];
  const beganNs = nowNs();
  for (let number = 1; number <= limits.most; number += 1) {
    const fromNs = nowNs();
    const made = trip(number);
    // Where nothing is waited for, not even a microtask is.
    if (made !== undefined) await made;
    const toNs = nowNs();
    times.push(Number(toNs - fromNs));
    const soFarMs = Number(toNs - beganNs) / 1e6;
    if (Number(toNs - fromNs) / 1e6 > longMs) break;
    if (soFarMs >= limits.ms && number >= limits.least) break;
  }
  return thin(times);
}
