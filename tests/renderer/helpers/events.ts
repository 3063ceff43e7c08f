// Live events of a small hand-made run: two cores (kernel numbers 4 and 6), threads 2 and processes 2.
import { expandCells } from '@shared/experiment/cells';
import { experimentSchema } from '@shared/experiment/experiment';
import {
  emptySamples,
  type LiveEvent,
  type PlannedTrial,
  type SampleColumns,
} from '@shared/report/live';
import { TimelineBuffer } from '@renderer/model/timeline-buffer';
import type { Cause } from '@renderer/canvas/frame';
import type { TrialTrack } from '@renderer/model/tracks';

export const ms = 1e6;

/** Frames that come at once. */
export const instantFrames = {
  drawMs: undefined,
  setRates: (): void => undefined,
  add: (draw: (cause: Cause) => void) => ({ wake: draw, remove: (): void => undefined }),
};

export const experiment = experimentSchema.parse({
  version: 1,
  name: 'small',
  workload: { kind: 'powers' },
  tasks: 4,
  strategies: [
    { kind: 'threads', workers: 2 },
    { kind: 'processes', workers: 2 },
    { kind: 'hybrid', processes: 2, threads: 2 },
    { kind: 'async', workers: 4 },
  ],
  repeats: 1,
  warmup: 0,
});

export const cells = expandCells(experiment, 2);

export const order: readonly PlannedTrial[] = cells.map((cell, trial) => ({
  trial,
  cell: cell.id,
  round: 0,
  warmup: false,
}));

export const trialOf = { threads: 0, processes: 1, hybrid: 2, async: 3 } as const;

export const runBegin: Extract<LiveEvent, { type: 'run-begin' }> = {
  type: 'run-begin',
  experiment,
  cells,
  order,
  cores: [4, 6],
  sampling: { hz: 50, memoryHz: 5 },
};

type Row = readonly number[];

/** Rows of `[task, worker, startMs, endMs]`. */
export function spans(trial: number, rows: readonly Row[]): LiveEvent {
  const column = (index: number, unit = 1): number[] => rows.map((row) => row[index]! * unit);
  return {
    type: 'spans',
    trial,
    spans: { task: column(0), worker: column(1), startNs: column(2, ms), endNs: column(3, ms) },
  };
}

export interface Sampled {
  /** Rows of `[atMs, busy0, busy1]`, 20 ms each. */
  readonly cores?: readonly Row[];
  /** Rows of `[atMs, worker, onCpuMs, waitMs, core]`, 20 ms each. */
  readonly workers?: readonly Row[];
  /** Rows of `[atMs, pid, pssMb, privateMb]`. */
  readonly memory?: readonly Row[];
  /** Rows of `[atMs, pid, rssMb, sharedMb]`. */
  readonly resident?: readonly Row[];
}

export function sampleColumns(trial: number, sampled: Sampled): SampleColumns {
  const samples = emptySamples(2);
  for (const [at = 0, ...busy] of sampled.cores ?? []) {
    samples.cores.atNs.push(at * ms);
    samples.cores.spanNs.push(20 * ms);
    busy.forEach((share, core) => samples.cores.busy[core]?.push(share));
  }
  for (const [at = 0, worker = 0, onCpu = 0, wait = 0, core = 4] of sampled.workers ?? []) {
    samples.workers.atNs.push(at * ms);
    samples.workers.spanNs.push(20 * ms);
    samples.workers.trial.push(trial);
    samples.workers.worker.push(worker);
    samples.workers.onCpuNs.push(onCpu * ms);
    samples.workers.waitNs.push(wait * ms);
    samples.workers.core.push(core);
  }
  for (const [at = 0, pid = 0, pss = 0, own = 0] of sampled.memory ?? []) {
    samples.memory.atNs.push(at * ms);
    samples.memory.trial.push(trial);
    samples.memory.pid.push(pid);
    samples.memory.rssBytes.push(pss * 2e6);
    samples.memory.pssBytes.push(pss * 1e6);
    samples.memory.privateBytes.push(own * 1e6);
  }
  for (const [at = 0, pid = 0, rss = 0, shared = 0] of sampled.resident ?? []) {
    samples.resident.atNs.push(at * ms);
    samples.resident.trial.push(trial);
    samples.resident.pid.push(pid);
    samples.resident.rssBytes.push(rss * 1e6);
    samples.resident.sharedBytes.push(shared * 1e6);
  }
  return samples;
}

export function samples(trial: number, sampled: Sampled): LiveEvent {
  const cost = { cpuNs: 2 * ms, ticks: 40, missed: 2, worstLateNs: ms };
  return { type: 'samples', samples: sampleColumns(trial, sampled), cost };
}

/** Workers of a trial: threads of one process, or a process each. */
export function workers(trial: number, pids: readonly number[]): LiveEvent {
  return {
    type: 'workers',
    trial,
    workers: pids.map((pid, worker) => ({
      worker,
      host: [...new Set(pids)].indexOf(pid),
      thread: worker - pids.indexOf(pid),
      pid,
      tid: pid + worker,
    })),
  };
}

/** A buffer after `run-begin` and these events. */
export function bufferOf(...events: readonly LiveEvent[]): TimelineBuffer {
  const buffer = new TimelineBuffer();
  for (const event of [runBegin, ...events]) buffer.apply(event);
  return buffer;
}

/** The track of a trial that began at 0 and then saw these events. */
export function trackOf(trial: number, ...events: readonly LiveEvent[]): TrialTrack {
  const track = bufferOf({ type: 'trial-begin', trial, atNs: 0 }, ...events).trial(trial);
  if (track === undefined) throw new Error('the trial did not begin');
  return track;
}
