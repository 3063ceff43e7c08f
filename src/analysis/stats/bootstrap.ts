// Computes intervals of figures that are fitted to medians: the percentile bootstrap. Trials are drawn again with
// replacement, the figure is computed of each draw, and the middle 95 % of those is the interval. B. Efron, R.
// Tibshirani, "An Introduction to the Bootstrap" (1993), chapter 13. Medians themselves, and ratios of two, have
// exact intervals.
import { intervalOf, medianInterval, minTrials, type Interval } from './median-interval';
import { ascending, quantileOfSorted } from './quantile';
import { seededShares } from './random';
import { ratioOfMedians } from './ratio-interval';

export { intervalOf, medianInterval, minTrials, ratioOfMedians, type Interval };

const draws = 2000;
const confidence = 0.95;
const seed = 1;

/**
 * Draws as many figures as there are, with replacement, and takes the median, again and again. The
 * draws are counted by rank, so that the middle ones are found without sorting.
 */
function medianDrawer(values: readonly number[], next: () => number): () => number {
  const sorted = ascending(values);
  const { length } = sorted;
  const drawn = new Uint32Array(length);
  const drawnAt = (place: number): number => {
    let rank = 0;
    for (let seen = drawn[0] as number; seen <= place; seen += drawn[rank] as number) rank += 1;
    return sorted[rank] as number;
  };
  return () => {
    drawn.fill(0);
    for (let i = 0; i < length; i += 1) {
      const rank = Math.floor(next() * length);
      drawn[rank] = (drawn[rank] as number) + 1;
    }
    return (drawnAt((length - 1) >> 1) + drawnAt(length >> 1)) / 2;
  };
}

/** The middle 95 % of a figure that was computed of every draw. */
export function middleOf(figures: ArrayLike<number>): Interval {
  const statistics = Float64Array.from(figures).sort();
  const tail = (1 - confidence) / 2;
  return {
    low: quantileOfSorted(statistics, tail),
    high: quantileOfSorted(statistics, 1 - tail),
  };
}

/** The medians of lists that are drawn again together, 2,000 times over: `[draw][list]`. */
export function drawMedians(lists: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const next = seededShares(seed);
  const drawers = lists.map((values) => medianDrawer(values, next));
  return Array.from({ length: draws }, () => drawers.map((draw) => draw()));
}
