import { findDrift } from '@analysis/stats/drift';
import { seededShares } from '@analysis/stats/random';
import { describe, expect, it } from 'vitest';

const line = (count: number, from: number, to: number): number[] =>
  Array.from({ length: count }, (_, i) => from + ((to - from) * i) / (count - 1));

describe('findDrift', () => {
  it('tells how much figures rose and how surely', () => {
    const drift = findDrift(line(10, 1, 1.9), 0.01);
    // First third 1 1.1 1.2, last 1.7 1.8 1.9. ρ is 1, z is 3: Python's math.erfc(3 / √2).
    expect(drift?.change).toBeCloseTo(1.8 / 1.1 - 1, 12);
    expect(drift?.p).toBeCloseTo(0.0026997960632601866, 10);
  });

  it("has the p of Spearman's ρ", () => {
    // Hours of television and IQ, a common example: ρ = −29/165. Its z is 0.527.
    const byIq = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17].map((hours) => 100 + hours);
    expect(findDrift(byIq, 1)).toBeUndefined();
    // Its medians do not fall as ρ does; reversed they do not rise. Thirds that do:
    const fell = [27, 50, 28, 29, 20, 12, 6, 17, 7, 0].map((hours) => 100 + hours);
    // Ranks 7 10 8 9 6 4 2 5 3 1: Σd² = 36 + 64 + 25 + 25 + 1 + 4 + 25 + 9 + 36 + 81 = 306,
    // ρ = 1 − 6 · 306 / 990.
    const z = Math.abs(1 - (6 * 306) / 990) * 3;
    expect(z).toBeCloseTo(2.5636, 4);
    expect(findDrift(fell, 0.05)?.p).toBeCloseTo(0.010358, 5);
    expect(findDrift(fell, 0.01)).toBeUndefined();
  });

  it('is not moved by single far figures', () => {
    const flat = [100, 101, 99, 100, 500, 101, 100, 99, 101, 100, 99, 700];
    expect(findDrift(flat, 0.01)).toBeUndefined();
  });

  it('needs 10 figures', () => {
    expect(findDrift(line(9, 1, 2), 0.01)).toBeUndefined();
  });

  it('tells no change below 2 %', () => {
    expect(findDrift(line(30, 1, 1.02), 0.01)).toBeUndefined();
    expect(findDrift(line(30, 1, 1.04), 0.01)).toBeDefined();
  });

  it('finds none where all are the same', () => {
    expect(findDrift(new Array<number>(20).fill(1), 0.01)).toBeUndefined();
  });

  it('seldom finds one in figures without any', () => {
    const next = seededShares(4);
    let found = 0;
    for (let round = 0; round < 1000; round += 1) {
      const values = Array.from({ length: 20 }, () => 1 - 0.2 * Math.log(1 - next()));
      if (findDrift(values, 0.01) !== undefined) found += 1;
    }
    // 10 expected, with a standard deviation of 3.1.
    expect(found).toBeLessThanOrEqual(20);
  });
});
