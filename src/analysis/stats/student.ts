// Student's distribution of t, for whole degrees of freedom.

/**
 * Probability of a t at least so far from 0 on either side: M. Abramowitz, I. A. Stegun, "Handbook of
 * Mathematical Functions" (1964), 26.7.3 (odd degrees) and 26.7.4 (even).
 * @param t from 0 on
 * @param degrees a whole number above 0
 */
export function studentTails(t: number, degrees: number): number {
  if (!Number.isFinite(t)) return 0;
  const angle = Math.atan(t / Math.sqrt(degrees));
  const cosine = Math.cos(angle);
  const odd = degrees % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k < degrees; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
  }
  const inside = odd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
  return Math.max(0, 1 - inside);
}
