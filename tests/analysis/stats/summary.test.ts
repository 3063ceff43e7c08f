import { summarise } from '@analysis/stats/summary';
import { describe, expect, it } from 'vitest';

// Miles per gallon of 32 cars: Henderson & Velleman, "Building multiple regression models
// interactively", Biometrics 37 (1981); R's mtcars$mpg.
const cars = [
  21, 21, 22.8, 21.4, 18.7, 18.1, 14.3, 24.4, 22.8, 19.2, 17.8, 16.4, 17.3, 15.2, 10.4, 10.4, 14.7,
  32.4, 30.4, 33.9, 21.5, 15.5, 15.2, 13.3, 19.2, 27.3, 26, 30.4, 15.8, 19.7, 15, 21.4,
];

describe('summarise', () => {
  it('gives what R gives', () => {
    // R: mean, median, mad(constant = 1), range, quantile (type 7); the same from Python's
    // statistics.quantiles(n=20, method="inclusive").
    const expected = {
      mean: 20.090625,
      median: 19.2,
      mad: 3.65,
      min: 10.4,
      max: 33.9,
      p5: 11.995,
      p25: 15.425,
      p75: 22.8,
      p95: 31.3,
    };
    const summary = summarise(cars);
    expect(summary?.n).toBe(32);
    for (const [key, value] of Object.entries(expected)) {
      expect(summary?.[key as keyof typeof expected], key).toBeCloseTo(value, 10);
    }
  });

  it('holds the interval of the median', () => {
    expect(summarise([3, 1, 2])).toMatchObject({ median: 2, low: 1, high: 3 });
  });

  it('gives the textbook deviation', () => {
    // A common example of the median absolute deviation: the deviations are 0 0 1 1 2 4 7.
    expect(summarise([1, 1, 2, 2, 4, 6, 9])).toMatchObject({ n: 7, median: 2, mad: 1 });
  });

  it('is not moved by one outlier', () => {
    expect(summarise([10, 11, 12, 13, 1e9])).toMatchObject({ median: 12, mad: 1 });
  });

  it('takes one figure for what it is, without an interval', () => {
    const [mean, median, min, max, p5, p25, p75, p95] = new Array<number>(8).fill(3.5);
    expect(summarise([3.5])).toEqual({ n: 1, mad: 0, mean, median, min, max, p5, p25, p75, p95 });
  });

  it('is absent without figures', () => {
    expect(summarise([])).toBeUndefined();
  });
});
