import { medianTrial, summariseCells } from '@analysis/cells/cells';
import { expandCells } from '@shared/experiment/cells';
import type { TrialReport } from '@shared/report/report';
import { describe, expect, it } from 'vitest';
import { makeCells } from '../../helpers/make/cells';
import { makeTrial } from '../../helpers/make/trial';

const [serial, threads] = expandCells(
  { strategies: [{ kind: 'serial' }, { kind: 'threads', workers: 2 }], placement: 'host' },
  2,
) as [never, never];

function timed(coldNs: number, warmNs: number, over: Partial<TrialReport> = {}): TrialReport {
  return makeTrial({ coldNs, warmNs, ...over });
}

function summarise(serialTrials: readonly TrialReport[], threadTrials: readonly TrialReport[]) {
  const [first, second] = summariseCells({
    cells: [serial, threads],
    trials: new Map([
      ['serial-1', serialTrials],
      ['threads-2', threadTrials],
    ]),
    emptyTrials: new Map(),
  });
  if (first === undefined || second === undefined) throw new Error('two cells give two reports');
  return { serial: first, threads: second };
}

describe('summariseCells', () => {
  it('takes medians and speed-ups, cold and warm apart', () => {
    const cells = summarise(
      [timed(100, 100), timed(110, 104), timed(105, 102)],
      [timed(60, 50), timed(70, 51), timed(65, 52)],
    );
    expect(cells.threads).toMatchObject({
      medianColdNs: 65,
      medianWarmNs: 51,
      speedup: 2,
      speedupCold: 105 / 65,
      cold: { n: 3, median: 65, mad: 5, min: 60, max: 70 },
    });
    expect(cells.threads.warmRatio).toMatchObject({ ratio: 2 });
    expect(cells.threads.coldRatio?.low).toBeCloseTo(100 / 70, 12);
    expect(cells.threads.coldRatio?.high).toBeCloseTo(110 / 60, 12);
  });

  it("says that serial's speed-up is 1 and gives it no ratio", () => {
    const cells = summarise([timed(100, 100), timed(90, 90), timed(95, 95)], []);
    expect(cells.serial.speedup).toBe(1);
    expect(cells.serial).not.toHaveProperty('warmRatio');
  });

  it('leaves warm-ups and trials that did not end well out of the figures, and keeps them', () => {
    const trials = [
      timed(1, 1, { warmup: true }),
      timed(2, 2, { status: 'mismatch' }),
      timed(60, 50),
    ];
    const { threads: cell } = summarise([], trials);
    expect(cell.cold).toMatchObject({ n: 1, median: 60 });
    expect(cell.trials).toEqual(trials);
  });

  it('adds up CPU time and takes memory from the trials that tell them', () => {
    const { threads: cell } = summarise(
      [],
      [
        timed(60, 50, { cpuUserNs: 90, cpuSystemNs: 5, peakPssBytes: 300 }),
        timed(60, 50, { cpuUserNs: 92, peakPrivateBytes: 200 }),
        timed(60, 50, {}),
      ],
    );
    expect(cell.medianCpuNs).toBe(95);
    expect(cell.medianPeakPssBytes).toBe(300);
    expect(cell.medianPeakPrivateBytes).toBe(200);
  });

  it('sets CPU time against the time it was counted over: run and collect', () => {
    const phases = { spawnNs: 9e6, readyNs: 9e6, runNs: 30e6, collectNs: 10e6, joinNs: 9e6 };
    const { threads: cell } = summarise(
      [],
      [
        timed(67e6, 30e6, { cpuWarmNs: 70e6, phases }),
        timed(67e6, 30e6, { cpuWarmNs: 78e6, phases }),
        timed(67e6, 30e6, { phases }),
      ],
    );
    expect(cell.coresBusy).toBeCloseTo(1.85, 12);
  });

  it('does not tell busy cores of less than a millisecond', () => {
    const phases = { spawnNs: 0, readyNs: 0, runNs: 9e5, collectNs: 9e4, joinNs: 0 };
    const { threads: cell } = summarise([], [timed(1e6, 9e5, { cpuWarmNs: 3e6, phases })]);
    expect(cell).not.toHaveProperty('coresBusy');
  });

  it('leaves out what is not known', () => {
    const { threads: cell } = summarise([], [timed(60, 50)]);
    expect(Object.keys(cell).sort()).toEqual(
      [
        'cold',
        'emptyTrials',
        'id',
        'medianColdNs',
        'medianWarmNs',
        'outliers',
        'placement',
        'strategy',
        'topology',
        'trials',
        'warm',
        'workers',
      ].sort(),
    );
  });

  it('gives no infinite figures for work that takes no time', () => {
    const zero = timed(0, 0, { cpuWarmNs: 5 });
    const { threads: cell } = summarise([zero, zero, zero], [zero, zero, zero]);
    expect(cell).not.toHaveProperty('speedup');
    expect(cell).not.toHaveProperty('coresBusy');
  });

  it('takes a cell without trials', () => {
    expect(summarise([], []).threads.trials).toEqual([]);
  });

  it('compares with serial and with the best, on cold times', () => {
    const times = (from: number, warm: number) =>
      [0, 1, 2, 3, 4].map((i) => timed(from + i, warm + i));
    const cells = summarise(times(1000, 5), times(500, 90));
    expect(cells.serial).not.toHaveProperty('againstSerial');
    expect(cells.serial.againstBest).toMatchObject({
      cell: 'threads-2',
      answer: 'slower',
      ratio: 1002 / 502,
    });
    expect(cells.threads).not.toHaveProperty('againstBest');
    expect(cells.threads.againstSerial).toMatchObject({
      cell: 'serial-1',
      answer: 'faster',
      ratio: 502 / 1002,
    });
    expect(cells.threads.againstSerial?.p).toBeCloseTo(2 / 252, 12);
  });

  it('takes no lucky single trial for the best where others have enough', () => {
    const cells = makeCells([{ kind: 'serial' }, { kind: 'threads', workers: [2, 4] }], {
      'serial-1': { coldMs: [200, 201, 202] },
      'threads-2': { coldMs: [100, 101, 102] },
      'threads-4': { coldMs: [80] },
    });
    expect(cells.map(({ againstBest }) => [againstBest?.cell, againstBest?.answer])).toEqual([
      ['threads-2', 'slower'],
      [undefined, undefined],
      ['threads-2', 'no-difference'],
    ]);
  });

  it('marks outliers of the cold times by their trials and keeps them', () => {
    const cold = [100, 101, 99, 102, 900];
    const { threads: cell } = summarise(
      [],
      [
        timed(9000, 1, { trial: 30, warmup: true }),
        ...cold.map((ns, i) => timed(ns, 50, { trial: 40 + i })),
      ],
    );
    expect(cell.outliers).toEqual([44]);
    expect(cell.cold).toMatchObject({ n: 5, max: 900 });
  });

  it('splits the run phase of every trial that ended well, and of the median one for the cell', () => {
    const trial = (runNs: number, over: Partial<TrialReport> = {}) =>
      timed(runNs, runNs, {
        startNs: 0,
        phases: { spawnNs: 0, readyNs: 0, runNs, collectNs: 0, joinNs: 0 },
        workers: [{ worker: 0, host: 0, thread: 0, pid: 1 }],
        spans: { task: [0], worker: [0], startNs: [10], endNs: [runNs] },
        ...over,
      });
    const { threads: cell } = summarise(
      [],
      [
        trial(80),
        trial(60),
        trial(70),
        trial(65, { status: 'mismatch' }),
        trial(20, { warmup: true }),
      ],
    );
    expect(cell.split).toEqual({ handOutNs: 10, computeNs: 60, idleNs: 0 });
    expect(cell.trials.map(({ split }) => split?.computeNs)).toEqual([70, 50, 60, undefined, 10]);
  });

  it('sums up the trials of empty tasks apart', () => {
    const [cell] = summariseCells({
      cells: [threads],
      trials: new Map([['threads-2', [timed(60, 50)]]]),
      emptyTrials: new Map([['threads-2', [timed(30, 1), timed(32, 3), timed(31, 2)]]]),
    });
    expect(cell?.empty).toMatchObject({ cold: { n: 3, median: 31 }, warm: { median: 2 } });
    expect(cell?.emptyTrials).toHaveLength(3);
    expect(cell?.cold?.median).toBe(60);
  });
});

describe('medianTrial', () => {
  it('is the measured trial in the middle, of two the quicker', () => {
    const trials = [30, 10, 40, 20].map((coldNs) => timed(coldNs, 1));
    expect(medianTrial({ trials })?.coldNs).toBe(20);
  });

  it('passes over warm-ups, failed trials and those without a time', () => {
    const trials = [
      timed(1, 1, { warmup: true }),
      timed(1, 1, { status: 'mismatch' }),
      makeTrial(),
      timed(5, 1),
    ];
    expect(medianTrial({ trials })?.coldNs).toBe(5);
    expect(medianTrial({ trials: trials.slice(0, 3) })).toBeUndefined();
  });
});
