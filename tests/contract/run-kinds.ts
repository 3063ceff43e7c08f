// Runs of the built-in workloads, and what must hold of each: for the tests of runs.
import { expect } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import type { LiveEvent } from '@shared/report/live';
import { type Report, type TrialReport, reportSchema } from '@shared/report/report';
import { whyOf } from '../helpers/failures';
import { beginRun, experiment } from '../helpers/run-experiment';
import { isAlive } from './probe-host';

const small: Record<string, Record<string, number>> = {
  powers: { number: 7, iterations: 1000 },
  primes: { limit: 1000 },
  matmul: { size: 8 },
  hash: { bytes: 64, rounds: 3 },
  json: { records: 20 },
  sort: { length: 100 },
  wait: { ms: 2 },
  files: { bytes: 1000 },
  http: { delayMs: 1, bytes: 100 },
  mixed: { cpuIterations: 100, waitMs: 1 },
};

export const kinds = Object.keys(small);

/** One that computes, one that needs a folder and one that needs a server: `npm test` has them in every strategy. */
export const isWhole = (kind: string): boolean => ['powers', 'files', 'http'].includes(kind);

export function trials(report: Report): TrialReport[] {
  return report.cells.flatMap((cell) => cell.trials).sort((one, other) => one.order - other.order);
}

export function pidsOf(events: readonly LiveEvent[]): number[] {
  const pids = events.flatMap((event) =>
    event.type === 'workers' ? event.workers.map(({ pid }) => pid) : [],
  );
  return [...new Set(pids)].filter((pid) => pid !== process.pid);
}

export function expectNothingLeft(events: readonly LiveEvent[]): void {
  const pids = pidsOf(events);
  expect(pids.length).toBeGreaterThan(0);
  expect(pids.filter(isAlive)).toEqual([]);
}

/** Expects equal and right work of one workload in each of these strategies, with all that is measured of it. */
export async function expectWork(
  kind: string,
  strategies: ExperimentInput['strategies'],
): Promise<void> {
  const workload = { kind, params: small[kind] } as ExperimentInput['workload'];
  const { report, events } = beginRun(experiment({ workload, strategies, sampling: {} }));
  const done = await report;
  expect(done.run.status).toBe('done');
  expect(trials(done)).toHaveLength(strategies.length);
  for (const trial of trials(done)) {
    expect(whyOf(trial.evidence)).toBeUndefined();
    expect(trial.status).toBe('ok');
    expect([...trial.spans.task].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    const { spawnNs, readyNs, runNs, collectNs, joinNs } = trial.phases!;
    expect(spawnNs + readyNs + runNs + collectNs + joinNs).toBeCloseTo(trial.coldNs!, 3);
    expect(trial.warmNs).toBe(runNs);
    expect(Math.min(spawnNs, readyNs, runNs, collectNs, joinNs)).toBeGreaterThanOrEqual(0);
    expect(trial.startNs! + spawnNs + readyNs).toBeLessThanOrEqual(
      Math.min(...trial.spans.startNs),
    );
    if (process.platform === 'linux') expect(trial.peakPssBytes).toBeGreaterThan(1e6);
  }
  expect(reportSchema.safeParse(JSON.parse(JSON.stringify(done))).success).toBe(true);
  expectNothingLeft(events);
}
