// Touches a payload on its way: a byte of each page is written where it is sent and read where it arrives, so that
// it is really there. More would measure memory, less would measure nothing.

/** A payload is touched once in so many bytes. */
export const pageBytes = 4096;

/** Writes one byte into every page. */
export function writePages(payload: Uint8Array, value: number): void {
  for (let at = 0; at < payload.length; at += pageBytes) payload[at] = value;
}

/** The sum of one byte of every page. */
export function readPages(payload: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < payload.length; at += pageBytes) sum += payload[at] as number;
  return sum;
}
