import { refusalText } from '@present/words/scaling-text';
import type { Scaling } from '@shared/report/findings';
import { amdahlSpeedup } from '@analysis/scaling/amdahl';
import { findScaling } from '@analysis/scaling/scaling';
import { uslSpeedup } from '@analysis/scaling/usl';
import { describe, expect, it } from 'vitest';
import { makeCells, type CellTimes } from '../../helpers/make/cells';

const serial = { kind: 'serial' } as const;

/** Five times around `ms`: the median is `ms`, the others up to `spread` of it away. */
const around = (ms: number, spread = 0.01): CellTimes => ({
  coldMs: [-1, -0.5, 0, 0.5, 1].map((step) => ms * (1 + step * spread)),
});

interface Shape {
  readonly counts: readonly number[];
  readonly cores: number;
  readonly speedup: (workers: number) => number;
  readonly spread?: number;
}

/** Serial takes 1 s, `threads` as the law says; the cold entry. */
function scale({ counts, cores, speedup, spread = 0.01 }: Shape): Scaling | undefined {
  const times = Object.fromEntries(
    counts.map((count) => [`threads-${count}`, around(1000 / speedup(count), spread)]),
  );
  const strategies = [serial, { kind: 'threads' as const, workers: [...counts] }];
  const cells = makeCells(strategies, { 'serial-1': around(1000, spread), ...times }, cores);
  return findScaling(cells, { usableCores: cores })[0];
}

describe('points', () => {
  const speedup = (workers: number) => amdahlSpeedup(workers, 0.1);
  const found = scale({ counts: [4, 1, 2], cores: 2, speedup });

  it('tell speed-up with interval, efficiency and the Karp–Flatt fraction, fewest workers first', () => {
    expect(found?.points.map(({ workers }) => workers)).toEqual([1, 2, 4]);
    const two = found?.points[1];
    expect(two?.speedup.ratio).toBeCloseTo(speedup(2), 12);
    expect(two?.speedup.low).toBeLessThan(speedup(2));
    expect(two?.speedup.high).toBeGreaterThan(speedup(2));
    expect(two?.efficiency).toBeCloseTo(speedup(2) / 2, 12);
    expect(two?.serialFraction).toBeCloseTo(0.1, 12);
    expect(found?.points[0]).not.toHaveProperty('serialFraction');
  });

  it('come cold and then warm, by strategy and placement', () => {
    const cells = makeCells(
      [
        serial,
        { kind: 'threads', workers: [1, 2] },
        { kind: 'threads', workers: [1, 2], placement: 'main' },
        { kind: 'processes', workers: 2 },
      ],
      {
        'serial-1': { coldMs: [90, 100, 110], warmMs: [90, 100, 110] },
        'threads-1': { coldMs: [100], warmMs: [100] },
        'threads-2': { coldMs: [80], warmMs: [50] },
        'threads-1-main': { coldMs: [100] },
        'threads-2-main': { coldMs: [100] },
        'processes-2': { coldMs: [100] },
      },
    );
    const found = findScaling(cells, { usableCores: 2 });
    expect(found.map(({ strategy, placement, basis }) => [strategy, placement, basis])).toEqual([
      ['threads', 'host', 'cold'],
      ['threads', 'host', 'warm'],
      ['threads', 'main', 'cold'],
      ['threads', 'main', 'warm'],
    ]);
    expect(found[0]?.points[1]?.speedup).toEqual({ ratio: 1.25 });
    expect(found[1]?.points[1]?.speedup).toEqual({ ratio: 2 });
  });

  it('are none without a time of serial', () => {
    const cells = makeCells([serial, { kind: 'threads', workers: [1, 2] }], {
      'threads-1': around(100),
      'threads-2': around(50),
    });
    expect(findScaling(cells, { usableCores: 2 })).toEqual([]);
  });
});

