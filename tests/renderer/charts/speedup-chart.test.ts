import { describe, expect, it } from 'vitest';
import { scaleMarks, speedupSeries } from '@present/figures/speedup';
import { lookOf } from '@renderer/charts/setup';
import { speedupRecipe } from '@renderer/charts/speedup-chart';
import { makeMachine, makeReport } from '../../helpers/make/report';

const report = makeReport();
const series = speedupSeries(report.cells);
const marks = scaleMarks(makeMachine(2), [1, 2, 4]);
const curve = {
  strategy: 'threads' as const,
  placement: 'host' as const,
  points: [1, 2].map((workers) => ({
    workers,
    speedup: workers * 0.9,
    low: workers * 0.8,
    high: workers,
  })),
};

const datasets = (curves: readonly (typeof curve)[]) =>
  speedupRecipe({ series, curves, marks }, 'linear', lookOf('light')).data.datasets as {
    label?: string;
    showLine?: boolean;
    pointRadius?: number;
    data: { x: number; y: number }[];
  }[];

describe('chart of speed-ups', () => {
  it('joins what was measured where there is no fit', () => {
    const all = datasets([]);
    for (const one of series) {
      const found = all.find(({ label }) => label === one.strategy)!;
      expect(found.showLine).toBe(true);
      expect(found.data).toEqual(
        one.points.map(({ workers, speedup }) => ({ x: workers, y: speedup })),
      );
    }
  });

  it('draws the fit instead of joining the points it is fitted to', () => {
    const all = datasets([curve]);
    expect(all.find(({ label }) => label === 'threads')!.showLine).toBe(false);
    expect(all.find(({ label }) => label === 'hybrid')!.showLine).toBe(true);
    const fit = all.find(
      ({ label, data }) => label === undefined && data.length === 2 && data[1]!.y === 1.8,
    )!;
    expect(fit).toMatchObject({ showLine: true, pointRadius: 0 });
  });

  it('gives tooltips for measured points only', () => {
    const chartConfig = speedupRecipe({ series, curves: [curve], marks }, 'linear', lookOf('dark'));
    const tooltip = chartConfig.options!.plugins!.tooltip as {
      filter: (item: { datasetIndex: number }) => boolean;
    };
    expect(
      chartConfig.data.datasets.map((_, datasetIndex) => tooltip.filter({ datasetIndex })),
    ).toEqual([
      ...series.map(() => true),
      ...chartConfig.data.datasets.slice(series.length).map(() => false),
    ]);
  });

  it('has its marks and bands drawn under the data', () => {
    const chartConfig = speedupRecipe(
      { series, curves: [curve], marks },
      'linear',
      lookOf('light'),
    );
    expect(chartConfig.plugins!.map(({ id }) => id)).toEqual([
      'markScale',
      'bands',
      'intervals',
      'endLabels',
    ]);
  });
});
