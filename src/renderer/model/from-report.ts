// Turns a finished report into a timeline buffer: its columns become live events again.
import { defined } from '@shared/base/defined';
import {
  emptySamples,
  type HeapColumns,
  type LiveEvent,
  type PlannedTrial,
} from '@shared/report/live';
import type { Report, TrialReport } from '@shared/report/report';
import { TimelineBuffer } from './timeline-buffer';

interface TrialOfCell {
  readonly cell: string;
  readonly trial: TrialReport;
  readonly empty?: true;
}

/** The first moment at which a sample saw each trial. */
function firstSeen({
  workers,
  processes,
  resident,
}: Report['samples']): ReadonlyMap<number, number> {
  const first = new Map<number, number>();
  const see = (trial: number, atNs: number): void => {
    first.set(trial, Math.min(first.get(trial) ?? atNs, atNs));
  };
  workers.trial.forEach((trial, row) => {
    see(trial, (workers.atNs[row] ?? Infinity) - (workers.spanNs[row] ?? 0));
  });
  for (const { trial: trials, atNs } of [processes, resident]) {
    trials.forEach((trial, row) => see(trial, atNs[row] ?? Infinity));
  }
  return first;
}

/** Returns when a trial can be shown from: its decision, or the first moment recorded of it. */
function firstMoment({ startNs, spans, endNs }: TrialReport, seenNs: number | undefined): number {
  return startNs ?? spans.startNs.reduce((least, ns) => Math.min(least, ns), seenNs ?? endNs);
}

function beginning(report: Report, trials: readonly TrialOfCell[]): LiveEvent {
  const order = trials.map(({ cell, trial, empty }): PlannedTrial => ({
    trial: trial.trial,
    cell,
    round: trial.round,
    warmup: trial.warmup,
    ...defined({ empty: empty || undefined }),
  }));
  const { samples, experiment } = report;
  return {
    type: 'run-begin',
    experiment,
    cells: report.cells,
    order,
    cores: samples.coreIds,
    sampling: experiment.sampling,
  };
}

function* trialEvents(trial: TrialReport, seenNs: number | undefined): Generator<LiveEvent> {
  const { trial: index, workers, spans, evidence, startNs, coldNs, warmNs, phases } = trial;
  yield { type: 'trial-begin', trial: index, atNs: firstMoment(trial, seenNs) };
  yield {
    type: 'workers',
    trial: index,
    workers: workers.map(({ tid, ...worker }) => (tid === undefined ? worker : { ...worker, tid })),
  };
  yield { type: 'spans', trial: index, spans: inOrder(spans, spans.endNs) };
  const { taskTimes } = trial;
  if (taskTimes !== undefined) {
    const tasks = Math.max(0, taskTimes.tasks - spans.task.length);
    yield { type: 'missed', trial: index, tasks, rows: 0 };
  }
  yield {
    type: 'trial-end',
    end: defined({
      trial: index,
      status: trial.status,
      endNs: trial.endNs,
      evidence: evidence && { failure: evidence.failure },
      startNs,
      coldNs,
      warmNs,
      phases,
      cpuWarmNs: trial.cpuWarmNs,
      leftPssBytes: trial.leftPssBytes,
    }),
  };
}

/** The heaps of each trial. */
function* heapEvents(all: Report['samples']['heaps']): Generator<LiveEvent> {
  const byTrial = new Map<number, Record<keyof HeapColumns, number[]>>();
  all.trial.forEach((trial, row) => {
    const known = byTrial.get(trial);
    const heaps = known ?? { atNs: [], worker: [], usedBytes: [], totalBytes: [] };
    if (known === undefined) byTrial.set(trial, heaps);
    heaps.atNs.push(all.atNs[row] ?? Number.NaN);
    heaps.worker.push(all.worker[row] ?? -1);
    heaps.usedBytes.push(all.usedBytes[row] ?? Number.NaN);
    heaps.totalBytes.push(all.totalBytes[row] ?? Number.NaN);
  });
  for (const [trial, heaps] of byTrial) yield { type: 'heaps', trial, heaps };
}

/** The rows in the order of time: what is drawn rests on it, and a file need not have it. */
function inOrder<T extends { readonly [K in keyof T]: number[] }>(
  rows: T,
  time: readonly number[],
): T {
  if (time.every((ns, row) => row === 0 || ns >= (time[row - 1] ?? ns))) return rows;
  const order = Uint32Array.from(time.keys()).sort(
    (one, other) => (time[one] ?? 0) - (time[other] ?? 0),
  );
  const names = Object.keys(rows) as (keyof T)[];
  const sorted = names.map((name) => [name, Array.from(order, (row) => rows[name][row] ?? 0)]);
  return Object.fromEntries(sorted) as T;
}

/** The events that fill a buffer with what the report holds. */
export function* reportEvents(report: Report): Generator<LiveEvent> {
  const trials = report.cells
    .flatMap(({ id, trials: ofCell, emptyTrials }): TrialOfCell[] => [
      ...ofCell.map((trial) => ({ cell: id, trial })),
      ...emptyTrials.map((trial) => ({ cell: id, trial, empty: true as const })),
    ])
    .sort((a, b) => a.trial.order - b.trial.order);
  yield beginning(report, trials);
  const seen = firstSeen(report.samples);
  for (const { trial } of trials) yield* trialEvents(trial, seen.get(trial.trial));
  const { cores, workers, processes, resident, loop, heaps } = report.samples;
  const samples = {
    ...emptySamples(0),
    cores,
    workers: inOrder(workers, workers.atNs),
    memory: processes,
    resident,
  };
  const cost = report.run.sampler;
  yield { type: 'samples', samples, ...defined({ cost }) };
  yield { type: 'loop', loop };
  yield* heapEvents(heaps);
  const { reduced } = report.samples;
  if (reduced !== undefined) yield { type: 'reduced', rows: reduced };
}

/** A buffer that holds a report's timeline. */
export function bufferFromReport(report: Report): TimelineBuffer {
  const buffer = new TimelineBuffer({ plansLanes: false });
  for (const event of reportEvents(report)) buffer.apply(event);
  buffer.touch();
  return buffer;
}
