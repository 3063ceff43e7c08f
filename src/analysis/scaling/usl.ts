// The Universal Scalability Law: contention (σ) bounds the speed-up as in Amdahl's law, and
// coherency (κ), what every worker costs every other, makes it fall again.
// N. J. Gunther, "A simple capacity model of massively parallel transaction systems", CMG (1993);
// "Guerrilla Capacity Planning", Springer (2007), chapters 4 to 6.
import type { Scaled } from './amdahl';

export interface UslFit {
  /** σ, 0 to 1. */
  readonly contention: number;
  /** κ, at least 0. */
  readonly coherency: number;
}

/** S(N) = N / (1 + σ(N − 1) + κN(N − 1)). */
export function uslSpeedup(workers: number, { contention, coherency }: UslFit): number {
  return workers / (1 + contention * (workers - 1) + coherency * workers * (workers - 1));
}

/** The workers at which the law is fastest, √((1 − σ) / κ), at least 1; infinite where κ is 0. */
export function uslBest({ contention, coherency }: UslFit): number {
  return coherency === 0 ? Infinity : Math.max(1, Math.sqrt((1 - contention) / coherency));
}

/** Sums over the points of N/S − 1 = σ·a + κ·b, with a = N − 1 and b = N(N − 1). */
interface Sums {
  readonly aa: number;
  readonly ab: number;
  readonly bb: number;
  readonly ay: number;
  readonly by: number;
}

function addUp(points: readonly Scaled[]): Sums {
  const sums = { aa: 0, ab: 0, bb: 0, ay: 0, by: 0 };
  for (const { workers, speedup } of points) {
    const a = workers - 1;
    const b = workers * a;
    const y = workers / speedup - 1;
    sums.aa += a * a;
    sums.ab += a * b;
    sums.bb += b * b;
    sums.ay += a * y;
    sums.by += b * y;
  }
  return sums;
}

/** The squared error, but for a constant that is the same for every fit. */
function squaredError({ aa, ab, bb, ay, by }: Sums, { contention, coherency }: UslFit): number {
  return (
    contention * (aa * contention + 2 * ab * coherency - 2 * ay) +
    coherency * (bb * coherency - 2 * by)
  );
}

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value));

/**
 * The σ (0 to 1) and κ (at least 0) that fit best: the least squares of N/S = 1 + σ(N − 1) +
 * κN(N − 1), the law turned round so that it is linear in both (Gunther 2007, section 5.3). Needs at
 * least two different counts above 1.
 */
export function fitUsl(points: readonly Scaled[]): UslFit {
  const sums = addUp(points);
  const { aa, ab, bb, ay, by } = sums;
  const determinant = aa * bb - ab * ab;
  const contention = (ay * bb - by * ab) / determinant;
  const coherency = (by * aa - ay * ab) / determinant;
  if (contention >= 0 && contention <= 1 && coherency >= 0) return { contention, coherency };
  // The error is convex, so the best allowed pair lies on an edge of what is allowed.
  const edges: readonly UslFit[] = [
    { contention: clamp(ay / aa, 1), coherency: 0 },
    { contention: 0, coherency: clamp(by / bb, Infinity) },
    { contention: 1, coherency: clamp((by - ab) / bb, Infinity) },
  ];
  return edges.reduce((best, edge) =>
    squaredError(sums, edge) < squaredError(sums, best) ? edge : best,
  );
}
