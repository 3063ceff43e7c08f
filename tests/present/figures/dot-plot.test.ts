import { describe, expect, it } from 'vitest';
import { resultRows } from '@present/figures/views';
import { dotScale, place, scatterOffset } from '@present/figures/dot-plot';
import { makeReport } from '../../helpers/make/report';

describe('scale of the dot plot', () => {
  it('covers every trial where all cells are near the best', () => {
    const rows = resultRows(makeReport().cells);
    const scale = dotScale(rows)!;
    const places = rows.flatMap((row) => row.times.map(({ ns }) => place(ns, scale)));
    expect(Math.min(...places)).toBeGreaterThan(0);
    expect(Math.max(...places)).toBeLessThan(1);
  });

  it('stays near the best where others take many times as long', () => {
    const rows = resultRows(makeReport({ taskNs: 3000, experiment: { tasks: 2 } }).cells);
    const scale = dotScale(rows)!;
    const at = (strategy: string) =>
      place(rows.find((row) => row.strategy === strategy)!.summary!.median, scale);
    expect(at('serial')).toBeLessThan(1);
    expect(at('processes')).toBeGreaterThan(1);
  });

  it('ticks inside the scale, at equal steps', () => {
    const scale = dotScale(resultRows(makeReport().cells))!;
    expect(scale.ticks.length).toBeGreaterThan(0);
    expect(scale.ticks.length).toBeLessThanOrEqual(5);
    for (const tick of scale.ticks) {
      expect(tick).toBeGreaterThanOrEqual(scale.from);
      expect(tick).toBeLessThanOrEqual(scale.to);
    }
    const steps = scale.ticks.slice(1).map((tick, index) => tick - scale.ticks[index]!);
    for (const step of steps) expect(step).toBeCloseTo(steps[0]!, 0);
  });

  it('is absent without a time, and has room around a single one', () => {
    const [row] = resultRows(makeReport({ experiment: { repeats: 1 } }).cells);
    const { summary: _, ...untimed } = row!;
    expect(dotScale([untimed])).toBeUndefined();
    const scale = dotScale([row!])!;
    expect(place(row!.summary!.median, scale)).toBeCloseTo(0.5);
  });

  it('keeps neighbouring dots apart and within the row', () => {
    const offsets = Array.from({ length: 14 }, (_, index) => scatterOffset(index));
    for (const offset of offsets) expect(Math.abs(offset)).toBeLessThanOrEqual(1);
    for (let index = 1; index < offsets.length; index += 1) {
      expect(offsets[index]).not.toBe(offsets[index - 1]);
    }
  });
});
