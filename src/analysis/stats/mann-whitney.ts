// Tests whether one list of times tends to be larger than another, whatever their distributions look like: H. B.
// Mann, D. R. Whitney, "On a Test of Whether one of Two Random Variables is Stochastically Larger than the Other",
// The Annals of Mathematical Statistics 18 (1947).
import { upperTail } from './normal';
import { rankTies, type Ranks } from './ranks';

/** Up to this product of the two counts every split of the ranks is counted. */
const exactUpTo = 400;

export interface MannWhitney {
  /** Pairs in which the one is larger than the other, a tie counted as half. */
  readonly u: number;
  /** Two-sided: how probable a U at least this far from its mean is, where the two do not differ. */
  readonly p: number;
}

/**
 * In how many ways `count` of the ranks, doubled to be whole, can be chosen so that they add up to
 * each sum: `arrangements[sum]`. With ties too, so the test is exact there as well. The shift algorithm of
 * B. Streitberg, J. Röhmel, "Exact Distributions for Permutation and Rank Tests: An Introduction to
 * Some Recently Published Algorithms", Statistical Software Newsletter 12 (1986).
 */
function arrangementsBySum(doubled: readonly number[], count: number): Float64Array {
  const most = [...doubled]
    .sort((one, other) => other - one)
    .slice(0, count)
    .reduce((sum, rank) => sum + rank, 0);
  const bySize = Array.from({ length: count + 1 }, () => new Float64Array(most + 1));
  (bySize[0] as Float64Array)[0] = 1;
  for (const rank of doubled) {
    for (let size = count; size > 0; size -= 1) {
      const larger = bySize[size] as Float64Array;
      const smaller = bySize[size - 1] as Float64Array;
      for (let sum = most; sum >= rank; sum -= 1) {
        larger[sum] = (larger[sum] as number) + (smaller[sum - rank] as number);
      }
    }
  }
  return bySize[count] as Float64Array;
}

/** Without ties the arrangements follow from the two counts alone; times in nanoseconds seldom tie. */
const untiedArrangements = new Map<string, Float64Array>();

function arrangementsOf({ ranks, ties }: Ranks, count: number): Float64Array {
  const key = `${count}/${ranks.length}`;
  const known = ties.length === 0 ? untiedArrangements.get(key) : undefined;
  if (known !== undefined) return known;
  const arrangements = arrangementsBySum(
    ranks.map((rank) => 2 * rank),
    count,
  );
  if (ties.length === 0) untiedArrangements.set(key, arrangements);
  return arrangements;
}

/** Share of all arrangements whose sum lies at least as far from the mean as this one. */
function exactP(ranked: Ranks, count: number, rankSum: number): number {
  const { ranks } = ranked;
  const arrangements = arrangementsOf(ranked, count);
  const mean = count * (ranks.length + 1);
  const far = Math.abs(2 * rankSum - mean);
  let all = 0;
  let asFar = 0;
  arrangements.forEach((number, sum) => {
    all += number;
    if (Math.abs(sum - mean) >= far) asFar += number;
  });
  return asFar / all;
}

/**
 * The normal approximation with corrections for ties and for continuity: E. L. Lehmann,
 * "Nonparametrics: Statistical Methods Based on Ranks" (1975), section 1.4.
 */
function normalP({ ties }: Ranks, one: number, other: number, u: number): number {
  const all = one + other;
  const tied = ties.reduce((sum, size) => sum + size ** 3 - size, 0);
  const variance = ((one * other) / 12) * (all + 1 - tied / (all * (all - 1)));
  if (variance === 0) return 1;
  const far = Math.max(0, Math.abs(u - (one * other) / 2) - 0.5);
  return Math.min(1, 2 * upperTail(far / Math.sqrt(variance)));
}

/**
 * The two-sided test. Exact, ties included, where the product of the two counts is at most 400; by
 * the normal approximation above. Absent where a side has no figures.
 */
export function mannWhitney(
  one: readonly number[],
  other: readonly number[],
): MannWhitney | undefined {
  if (one.length === 0 || other.length === 0) return undefined;
  const ranked = rankTies([...one, ...other]);
  const rankSum = ranked.ranks.slice(0, one.length).reduce((sum, rank) => sum + rank, 0);
  const pairs = one.length * other.length;
  const u = rankSum - (one.length * (one.length + 1)) / 2;
  if (pairs > exactUpTo) return { u, p: normalP(ranked, one.length, other.length, u) };
  const otherSum = (ranked.ranks.length * (ranked.ranks.length + 1)) / 2 - rankSum;
  return one.length <= other.length
    ? { u, p: exactP(ranked, one.length, rankSum) }
    : { u, p: exactP(ranked, other.length, otherSum) };
}

/**
 * The most that U may be for so few pairs to lie on one side that chance gives it with at most this
 * probability, where neither tends to be larger: -1 where even 0 is likelier. Without ties; above 400
 * pairs by the normal approximation.
 */
export function criticalU(one: number, other: number, probability: number): number {
  const pairs = one * other;
  if (pairs > exactUpTo) return Math.floor(normalCriticalU(one, other, probability));
  const count = Math.min(one, other);
  const ranks = Array.from({ length: one + other }, (_, index) => index + 1);
  const arrangements = arrangementsOf({ ranks, ties: [] }, count);
  const all = arrangements.reduce((sum, number) => sum + number, 0);
  const least = count * (count + 1);
  let u = -1;
  for (let sum = 0; u < pairs; u += 1) {
    sum += arrangements[least + 2 * (u + 1)] ?? 0;
    if (sum > probability * all) break;
  }
  return u;
}

function normalCriticalU(one: number, other: number, probability: number): number {
  const deviation = Math.sqrt((one * other * (one + other + 1)) / 12);
  let [near, far] = [0, 10];
  for (let step = 0; step < 60; step += 1) {
    const middle = (near + far) / 2;
    if (upperTail(middle) > probability) near = middle;
    else far = middle;
  }
  return (one * other) / 2 - far * deviation - 0.5;
}

/** The smallest two-sided p that so many figures per side can give: 2 of all ways to split them. */
export function minP(one: number, other: number): number {
  let arrangements = 1;
  for (let i = 1; i <= Math.min(one, other); i += 1) {
    arrangements *= (Math.max(one, other) + i) / i;
  }
  return Math.min(1, 2 / arrangements);
}
