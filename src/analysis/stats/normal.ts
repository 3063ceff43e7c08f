// The normal distribution's tail.

/** Terms of the continued fraction: from z = 1 on enough for 12 digits. */
const fractionTerms = 200;

/**
 * Probability that a standard normal figure is above `z`; `z` from 0 on. Below 2 by the power series
 * of the distribution function, above by its continued fraction: M. Abramowitz, I. A. Stegun,
 * "Handbook of Mathematical Functions" (1964), 26.2.11 and 26.2.14. At least 10 digits.
 */
export function upperTail(z: number): number {
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  if (z < 2) {
    let term = z;
    let sum = z;
    for (let k = 3; term > sum * Number.EPSILON; k += 2) {
      term *= (z * z) / k;
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = z;
  for (let k = fractionTerms; k > 0; k -= 1) fraction = z + k / fraction;
  return density / fraction;
}
