import { describe, expect, it } from 'vitest';
import { speedupSeries } from '@present/figures/speedup';
import { speedupAxes, speedupTop, spreadLabels } from '@present/figures/speedups';
import { makeReport } from '../../helpers/make/report';

const series = speedupSeries(makeReport().cells);

describe('axes of the speed-ups', () => {
  it('tick the worker counts that were measured, and reach the cores', () => {
    expect(speedupAxes(series, 2).x).toEqual({ kind: 'linear', min: 1, max: 4, ticks: [1, 2, 4] });
    expect(speedupAxes(series, 8).x.max).toBe(8);
  });

  it('are logarithmic for many workers and for speed-ups far apart', () => {
    const wide = speedupSeries(
      makeReport({
        experiment: { strategies: [{ kind: 'serial' }, { kind: 'async', workers: 64 }] },
      }).cells,
    );
    expect(speedupAxes(wide, 2).x.kind).toBe('log');
    const tiny = speedupSeries(makeReport({ taskNs: 3000, experiment: { tasks: 2 } }).cells);
    expect(speedupAxes(tiny, 2).y).toBe('log');
    expect(speedupAxes(series, 2).y).toBe('linear');
  });

  it('hold every trial and interval, and never less than serial', () => {
    const top = speedupTop(series);
    const all = series.flatMap(({ points }) => points.flatMap(({ trials }) => trials));
    expect(top).toBeGreaterThanOrEqual(Math.max(...all));
    expect(speedupTop([])).toBe(1);
  });
});

describe('labels at the ends', () => {
  it('stay where they are if nothing touches', () => {
    expect(spreadLabels([10, 50, 90], 16, 200)).toEqual([10, 50, 90]);
  });

  it('move apart in their order', () => {
    const placed = spreadLabels([50, 52, 40], 16, 200);
    expect(placed[2]).toBe(40);
    expect(placed[0]! - placed[2]!).toBeGreaterThanOrEqual(16);
    expect(placed[1]! - placed[0]!).toBeGreaterThanOrEqual(16);
  });

  it('move back from the end of the plot', () => {
    const placed = spreadLabels([195, 198], 16, 200);
    expect(Math.max(...placed)).toBeLessThanOrEqual(200);
    expect(placed[1]! - placed[0]!).toBeGreaterThanOrEqual(16);
  });
});
