import { describe, expect, it } from 'vitest';
import { resultRows } from '@analysis/views';
import type { CellReport } from '@shared/report';
import { phaseBars, phaseNames } from '@analysis/phases';
import { makeReport } from '../helpers/make-report';

const bars = (cells: readonly CellReport[]) => phaseBars(resultRows(cells), cells);
const drawn = (bar: ReturnType<typeof bars>[number]) =>
  bar.segments.reduce((sum, { share }) => sum + share, 0);

describe('phase bars', () => {
  it('add up to a cold time that was measured', () => {
    const { cells } = makeReport();
    for (const bar of bars(cells)) {
      const cell = cells.find(({ id }) => id === bar.id)!;
      const times = cell.trials.filter(({ warmup }) => !warmup).map(({ coldNs }) => coldNs);
      expect(times).toContain(bar.totalNs);
      expect(bar.segments.map(({ name }) => name)).toEqual([...phaseNames]);
      const run = bar.segments.find(({ name }) => name === 'run')!;
      expect(bar.otherNs).toBe(bar.totalNs - run.ns);
    }
  });

  it('are as long as their times, the longest as long as the plot', () => {
    const all = bars(makeReport().cells);
    const longest = Math.max(...all.map(({ totalNs }) => totalNs));
    for (const bar of all) {
      expect(bar.broken).toBe(false);
      expect(drawn(bar)).toBeLessThanOrEqual(1 + 1e-9);
      expect(drawn(bar)).toBeCloseTo(bar.totalNs / longest);
    }
  });

  it('break where one takes many times as long as most', () => {
    const { cells } = makeReport({
      cores: 8,
      experiment: {
        tasks: 64,
        strategies: [{ kind: 'serial' }, { kind: 'threads', workers: [6, 7, 8] }],
      },
    });
    const all = bars(cells);
    const serial = all.find(({ strategy }) => strategy === 'serial')!;
    expect(serial.broken).toBe(true);
    expect(drawn(serial)).toBeCloseTo(1);
    expect(all.filter(({ broken }) => broken)).toHaveLength(1);
  });

  it('never reach beyond the plot, where the start is what takes long', () => {
    const { cells } = makeReport();
    const slow = cells.map((cell) => ({
      ...cell,
      trials: cell.trials.map((trial) => ({
        ...trial,
        phases: {
          ...trial.phases!,
          spawnNs: trial.phases!.spawnNs + (cell.strategy === 'threads' ? 100e9 : 0),
        },
      })),
    }));
    const all = bars(slow);
    expect(Math.max(...all.map(drawn))).toBeCloseTo(1, 1);
    for (const bar of all) expect(drawn(bar)).toBeLessThanOrEqual(1 + 1e-9);
    const threads = all.find(({ strategy }) => strategy === 'threads')!;
    expect(threads.segments.find(({ name }) => name === 'spawn')!.share).toBeGreaterThan(0.9);
  });

  it('leave out cells that tell no phases', () => {
    const { cells } = makeReport({ failing: 'processes-2', experiment: { repeats: 1 } });
    expect(bars(cells).map(({ id }) => id)).not.toContain('processes-2');
  });
});
