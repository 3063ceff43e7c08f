import { describe, expect, it } from 'vitest';
import { scalingLines, seriesName } from '@present/words/scaling-text';
import type { Scaling } from '@shared/report/findings';

const point = (workers: number, serialFraction?: number): Scaling['points'][number] => ({
  cell: `threads-${workers}`,
  workers,
  speedup: { ratio: workers * 0.9 },
  efficiency: 0.9,
  ...(serialFraction !== undefined && { serialFraction }),
});

const fitted: Scaling = {
  strategy: 'threads',
  placement: 'host',
  basis: 'cold',
  points: [point(1), point(4, 0.03), point(8, 0.04), point(16, 0.3)],
  amdahl: { serial: { value: 0.0221, low: 0.016, high: 0.028 } },
  usl: {
    contention: { value: 0.02, low: 0.01, high: 0.03 },
    coherency: { value: 0.0004, low: 0.0001, high: 0.001 },
    best: { value: 9.4, low: 8.2, high: 11.6 },
  },
  enough: { workers: 8, cell: 'threads-8' },
};

const sentences = (scaling: Scaling, cores = 8) =>
  scalingLines([scaling], 'cold', cores).flatMap((line) => line.sentences);

describe('what the fits say', () => {
  it('gives each figure with its interval', () => {
    expect(sentences(fitted)).toEqual([
      'Serial part 0.022 (0.016 to 0.028) (Amdahl).',
      'Serial fraction at 8: 0.040 (Karp–Flatt).',
      'Contention 0.020 (0.010 to 0.030), coherency 0.00040 (0.00010 to 0.0010) (USL).',
      'Predicted best count 9 (8 to 12).',
      'More than 8 workers gained nothing.',
      'Beyond 8 cores: measured points only.',
    ]);
  });

  it('takes the serial fraction from within the cores alone', () => {
    expect(sentences(fitted, 4)).toContain('Serial fraction at 4: 0.030 (Karp–Flatt).');
    expect(sentences({ ...fitted, points: [point(1), point(16, 0.3)] }).join(' ')).not.toContain(
      'Karp',
    );
  });

  it('tells no serial fraction of workers that are slower than serial', () => {
    expect(sentences({ ...fitted, points: [point(1), point(2, 303)] }).join(' ')).not.toContain(
      'Karp',
    );
  });

  it('predicts no count where the fit only rises, and says why there is none', () => {
    const { best: _, ...rising } = fitted.usl!;
    expect(sentences({ ...fitted, usl: rising })).toContain(
      'Predicted best count: none; the fit rises up to the core count.',
    );
    const { amdahl: _a, usl: _u, enough: _e, ...unfitted } = fitted;
    expect(
      sentences({
        ...unfitted,
        points: [point(1)],
        refusal: { kind: 'serial-trials', minTrials: 3 },
      }),
    ).toEqual(['No fit: serial has fewer than 3 trials.']);
  });

  it('is of the time that is looked at', () => {
    const all = [fitted, { ...fitted, basis: 'warm' as const, placement: 'main' as const }];
    expect(scalingLines(all, 'cold', 8).map(({ name }) => name)).toEqual(['threads']);
    expect(scalingLines(all, 'warm', 8).map(({ name }) => name)).toEqual(['threads main']);
  });

  it("names where the app's own process spawned the threads", () => {
    expect(seriesName({ strategy: 'threads', placement: 'main' })).toBe('threads main');
    expect(seriesName({ strategy: 'async', placement: 'host' })).toBe('async');
  });
});
