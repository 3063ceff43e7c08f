import { seededShares } from '@analysis/stats/random';
import { splitRun } from '@analysis/cells/split';
import type { TrialReport } from '@shared/report/report';
import { describe, expect, it } from 'vitest';
import { makeTrial } from '../../helpers/make/trial';

type Row = readonly [worker: number, startNs: number, endNs: number];

/** A trial whose go is at 100 and whose run phase lasts `runNs`. */
function trialOf(runNs: number, workers: number, rows: readonly Row[]): TrialReport {
  return makeTrial({
    startNs: 20,
    phases: { spawnNs: 50, readyNs: 30, runNs, collectNs: 9, joinNs: 9 },
    workers: Array.from({ length: workers }, (_, worker) => ({
      worker,
      host: 0,
      thread: worker,
      pid: 1,
    })),
    spans: {
      task: rows.map((_, task) => task),
      worker: rows.map(([worker]) => worker),
      startNs: rows.map(([, startNs]) => startNs),
      endNs: rows.map(([, , endNs]) => endNs),
    },
  });
}

/** The same by looking at every nanosecond of every worker. */
function splitByNs(trial: TrialReport, goNs: number, runNs: number): readonly number[] {
  const sum = [0, 0, 0];
  for (const { worker } of trial.workers) {
    const own = trial.spans.worker.flatMap((index, row) =>
      index === worker ? [[trial.spans.startNs[row] ?? 0, trial.spans.endNs[row] ?? 0]] : [],
    );
    const doneNs = Math.max(goNs, ...own.map(([, end]) => end ?? 0));
    for (let at = goNs; at < goNs + runNs; at += 1) {
      const busy = own.some(([start = 0, end = 0]) => start <= at && at < end);
      const part = busy ? 1 : at >= doneNs ? 2 : 0;
      sum[part] = (sum[part] ?? 0) + 1;
    }
  }
  return sum.map((ns) => ns / trial.workers.length);
}

describe('splitRun', () => {
  it('splits the time of one worker into dispatch, compute and idle', () => {
    // Waits 100–105 and 130–132, works 105–130 and 132–150, idle to 160.
    const trial = trialOf(60, 1, [
      [0, 105, 130],
      [0, 132, 150],
    ]);
    expect(splitRun(trial)).toEqual({ handOutNs: 7, computeNs: 43, idleNs: 10 });
  });

  it('is the average of the workers', () => {
    const trial = trialOf(100, 2, [
      [0, 110, 200],
      [1, 104, 150],
    ]);
    expect(splitRun(trial)).toEqual({ handOutNs: 7, computeNs: 68, idleNs: 25 });
  });

  it('counts tasks that overlap once', () => {
    const trial = trialOf(100, 1, [
      [0, 100, 150],
      [0, 110, 130],
      [0, 140, 180],
      [0, 190, 200],
    ]);
    expect(splitRun(trial)).toEqual({ handOutNs: 10, computeNs: 90, idleNs: 0 });
  });

  it('takes a worker without a task for idle throughout', () => {
    expect(splitRun(trialOf(80, 2, [[0, 100, 180]]))).toEqual({
      handOutNs: 0,
      computeNs: 40,
      idleNs: 40,
    });
  });

  it('stays within the run phase', () => {
    expect(splitRun(trialOf(50, 1, [[0, 95, 160]]))).toEqual({
      handOutNs: 0,
      computeNs: 50,
      idleNs: 0,
    });
  });

  it('agrees with a count of every nanosecond, and adds up', () => {
    const next = seededShares(8);
    for (let round = 0; round < 30; round += 1) {
      const rows = Array.from({ length: 12 }, (): Row => {
        const start = 100 + Math.floor(next() * 250);
        return [Math.floor(next() * 3), start, start + Math.floor(next() * 60)];
      });
      const runNs = Math.max(...rows.map(([, , end]) => end)) - 100;
      const trial = trialOf(runNs, 4, rows);
      const split = splitRun(trial);
      const parts = [split?.handOutNs ?? 0, split?.computeNs ?? 0, split?.idleNs ?? 0];
      splitByNs(trial, 100, runNs).forEach((ns, part) => expect(parts[part]).toBeCloseTo(ns, 9));
      expect(parts.reduce((sum, ns) => sum + ns, 0)).toBeCloseTo(runNs, 9);
    }
  });

  it('takes 100,000 tasks', () => {
    const rows = Array.from({ length: 100_000 }, (_, i): Row => {
      const start = 100 + Math.floor(i / 4) * 10;
      return [i % 4, start + 2, start + 10];
    });
    expect(splitRun(trialOf(250_000, 4, rows))).toEqual({
      handOutNs: 50_000,
      computeNs: 200_000,
      idleNs: 0,
    });
  });

  it('is absent where phases or spans are not known', () => {
    expect(splitRun(trialOf(50, 1, []))).toBeUndefined();
    const { phases: _, ...noPhases } = trialOf(50, 1, [[0, 100, 150]]);
    expect(splitRun(noPhases)).toBeUndefined();
  });
});
