import { fitCurve, scaleMarks, speedupSeries } from '@present/figures/speedup';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { describe, expect, it } from 'vitest';
import { makeCells } from '../../helpers/make/cells';
import { makeMachine } from '../../helpers/make/report';

const strategies: ExperimentInput['strategies'] = [
  { kind: 'serial' },
  { kind: 'processes', workers: 2 },
  { kind: 'threads', workers: [4, 2] },
  { kind: 'threads', workers: 2, placement: 'main' },
];

const cells = makeCells(strategies, {
  'serial-1': { coldMs: [100, 100, 100], warmMs: [90, 90, 90] },
  'threads-2': { coldMs: [50, 40, 60], warmMs: [45, 45, 45] },
  'threads-4': { coldMs: [25] },
  'threads-2-main': { coldMs: [80, 80, 80] },
});

describe('speedupSeries', () => {
  it('gives a series per strategy and placement, fewest workers first', () => {
    const series = speedupSeries(cells);
    expect(series.map(({ strategy, placement }) => [strategy, placement])).toEqual([
      ['threads', 'host'],
      ['threads', 'main'],
    ]);
    expect(series[0]?.points.map(({ workers, speedup }) => [workers, speedup])).toEqual([
      [2, 2],
      [4, 4],
    ]);
  });

  it('gives every trial and the interval, where there is one', () => {
    const [two, four] = speedupSeries(cells)[0]?.points ?? [];
    expect(two?.trials).toEqual([2, 2.5, 100 / 60]);
    expect(two?.interval).toEqual({ low: 100 / 60, high: 2.5, confidence: 0.9 });
    expect(four).not.toHaveProperty('interval');
  });

  it('rests on warm times when asked', () => {
    expect(speedupSeries(cells, 'warm')[0]?.points[0]?.speedup).toBe(2);
  });

  it('is empty without a time of serial', () => {
    expect(speedupSeries(cells.filter((cell) => cell.strategy !== 'serial'))).toEqual([]);
  });
});

describe('scaleMarks', () => {
  it('marks the cores, and the first measured count with more workers than cores', () => {
    expect(scaleMarks(makeMachine(4), [16, 2, 8, 4])).toEqual({ cores: 4, oversubscribedFrom: 8 });
    expect(scaleMarks(makeMachine(4), [1, 2, 4])).toEqual({ cores: 4 });
  });

  it('marks a quota that takes cores away', () => {
    const machine = makeMachine(4, { quotaCores: 1.5, usableCores: 1 });
    expect(scaleMarks(machine, [1, 2])).toEqual({
      cores: 1,
      quotaCores: 1.5,
      oversubscribedFrom: 2,
    });
    expect(scaleMarks(makeMachine(4, { quotaCores: 8 }), [2])).toEqual({ cores: 4 });
  });
});

describe('fitCurve', () => {
  const curve = [1, 2, 3, 4].map((workers) => ({ workers, speedup: 1, low: 1, high: 1 }));

  it('gives the fit up to a count, and nothing where there is none', () => {
    expect(fitCurve({ curve }, 3).map(({ workers }) => workers)).toEqual([1, 2, 3]);
    expect(fitCurve({}, 3)).toEqual([]);
  });
});
