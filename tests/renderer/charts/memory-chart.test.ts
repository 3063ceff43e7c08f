import { describe, expect, it } from 'vitest';
import { memoryByCell } from '@present/figures/memory-by-cell';
import { memoryRecipe } from '@renderer/charts/memory-chart';
import { lookOf } from '@renderer/charts/setup';
import { makeReport } from '../../helpers/make/report';

const cells = memoryByCell(makeReport());
const { data, options } = memoryRecipe(cells, lookOf('light'));
const datasets = data.datasets as {
  label?: string;
  stepped?: string;
  showLine?: boolean;
  data: { x: number; y: number }[];
}[];

describe('chart of memory over time', () => {
  it('has a stepped curve for each cell, and its exact readings as dots', () => {
    expect(datasets).toHaveLength(2 * cells.length);
    cells.forEach(({ label, points, exact }, place) => {
      const [line, dots] = [datasets[place]!, datasets[cells.length + place]!];
      expect([line.label, dots.label]).toEqual([label, label]);
      // What was measured holds until the next sample.
      expect([line.showLine, line.stepped]).toEqual([true, 'before']);
      expect(line.data).toHaveLength(points.length);
      expect(line.data[0]!.y).toBe(points[0]!.bytes / 1e6);
      expect(dots.data).toHaveLength(exact.length);
    });
  });

  it('starts at zero and shows every curve whole', () => {
    const { x, y } = options!.scales as Record<'x' | 'y', { min: number; max: number }>;
    expect([x.min, y.min]).toEqual([0, 0]);
    const all = datasets.flatMap((one) => one.data);
    expect(x.max).toBeGreaterThanOrEqual(Math.max(...all.map((point) => point.x)));
    expect(y.max).toBeGreaterThanOrEqual(Math.max(...all.map((point) => point.y)));
  });
});