describe('fits', () => {
  it('find σ, κ and the best count of a known law, within their intervals', () => {
    const law = { contention: 0.05, coherency: 0.01 };
    const speedup = (workers: number) => uslSpeedup(workers, law);
    const found = scale({ counts: [1, 2, 4, 8, 12, 16], cores: 16, speedup });
    const { contention, coherency, best } = found?.usl ?? {};
    expect(contention?.value).toBeCloseTo(0.05, 10);
    expect(coherency?.value).toBeCloseTo(0.01, 10);
    expect(best?.value).toBeCloseTo(Math.sqrt(95), 8);
    for (const [fitted, value] of [
      [contention, 0.05],
      [coherency, 0.01],
      [best, Math.sqrt(95)],
    ] as const) {
      expect(fitted?.low).toBeLessThan(value);
      expect(fitted?.high).toBeGreaterThan(value);
    }
    expect(found).not.toHaveProperty('refusal');
  });

  it('are wider where the trials scatter more', () => {
    const speedup = (workers: number) => uslSpeedup(workers, { contention: 0.1, coherency: 0.01 });
    const width = (spread: number): number => {
      const fitted = scale({ counts: [1, 2, 4, 8], cores: 8, speedup, spread })?.usl?.contention;
      return (fitted?.high ?? NaN) - (fitted?.low ?? NaN);
    };
    expect(width(0.05)).toBeGreaterThan(3 * width(0.01));
  });

  it('name no best count where the fit only rises', () => {
    const rising = scale({
      counts: [1, 2, 4, 8],
      cores: 8,
      speedup: (workers) => amdahlSpeedup(workers, 0.05),
    });
    expect(rising?.amdahl?.serial.value).toBeCloseTo(0.05, 10);
    expect(rising?.usl?.coherency.low).toBe(0);
    expect(rising?.usl).not.toHaveProperty('best');
    // √(0.99 / 0.0005) is 44: far beyond 8 cores.
    const law = { contention: 0.01, coherency: 0.0005 };
    const far = scale({
      counts: [1, 2, 4, 8],
      cores: 8,
      speedup: (workers) => uslSpeedup(workers, law),
      spread: 0.0001,
    });
    expect(far?.usl?.coherency.low).toBeGreaterThan(0);
    expect(far?.usl).not.toHaveProperty('best');
  });

  it('name no best count where the trials scatter so much that there may be none', () => {
    const law = { contention: 0.05, coherency: 0.02 };
    const speedup = (workers: number) => uslSpeedup(workers, law);
    const best = (spread: number) =>
      scale({ counts: [1, 2, 4, 8], cores: 8, speedup, spread })?.usl;
    expect(best(0.01)?.best?.value).toBeCloseTo(Math.sqrt(0.95 / 0.02), 8);
    expect(best(0.5)?.coherency.low).toBe(0);
    expect(best(0.5)?.best).toBeUndefined();
  });

  it('rest on counts up to the cores alone', () => {
    const speedup = (workers: number) =>
      workers <= 8 ? amdahlSpeedup(workers, 0.1) : amdahlSpeedup(workers, 0.1) / 3;
    const counts = [2, 3, 4, 8, 16, 32];
    expect(scale({ counts, cores: 8, speedup })?.amdahl?.serial.value).toBeCloseTo(0.1, 10);
    expect(scale({ counts, cores: 32, speedup })?.amdahl?.serial.value).toBeGreaterThan(0.15);
  });

  it('come as a curve with a band, from 1 to the largest fitted count', () => {
    const law = { contention: 0.05, coherency: 0.01 };
    const speedup = (workers: number) => uslSpeedup(workers, law);
    const curve = scale({ counts: [1, 2, 4, 8, 16], cores: 8, speedup })?.curve ?? [];
    expect(curve[0]).toEqual({ workers: 1, speedup: 1, low: 1, high: 1 });
    expect(curve[curve.length - 1]?.workers).toBe(8);
    for (const point of curve.slice(1)) {
      expect(point.speedup).toBeCloseTo(uslSpeedup(point.workers, law), 8);
      expect(point.low).toBeLessThan(point.speedup);
      expect(point.high).toBeGreaterThan(point.speedup);
    }
  });

  it('give the same intervals for the same trials', () => {
    const shape = { counts: [1, 2, 4, 8], cores: 8, speedup: (n: number) => amdahlSpeedup(n, 0.2) };
    expect(scale(shape)).toEqual(scale(shape));
  });
});

