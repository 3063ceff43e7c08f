import { minP, mannWhitney } from '@analysis/stats/mann-whitney';
import { seededShares } from '@analysis/stats/random';
import { describe, expect, it } from 'vitest';

/** Every way to choose `count` of the figures: what chosen, what left. */
function splits(values: readonly number[], count: number): [number[], number[]][] {
  const [first, ...rest] = values;
  if (first === undefined) return count === 0 ? [[[], []]] : [];
  return [
    ...splits(rest, count - 1).map(([in_, out]): [number[], number[]] => [[first, ...in_], out]),
    ...splits(rest, count).map(([in_, out]): [number[], number[]] => [in_, [first, ...out]]),
  ];
}

/** U as defined: pairs, a tie half. */
const countPairs = (one: readonly number[], other: readonly number[]): number =>
  one
    .flatMap((a) => other.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)))
    .reduce<number>((s, x) => s + x, 0);

/** The permutation test, written out. */
function permutationP(one: readonly number[], other: readonly number[]): number {
  const mean = (one.length * other.length) / 2;
  const far = Math.abs(countPairs(one, other) - mean);
  const all = splits([...one, ...other], one.length);
  return all.filter(([a, b]) => Math.abs(countPairs(a, b) - mean) >= far).length / all.length;
}

/** Lists of 1 to `one` and on, with this U. */
function listsWithU(one: number, other: number, u: number): [number[], number[]] {
  const found = splits(
    Array.from({ length: one + other }, (_, i) => i),
    one,
  ).find(([a, b]) => countPairs(a, b) === u);
  if (found === undefined) throw new Error(`no lists with U ${u}`);
  return found;
}

describe('mannWhitney', () => {
  it('gives the published exact p', () => {
    // Hollander & Wolfe, "Nonparametric Statistical Methods" (1973), p. 69, permeability of the
    // chorioamnion; R's wilcox.test gives W = 35, and 0.1272 one-sided.
    const term = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
    const early = [1.15, 0.88, 0.9, 0.74, 1.21];
    expect(mannWhitney(term, early)?.u).toBe(35);
    expect(mannWhitney(term, early)?.p).toBeCloseTo(2 * 0.1272, 3);
    expect(mannWhitney(early, term)).toMatchObject({ u: 15 });
    expect(mannWhitney(early, term)?.p).toBe(mannWhitney(term, early)?.p);
  });

  it('gives the published p of many figures with ties, by the normal approximation', () => {
    // Ozone in New York in May and August 1973: R's example of wilcox.test on airquality gives
    // W = 127.5, p = 0.0001208.
    const may = [
      41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45,
      115, 37,
    ];
    const august = [
      39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76,
      118, 84, 85,
    ];
    const test = mannWhitney(may, august);
    expect(test?.u).toBe(127.5);
    expect(test?.p).toBeCloseTo(0.0001208, 7);
  });

  // Critical values of U, two-sided 5 %: Mann & Whitney (1947) and the tables made from it.
  it.each([
    [4, 4, 0],
    [5, 5, 2],
    [5, 8, 6],
    [7, 7, 8],
    [8, 8, 13],
  ])("has the table's critical value for %d and %d: %d", (one, other, critical) => {
    const p = (u: number): number => mannWhitney(...listsWithU(one, other, u))?.p ?? 0;
    expect(p(critical)).toBeLessThanOrEqual(0.05);
    expect(p(critical + 1)).toBeGreaterThan(0.05);
  });

  it("has the table's critical value for 20 and 20: 127", () => {
    // U of 127 and 128: of two lists that alternate, figures of the one moved down by places.
    const pAt = (u: number): number => {
      const one = Array.from({ length: 20 }, (_, i) => i + 1000);
      const other: number[] = [];
      // The one is above as many of the other as are wanted in all, each at most 20.
      let left = u;
      for (let i = 0; i < 20; i += 1) {
        const above = Math.min(20, left);
        left -= above;
        other.push(above === 20 ? i : 1000 + (20 - above) - 0.5 + i / 100);
      }
      const test = mannWhitney(one, other);
      expect(test?.u).toBe(u);
      return test?.p ?? 0;
    };
    expect(pAt(127)).toBeLessThanOrEqual(0.05);
    expect(pAt(128)).toBeGreaterThan(0.05);
  });

  it('is the permutation test of small lists, ties or none', () => {
    const next = seededShares(5);
    for (let round = 0; round < 40; round += 1) {
      const draw = (): number => Math.floor(next() * (round % 2 === 0 ? 6 : 1e6));
      const one = Array.from({ length: 2 + (round % 4) }, draw);
      const other = Array.from({ length: 2 + (round % 5) }, draw);
      expect(mannWhitney(one, other)?.u).toBe(countPairs(one, other));
      expect(mannWhitney(one, other)?.p).toBeCloseTo(permutationP(one, other), 12);
    }
  });

  it('goes over from the exact to the approximate p without a jump', () => {
    // 20 against 20 is counted, 20 against 21 approximated.
    const next = seededShares(9);
    for (let round = 0; round < 20; round += 1) {
      const one = Array.from({ length: 20 }, () => next() + round / 80);
      const other = Array.from({ length: 20 }, next);
      const p = mannWhitney(one, other)?.p ?? 0;
      const near = mannWhitney([...one, 0.5 + round / 80], other)?.p ?? 1;
      expect(Math.abs(p - near)).toBeLessThan(0.12);
    }
  });

  it('is sure of nothing where all are equal', () => {
    expect(mannWhitney([1, 1, 1], [1, 1, 1])?.p).toBe(1);
    const many = new Array<number>(30).fill(1);
    expect(mannWhitney(many, many)?.p).toBe(1);
  });

  it('is absent where a side has no figures', () => {
    expect(mannWhitney([], [1])).toBeUndefined();
    expect(mannWhitney([1], [])).toBeUndefined();
  });
});

describe('minP', () => {
  it.each([
    [1, 1, 1],
    [3, 3, 0.1],
    [3, 4, 2 / 35],
    [3, 5, 2 / 56],
    [4, 4, 2 / 70],
    [5, 5, 2 / 252],
  ])('of %d against %d is %d, as the test gives it', (one, other, expected) => {
    expect(minP(one, other)).toBeCloseTo(expected, 12);
    const low = Array.from({ length: one }, (_, i) => i);
    const high = Array.from({ length: other }, (_, i) => 100 + i);
    expect(mannWhitney(low, high)?.p).toBeCloseTo(expected, 12);
  });

  it('does not overflow', () => {
    expect(minP(1000, 1000)).toBe(0);
  });
});
