// Quantiles of a handful of figures.

/** The figures in a copy of their own, the smallest first. */
export function ascending(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}

/**
 * Quantile of figures already in ascending order, linear between the two nearest: definition 7 of
 * Hyndman & Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996).
 * @param share 0 (the smallest) to 1 (the largest)
 * @throws RangeError where there is no figure
 */
export function quantileOfSorted(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) throw new RangeError('no figures to take a quantile of');
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number;
  return low + (place - below) * (high - low);
}

/** As {@link quantileOfSorted}, of figures in any order. */
export function quantile(values: readonly number[], share: number): number {
  return quantileOfSorted(ascending(values), share);
}

/** The middle figure, or the mean of the two middle ones; absent where there is no figure. */
export function median(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : quantile(values, 0.5);
}

/** Arithmetic mean; absent where there is no figure. */
export function mean(values: readonly number[]): number | undefined {
  return values.length === 0
    ? undefined
    : values.reduce((sum, value) => sum + value, 0) / values.length;
}