const refusalOf = (found: Scaling | undefined): string | undefined =>
  found?.refusal && refusalText(found.refusal);

describe('a refusal', () => {
  const linear = (workers: number) => workers;

  it('says that 2 cores have too few counts', () => {
    const found = scale({ counts: [1, 2, 4, 8], cores: 2, speedup: linear });
    expect(refusalOf(found)).toBe(
      'No fit: 2 worker counts with at least 3 trials up to the 2 cores. ' +
        "Amdahl's law needs 2 above 1, the Universal Scalability Law 4 in all.",
    );
    expect(found).not.toHaveProperty('amdahl');
    expect(found).not.toHaveProperty('usl');
    expect(found).not.toHaveProperty('curve');
  });

  it('says which law it is of where Amdahl’s is fitted', () => {
    const found = scale({ counts: [1, 2, 4], cores: 4, speedup: linear });
    expect(found?.amdahl?.serial.value).toBeCloseTo(0, 10);
    expect(found?.usl).toBeUndefined();
    expect(refusalOf(found)).toBe(
      'No fit of the Universal Scalability Law: 3 worker counts with at least 3 trials up to the 4 cores, it needs 4.',
    );
    expect(scale({ counts: [1, 2, 3, 4], cores: 4, speedup: linear })).not.toHaveProperty(
      'refusal',
    );
  });

  it('says that nothing is faster than serial', () => {
    const found = scale({ counts: [1, 2, 3, 4], cores: 4, speedup: (n) => 0.9 / n });
    expect(refusalOf(found)).toBe(
      'No fit: no worker count up to the 4 cores is faster than serial.',
    );
  });

  it('says that async does not take more cores', () => {
    const cells = makeCells([serial, { kind: 'async', workers: [2, 4, 8] }], {
      'serial-1': around(1000),
      'async-2': around(500),
      'async-4': around(250),
      'async-8': around(125),
    });
    expect(refusalOf(findScaling(cells, { usableCores: 8 })[0])).toBe(
      'No fit: async stays on one core, however many tasks run at once.',
    );
  });

  it('says that serial has too few trials, and leaves cells with too few out', () => {
    const strategies = [serial, { kind: 'threads' as const, workers: [1, 2, 4] }];
    const times = { 'threads-1': around(990), 'threads-2': around(500), 'threads-4': around(250) };
    const cells = makeCells(strategies, { 'serial-1': { coldMs: [990, 1000] }, ...times }, 4);
    expect(refusalOf(findScaling(cells, { usableCores: 4 })[0])).toBe(
      'No fit: serial has fewer than 3 trials.',
    );
    const few = makeCells(
      strategies,
      { 'serial-1': around(1000), ...times, 'threads-4': { coldMs: [250, 251] } },
      4,
    );
    expect(refusalOf(findScaling(few, { usableCores: 4 })[0])).toContain('No fit: 2 worker counts');
  });
});

describe('enough', () => {
  const enoughOf = (speedups: Readonly<Record<number, number>>) =>
    scale({
      counts: Object.keys(speedups).map(Number),
      cores: 8,
      speedup: (workers) => speedups[workers] ?? NaN,
    })?.enough;

  it('is the count from which more gain nothing', () => {
    expect(enoughOf({ 1: 1, 2: 1.9, 4: 3.6, 8: 3.6 })).toEqual({ workers: 4, cell: 'threads-4' });
    expect(enoughOf({ 1: 1, 2: 1.9, 4: 1.5, 8: 1.2 })).toEqual({ workers: 2, cell: 'threads-2' });
    expect(enoughOf({ 1: 1, 2: 0.9 })).toEqual({ workers: 1, cell: 'threads-1' });
  });

  it('is absent where the most gain', () => {
    expect(enoughOf({ 1: 1, 2: 1.9, 4: 3.6 })).toBeUndefined();
    // No gain from 2 to 4, but from 4 to 8.
    expect(enoughOf({ 1: 1, 2: 1.9, 4: 1.9, 8: 3 })).toBeUndefined();
  });
});
