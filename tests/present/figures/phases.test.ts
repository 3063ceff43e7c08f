import { describe, expect, it } from 'vitest';
import { medianTrial } from '@analysis/cells/cells';
import {
  phaseBars,
  describePhase,
  phaseNames,
  usedPhases,
  type PhaseBar,
} from '@present/figures/phases';
import { resultRows } from '@present/figures/views';
import type { CellReport, TrialReport } from '@shared/report/report';
import { makeCells } from '../../helpers/make/cells';
import { makeReport } from '../../helpers/make/report';

const bars = (cells: readonly CellReport[]) => phaseBars(resultRows(cells), cells);
const drawn = (bar: PhaseBar) => bar.segments.reduce((sum, { share }) => sum + share, 0);
const nsOf = (bar: PhaseBar, name: string) => bar.segments.find((one) => one.name === name)?.ns;

const ms = 1e6;

/** A trial of 5 + 4 + run + 3 + 2 ms. */
const trial = (runMs: number, split?: TrialReport['split']): Partial<TrialReport> => ({
  coldNs: (runMs + 14) * ms,
  warmNs: runMs * ms,
  phases: {
    spawnNs: 5 * ms,
    readyNs: 4 * ms,
    runNs: runMs * ms,
    collectNs: 3 * ms,
    joinNs: 2 * ms,
  },
  ...(split !== undefined && { split }),
});

const withTrials = (others: readonly Partial<TrialReport>[]) =>
  makeCells([{ kind: 'serial' }], { 'serial-1': { coldMs: [], others } });

/** The same cells, each trial with a split in the given shares of its run. */
function splitRuns(
  cells: readonly CellReport[],
  [handOut, compute, idle]: readonly [number, number, number],
): readonly CellReport[] {
  return cells.map((cell) => ({
    ...cell,
    trials: cell.trials.map((one) => {
      const runNs = one.phases?.runNs ?? 0;
      const split = {
        handOutNs: runNs * handOut,
        computeNs: runNs * compute,
        idleNs: runNs * idle,
      };
      return { ...one, split };
    }),
  }));
}

function withoutSplits(cells: readonly CellReport[]): readonly CellReport[] {
  return cells.map((cell) => ({
    ...cell,
    trials: cell.trials.map(({ split: _s, ...one }) => one),
  }));
}

describe('median trial', () => {
  it('is the middle one by cold time, of two middle ones the quicker', () => {
    const [four] = withTrials([30, 10, 40, 20].map((runMs) => trial(runMs)));
    expect(medianTrial(four!)?.coldNs).toBe(34 * ms);
    const [three] = withTrials([30, 10, 40].map((runMs) => trial(runMs)));
    expect(medianTrial(three!)?.coldNs).toBe(44 * ms);
  });

  it('is none of the warm-up or failed ones', () => {
    const [cell] = withTrials([
      { ...trial(1), warmup: true },
      { ...trial(2), status: 'mismatch' },
    ]);
    expect(medianTrial(cell!)).toBeUndefined();
    expect(bars([cell!])).toEqual([]);
  });
});

