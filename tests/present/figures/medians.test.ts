import { describe, expect, it } from 'vitest';
import { resultRows } from '@present/figures/views';
import { timeColumn } from '@present/locale/format';
import { medianRecipe } from '@renderer/charts/median-chart';
import { medianData } from '@present/figures/medians';
import { lookOf } from '@renderer/charts/setup';
import { makeReport } from '../../helpers/make/report';

const report = makeReport({ failing: 'processes-2' });
const data = medianData(resultRows(report.cells));

describe('chart of medians', () => {
  it('has a bar a cell with a time and a dot a measured trial, in one unit', () => {
    expect(data.unit).toBe('ms');
    expect(data.bars).toHaveLength(report.cells.length);
    const fastest = Math.min(...report.cells.map(({ medianColdNs }) => medianColdNs!));
    expect(data.bars[0]!.median).toBeCloseTo(fastest / 1e6);
    expect(data.dots).toHaveLength(report.cells.length * 3 - 1);
  });

  it("writes medians as the table does, in the table's unit", () => {
    const rows = resultRows(report.cells);
    const column = timeColumn(rows.flatMap(({ summary }) => summary?.median ?? []));
    expect(data.unit).toBe(column.unit);
    expect(data.bars.map(({ text }) => text)).toEqual(
      rows.flatMap(({ summary }) => (summary === undefined ? [] : [column.write(summary.median)])),
    );
  });

  it('marks the outliers, and no other trial', () => {
    const { trial } = data.dots[4]!;
    const cells = report.cells.map((cell) => ({
      ...cell,
      outliers: cell.trials.some((one) => one.trial === trial) ? [trial] : [],
    }));
    const marked = medianData(resultRows(cells)).dots;
    expect(marked.filter(({ outlier }) => outlier).map((dot) => dot.trial)).toEqual([trial]);
  });

  it('keeps every dot on its own bar', () => {
    for (const dot of data.dots) {
      const bar = data.bars[Math.round(dot.y)]!;
      expect(bar.strategy).toBe(dot.strategy);
      const trial = report.cells
        .find(({ id }) => id === bar.id)!
        .trials.find((each) => each.trial === dot.trial)!;
      expect(dot.x).toBeCloseTo(trial.coldNs! / 1e6);
    }
  });

  it('starts bars at zero; on a log axis, which has none, shows intervals and says so', () => {
    const linear = medianRecipe(data, 'linear', 'cold', lookOf('light'));
    expect(linear.options?.scales?.['x']).toMatchObject({ type: 'linear', min: 0 });
    const log = medianRecipe(data, 'log', 'cold', lookOf('light'));
    expect(log.options?.scales?.['x']).toMatchObject({
      type: 'logarithmic',
      title: { text: 'cold time, ms, log scale' },
    });
    const bars = log.data.datasets.at(-1)!.data;
    expect(bars.every((bar) => Array.isArray(bar))).toBe(true);
  });
});
