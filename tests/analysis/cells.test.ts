import { summariseCells } from '@analysis/cells';
import { expandCells } from '@shared/cells';
import type { TrialReport } from '@shared/report';
import { describe, expect, it } from 'vitest';
import { makeTrial } from '../helpers/make-trial';

const [serial, threads] = expandCells(
  { strategies: [{ kind: 'serial' }, { kind: 'threads', workers: 2 }], placement: 'host' },
  2,
) as [never, never];

function timed(coldNs: number, warmNs: number, over: Partial<TrialReport> = {}): TrialReport {
  return makeTrial({ coldNs, warmNs, ...over });
}

function summarise(serialTrials: readonly TrialReport[], threadTrials: readonly TrialReport[]) {
  const [first, second] = summariseCells(
    [serial, threads],
    new Map([
      ['serial-1', serialTrials],
      ['threads-2', threadTrials],
    ]),
  );
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
        'id',
        'medianColdNs',
        'medianWarmNs',
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
});