describe('phase bars', () => {
  it('tell what the workers did between go and the last task done', () => {
    const split = { handOutNs: 6 * ms, computeNs: 50 * ms, idleNs: 4 * ms };
    const [bar] = bars(withTrials([trial(60, split)]));
    expect(bar!.segments.map(({ name, ns }) => [name, ns / ms])).toEqual([
      ['spawn', 5],
      ['ready', 4],
      ['dispatch', 6],
      ['compute', 50],
      ['idle', 4],
      ['collect', 3],
      ['join', 2],
    ]);
    expect(bar).toMatchObject({
      totalNs: 74 * ms,
      warmNs: 60 * ms,
      otherNs: 24 * ms,
      split: true,
      broken: false,
    });
    expect(bar!.warm.from).toBeCloseTo(9 / 74);
    expect(bar!.warm.share).toBeCloseTo(60 / 74);
  });

  it('have one run phase where an old report tells no more', () => {
    const [bar] = bars(withTrials([trial(60)]));
    expect(bar!.segments.map(({ name }) => name)).toEqual([
      'spawn',
      'ready',
      'run',
      'collect',
      'join',
    ]);
    expect(bar).toMatchObject({ warmNs: 60 * ms, otherNs: 14 * ms, split: false });
  });

  it('add up to a cold time that was measured', () => {
    const { cells } = makeReport();
    for (const bar of bars(cells)) {
      const cell = cells.find(({ id }) => id === bar.id)!;
      const times = cell.trials.filter(({ warmup }) => !warmup).map(({ coldNs }) => coldNs!);
      const nearest = Math.min(...times.map((time) => Math.abs(time - bar.totalNs)));
      expect(nearest).toBeLessThan(1000);
      expect(bar.segments.reduce((sum, { ns }) => sum + ns, 0)).toBeCloseTo(bar.totalNs, -1);
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

  it('break the longest part of the run where one takes many times as long as most', () => {
    const { cells } = makeReport({
      cores: 8,
      experiment: {
        tasks: 64,
        strategies: [{ kind: 'serial' }, { kind: 'threads', workers: [6, 7, 8] }],
      },
    });
    const cases = [
      { from: withoutSplits(cells), cut: 'run' },
      { from: splitRuns(cells, [0.05, 0.85, 0.1]), cut: 'compute' },
      { from: splitRuns(cells, [0.9, 0.1, 0]), cut: 'dispatch' },
    ];
    for (const { from, cut } of cases) {
      const all = bars(from);
      const serial = all.find(({ strategy }) => strategy === 'serial')!;
      expect(serial.broken).toBe(true);
      expect(serial.segments.filter(({ broken }) => broken).map(({ name }) => name)).toEqual([cut]);
      expect(drawn(serial)).toBeCloseTo(1);
      expect(serial.warm.from + serial.warm.share).toBeLessThanOrEqual(1 + 1e-9);
      expect(all.filter(({ broken }) => broken)).toHaveLength(1);
    }
  });

  it('never reach beyond the plot, where the start is what takes long', () => {
    const { cells } = makeReport();
    const slow = cells.map((cell) => ({
      ...cell,
      trials: cell.trials.map((one) => ({
        ...one,
        phases: {
          ...one.phases!,
          spawnNs: one.phases!.spawnNs + (cell.strategy === 'threads' ? 100e9 : 0),
        },
      })),
    }));
    const all = bars(slow);
    expect(Math.max(...all.map(drawn))).toBeCloseTo(1, 1);
    for (const bar of all) expect(drawn(bar)).toBeLessThanOrEqual(1 + 1e-9);
    const threads = all.find(({ strategy }) => strategy === 'threads')!;
    expect(nsOf(threads, 'spawn')).toBeGreaterThan(100e9);
    expect(threads.segments.find(({ name }) => name === 'spawn')!.share).toBeGreaterThan(0.9);
  });

  it('leave out cells that tell no phases', () => {
    const { cells } = makeReport({ failing: 'processes-2', experiment: { repeats: 1 } });
    expect(bars(cells).map(({ id }) => id)).not.toContain('processes-2');
  });
});

describe('legend', () => {
  it('names the phases that occur, in their order', () => {
    const split = { handOutNs: 1, computeNs: 2, idleNs: 3 };
    expect(usedPhases(bars(withTrials([trial(60)])))).not.toContain('compute');
    expect(usedPhases(bars(withTrials([trial(60, split)])))).toEqual(
      phaseNames.filter((name) => name !== 'run'),
    );
    expect(new Set(phaseNames.map(describePhase)).size).toBe(phaseNames.length);
    expect(describePhase('idle')).toBe(
      'a worker has no more tasks while the last worker still runs',
    );
  });
});
