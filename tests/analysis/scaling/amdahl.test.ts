import { amdahlSpeedup, fitAmdahl, karpFlatt } from '@analysis/scaling/amdahl';
import { describe, expect, it } from 'vitest';

describe('amdahlSpeedup', () => {
  it.each([
    [1, 0.3, 1],
    [8, 0, 8],
    [2, 0.5, 4 / 3],
    [10, 0.1, 10 / 1.9],
    [1e9, 0.05, 20],
  ])('%d workers, serial part %d', (workers, serial, speedup) => {
    expect(amdahlSpeedup(workers, serial)).toBeCloseTo(speedup, 6);
  });
});

describe('fitAmdahl', () => {
  it.each([0, 0.02, 0.3, 1])('finds the serial part %d again', (serial) => {
    const points = [1, 2, 3, 8].map((workers) => ({
      workers,
      speedup: amdahlSpeedup(workers, serial),
    }));
    expect(fitAmdahl(points)).toBeCloseTo(serial, 12);
  });

  it('has the least squared error of N/S where the points scatter', () => {
    const points = [
      { workers: 2, speedup: 1.9 },
      { workers: 4, speedup: 2.9 },
      { workers: 8, speedup: 5.5 },
    ];
    const error = (serial: number): number =>
      points.reduce(
        (sum, { workers, speedup }) => sum + (workers / speedup - 1 - serial * (workers - 1)) ** 2,
        0,
      );
    const fit = fitAmdahl(points);
    expect(error(fit)).toBeLessThan(error(fit + 1e-4));
    expect(error(fit)).toBeLessThan(error(fit - 1e-4));
  });

  it('stays within 0 and 1', () => {
    expect(fitAmdahl([{ workers: 4, speedup: 4.4 }])).toBe(0);
    expect(fitAmdahl([{ workers: 4, speedup: 0.5 }])).toBe(1);
  });
});

describe('karpFlatt', () => {
  // M. J. Quinn, "Parallel Programming in C with MPI and OpenMP" (2003), section 7.5.
  it.each([
    [2, 1.82, 0.1],
    [5, 3.57, 0.1],
    [8, 4.71, 0.1],
    [2, 1.87, 0.07],
    [4, 3.23, 0.08],
    [6, 4.14, 0.09],
  ])('%d workers, speed-up %d', (workers, speedup, serialFraction) => {
    expect(karpFlatt({ workers, speedup })).toBeCloseTo(serialFraction, 2);
  });

  it('is below 0 beyond a linear speed-up and absent for one worker', () => {
    expect(karpFlatt({ workers: 2, speedup: 2.2 })).toBeLessThan(0);
    expect(karpFlatt({ workers: 1, speedup: 0.9 })).toBeUndefined();
  });
});
