import { describe, expect, it } from 'vitest';
import type { Chart, Plugin } from 'chart.js';
import { rings, type ChartKind } from '@renderer/charts/parts';
import { lookOf } from '@renderer/charts/setup';
import { bands, markScale } from '@renderer/charts/speedup-parts';
import { palettes } from '@shared/look/palette';
import { RecordingSurface } from '../helpers/recording';

const area = { left: 0, top: 0, right: 160, bottom: 100, width: 160, height: 100 };
/** 10 px a worker, 10 px a unit upwards. */
const scales = {
  x: { getPixelForValue: (value: number) => value * 10 },
  y: { getPixelForValue: (value: number) => 100 - value * 10 },
};

/** What a plugin draws under and over the data. */
function draw(plugin: Plugin<ChartKind>): RecordingSurface {
  const ctx = new RecordingSurface();
  const chart = { ctx, chartArea: area, scales } as unknown as Chart<ChartKind>;
  void plugin.beforeDatasetsDraw?.(chart, { cancelable: true }, {});
  plugin.afterDatasetsDraw?.(chart, {} as never, {}, false);
  expect(ctx.saved).toBe(0);
  return ctx;
}

const look = lookOf('light');
const { ink } = palettes.light;

describe('marks on the axis of workers', () => {
  it('are a rule at the cores, and a ground where there are more workers than those', () => {
    const ctx = draw(markScale({ cores: 8 }, look));
    const [ground] = ctx.log.filter(({ what }) => what === 'fill');
    expect(ground!.at).toEqual([80.5, 0, 79.5, 100]);
    expect(ctx.in(ink, 'line').map(({ at }) => at[0])).toEqual([80.5]);
    expect(ctx.texts).toEqual(['8 cores']);
  });

  it('are a dashed rule at a quota, named', () => {
    const ctx = draw(markScale({ cores: 1, quotaCores: 1.5 }, look));
    const rules = ctx.in(ink, 'line');
    expect(rules.map(({ at }) => at[0])).toEqual([10.5, 15.5]);
    expect(rules[1]!.dash).not.toEqual([]);
    expect(ctx.texts).toEqual(['1 core', 'quota 1.50']);
  });
});

describe('band of a fit', () => {
  it('goes from its low ends to its high ones, pale, within the plot', () => {
    const points = [
      { workers: 1, speedup: 1, low: 0.9, high: 1.1 },
      { workers: 2, speedup: 2, low: 1.6, high: 2.4 },
    ];
    const ctx = draw(bands([{ strategy: 'threads', placement: 'host', points }], look));
    const drawn = ctx.in(palettes.light.strategies.threads);
    expect(drawn.map(({ at }) => at.slice(2))).toEqual([
      [10, 91],
      [20, 84],
      [20, 76],
      [10, 89],
    ]);
    expect(drawn.every(({ alpha, clipped }) => alpha < 0.5 && clipped)).toBe(true);
  });
});

describe('rings', () => {
  it('stand around the points they are given', () => {
    const ctx = draw(rings([{ x: 3, y: 2 }], look));
    expect(ctx.in(ink, 'arc').map(({ at }) => at.slice(0, 2))).toEqual([[30, 80]]);
  });
});
