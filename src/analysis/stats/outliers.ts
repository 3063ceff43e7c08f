// Figures far from the middle of their list. They are marked and count like the others.
import { mean, median } from './quantile';

/** Of fewer figures too many would be marked: of 3 like ones, one in almost a third of all lists. */
export const minForOutliers = 5;

/** What B. Iglewicz and D. Hoaglin recommend. */
const farthest = 3.5;

// Of a normal distribution: its upper quartile, and its mean absolute deviation, √(2/π); the latter
// stands in where more than half the figures are the same, as SPSS does ("Modified z score").
const madOfNormal = 0.6745;
const meanDeviationOfNormal = 0.797885;

/**
 * Indices of the outliers, by the modified z-score 0.6745 · |x − median| / MAD > 3.5: B. Iglewicz,
 * D. C. Hoaglin, "How to Detect and Handle Outliers" (1993), chapter 3. Where the MAD is 0, the mean
 * absolute deviation over √(2/π) takes its place. None among fewer than 5 figures.
 */
export function findOutliers(values: readonly number[]): readonly number[] {
  const middle = median(values);
  if (middle === undefined || values.length < minForOutliers) return [];
  const deviations = values.map((value) => Math.abs(value - middle));
  const mad = median(deviations) ?? 0;
  const unit = mad > 0 ? mad / madOfNormal : (mean(deviations) ?? 0) / meanDeviationOfNormal;
  return deviations.flatMap((deviation, index) => (deviation > farthest * unit ? [index] : []));
}
