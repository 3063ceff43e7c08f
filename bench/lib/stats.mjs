// The few statistics the benchmarks need. The product's own live in src/analysis.

/**
 * Quantile by linear interpolation between order statistics (definition 7 of R. J. Hyndman and
 * Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50(4), 1996).
 * @param {readonly number[]} values at least one
 * @param {number} share 0 to 1
 * @returns {number}
 */
export function quantile(values, share) {
  if (values.length === 0) throw new Error('a quantile of nothing was asked for');
  const sorted = [...values].sort((one, other) => one - other);
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const low = /** @type {number} */ (sorted[below]);
  const high = sorted[below + 1] ?? low;
  return low + (high - low) * (at - below);
}

/**
 * @param {readonly number[]} values at least one
 * @returns {number}
 */
export function median(values) {
  return quantile(values, 0.5);
}

/**
 * The middle half of the values: what a repeated round would most likely give.
 * @param {readonly number[]} values at least one
 * @returns {[number, number]} first and third quartile
 */
export function quartiles(values) {
  return [quantile(values, 0.25), quantile(values, 0.75)];
}

/**
 * The ratio of each round's two sides: what drifts from round to round cancels.
 * @param {readonly number[]} values
 * @param {readonly number[]} others as many
 * @returns {number[]}
 */
export function pairRatios(values, others) {
  if (values.length !== others.length)
    throw new Error('the sides have different numbers of rounds');
  return values.map((value, round) => value / /** @type {number} */ (others[round]));
}
