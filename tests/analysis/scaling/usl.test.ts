import { fitUsl, uslBest, uslSpeedup } from '@analysis/scaling/usl';
import { describe, expect, it } from 'vitest';

// SPEC SDM91 on a Sun SPARCcenter 2000: users, and scripts an hour.
const specSdm91 = [
  [1, 64.9],
  [18, 995.9],
  [36, 1652.4],
  [72, 1853.2],
  [108, 1828.9],
  [144, 1775.0],
  [216, 1702.2],
] as const;

const counts = [1, 2, 4, 6, 8];

const pointsFrom = (speedup: (workers: number) => number) =>
  counts.map((workers) => ({ workers, speedup: speedup(workers) }));

/** Gunther's own way: N/S − 1 = a·x² + b·x over x = N − 1, with κ = a and σ = b − a. */
function quadraticFit(points: ReturnType<typeof pointsFrom>) {
  const sum = (read: (x: number, y: number) => number): number =>
    points.reduce((all, { workers, speedup }) => all + read(workers - 1, workers / speedup - 1), 0);
  const x2 = sum((x) => x ** 2);
  const x3 = sum((x) => x ** 3);
  const x4 = sum((x) => x ** 4);
  const xy = sum((x, y) => x * y);
  const x2y = sum((x, y) => x * x * y);
  const a = (x2y * x2 - xy * x3) / (x4 * x2 - x3 * x3);
  const b = (xy - a * x3) / x2;
  return { contention: b - a, coherency: a };
}

function squaredError(
  points: ReturnType<typeof pointsFrom>,
  { contention, coherency }: { contention: number; coherency: number },
): number {
  return points.reduce((sum, { workers, speedup }) => {
    const fitted = 1 + contention * (workers - 1) + coherency * workers * (workers - 1);
    return sum + (workers / speedup - fitted) ** 2;
  }, 0);
}

describe('fitUsl', () => {
  it('gives the published coefficients of SPEC SDM91', () => {
    const points = specSdm91.map(([workers, scripts]) => ({ workers, speedup: scripts / 64.9 }));
    const fit = fitUsl(points);
    // S. Möding, R package usl 1, README: Gunther's linear regression of the transformed data.
    expect(fit.contention).toBeCloseTo(1.704689e-2, 8);
    expect(fit.coherency).toBeCloseTo(7.892498e-5, 11);
  });

  it.each([
    [0, 0],
    [0.05, 0],
    [0, 0.01],
    [0.08, 0.003],
    [1, 0.02],
  ])('finds σ = %d and κ = %d again', (contention, coherency) => {
    const fit = fitUsl(pointsFrom((n) => uslSpeedup(n, { contention, coherency })));
    expect(fit.contention).toBeCloseTo(contention, 12);
    expect(fit.coherency).toBeCloseTo(coherency, 12);
  });

  it('agrees with the quadratic fit in closed form where the points scatter', () => {
    const speedups = [0.97, 1.8, 3.1, 4.3, 4.6];
    const points = counts.map((workers, index) => ({ workers, speedup: speedups[index] ?? 1 }));
    const fit = fitUsl(points);
    const closed = quadraticFit(points);
    expect(fit.contention).toBeCloseTo(closed.contention, 12);
    expect(fit.coherency).toBeCloseTo(closed.coherency, 12);
  });

  it.each([
    ['faster than linear', (n: number) => n * 1.1],
    ['contention below 0', (n: number) => n / (1 - 0.05 * (n - 1) + 0.03 * n * (n - 1))],
    ['coherency below 0', (n: number) => n / (1 + 0.3 * (n - 1) - 0.01 * n * (n - 1))],
    ['contention above 1', (n: number) => n / (1 + 1.4 * (n - 1) + 0.01 * n * (n - 1))],
  ])('stays within what the law allows, and fits best there: %s', (_, speedup) => {
    const points = pointsFrom(speedup);
    const fit = fitUsl(points);
    const error = squaredError(points, fit);
    expect(fit.contention).toBeGreaterThanOrEqual(0);
    expect(fit.contention).toBeLessThanOrEqual(1);
    expect(fit.coherency).toBeGreaterThanOrEqual(0);
    for (let contention = 0; contention <= 1; contention += 0.02) {
      for (let coherency = 0; coherency <= 0.4; coherency += 0.004) {
        expect(squaredError(points, { contention, coherency })).toBeGreaterThanOrEqual(
          error - 1e-12,
        );
      }
    }
  });
});

describe('uslBest', () => {
  it('is where the law is fastest', () => {
    const fit = { contention: 0.04, coherency: 0.01 };
    const best = uslBest(fit);
    expect(best).toBeCloseTo(Math.sqrt(96), 12);
    expect(uslSpeedup(best, fit)).toBeGreaterThan(uslSpeedup(best + 0.1, fit));
    expect(uslSpeedup(best, fit)).toBeGreaterThan(uslSpeedup(best - 0.1, fit));
  });

  it('is infinite without coherency, and 1 where more workers only slow down', () => {
    expect(uslBest({ contention: 0.1, coherency: 0 })).toBe(Infinity);
    expect(uslBest({ contention: 0.9, coherency: 0.5 })).toBe(1);
  });
});
