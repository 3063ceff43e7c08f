import { sumWorkerTime } from '@analysis/cells/worker-time';
import type { CellReport, ReportSamples, TrialReport } from '@shared/report/report';
import { describe, expect, it } from 'vitest';
import { makeCells } from '../../helpers/make/cells';
import { makeSamples } from '../../helpers/make/samples';
import { makeTrial } from '../../helpers/make/trial';

const phases = { spawnNs: 30, readyNs: 20, runNs: 100, collectNs: 10, joinNs: 40 };

const workers = [0, 1].map((worker) => ({ worker, host: 0, thread: worker, pid: 1 }));

/** Decision at 1000, go at 1050, last task done at 1150. */
function trial(over: Partial<TrialReport> = {}): TrialReport {
  return makeTrial({ trial: 7, startNs: 1000, endNs: 1200, phases, workers, ...over });
}

function cellOf(...trials: readonly TrialReport[]): CellReport {
  const [cell] = makeCells([{ kind: 'threads', workers: 2 }], {
    'threads-2': { coldMs: [], others: trials },
  });
  if (cell === undefined) throw new Error('one strategy gives one cell');
  return cell;
}

interface Row {
  readonly atNs: number;
  readonly spanNs: number;
  readonly onCpuNs: number;
  readonly waitNs: number;
  readonly trial?: number;
}

function samplesOf(rows: readonly Row[]): ReportSamples {
  const samples = makeSamples([], [0, 1], 1);
  for (const row of rows) {
    samples.workers.atNs.push(row.atNs);
    samples.workers.spanNs.push(row.spanNs);
    samples.workers.trial.push(row.trial ?? 7);
    samples.workers.worker.push(0);
    samples.workers.onCpuNs.push(row.onCpuNs);
    samples.workers.waitNs.push(row.waitNs);
    samples.workers.core.push(0);
  }
  return samples;
}

const within = { atNs: 1100, spanNs: 50, onCpuNs: 30, waitNs: 10 };

describe('sumWorkerTime', () => {
  it('gives the shares of the sampled time on a core and queued for one', () => {
    const samples = samplesOf([within, { ...within, atNs: 1150, onCpuNs: 20, waitNs: 0 }]);
    expect(sumWorkerTime([cellOf(trial())], samples).get('threads-2')).toEqual({
      onCpu: 0.5,
      queued: 0.1,
    });
  });

  it('leaves out rows that reach out of the run phase', () => {
    const samples = samplesOf([
      within,
      { atNs: 1070, spanNs: 30, onCpuNs: 0, waitNs: 30 },
      { atNs: 1160, spanNs: 50, onCpuNs: 0, waitNs: 50 },
    ]);
    expect(sumWorkerTime([cellOf(trial())], samples).get('threads-2')?.queued).toBe(0.2);
  });

  it('leaves out trials that do not count, and those of other cells', () => {
    const cell = cellOf(
      trial(),
      trial({ trial: 8, warmup: true }),
      trial({ trial: 9, status: 'killed' }),
    );
    const other = { ...within, onCpuNs: 0, waitNs: 50 };
    const samples = samplesOf([
      within,
      ...[8, 9, 10].map((number) => ({ ...other, trial: number })),
    ]);
    expect(sumWorkerTime([cell], samples).get('threads-2')?.queued).toBe(0.2);
  });

  it('says nothing from less than a quarter of the run phases', () => {
    // 2 workers of 100 ns each: 40 ns are a fifth.
    const samples = samplesOf([{ ...within, spanNs: 40 }]);
    expect(sumWorkerTime([cellOf(trial())], samples).has('threads-2')).toBe(false);
    expect(sumWorkerTime([cellOf(trial())], samplesOf([])).has('threads-2')).toBe(false);
    const untimed = makeTrial({ trial: 7, workers });
    expect(sumWorkerTime([cellOf(untimed)], samplesOf([within])).has('threads-2')).toBe(false);
  });
});
