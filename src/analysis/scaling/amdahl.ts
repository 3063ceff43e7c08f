// Amdahl's law: what stays serial bounds the speed-up.
// G. M. Amdahl, "Validity of the single processor approach to achieving large scale computing
// capabilities", AFIPS Spring Joint Computer Conference (1967).

/** A measured or drawn speed-up: serial's time over the time with so many workers. */
export interface Scaled {
  readonly workers: number;
  readonly speedup: number;
}

/** S(N) = 1 / (s + (1 − s) / N). @param serial the part s that stays serial, 0 to 1 */
export function amdahlSpeedup(workers: number, serial: number): number {
  return 1 / (serial + (1 - serial) / workers);
}

/**
 * The serial part, 0 to 1, that fits best: the least squares of N/S = 1 + s·(N − 1), which is
 * Amdahl's law turned round so that it is linear in s. Points with one worker say nothing about it.
 */
export function fitAmdahl(points: readonly Scaled[]): number {
  let products = 0;
  let squares = 0;
  for (const { workers, speedup } of points) {
    products += (workers - 1) * (workers / speedup - 1);
    squares += (workers - 1) ** 2;
  }
  return Math.min(1, Math.max(0, products / squares));
}

/**
 * The serial part that a single speed-up shows, (1/S − 1/N) / (1 − 1/N); below 0 where it is more
 * than N. Absent for one worker. A. H. Karp, H. P. Flatt, "Measuring parallel processor
 * performance", Communications of the ACM 33(5) (1990).
 */
export function karpFlatt({ workers, speedup }: Scaled): number | undefined {
  return workers === 1 ? undefined : (1 / speedup - 1 / workers) / (1 - 1 / workers);
}
