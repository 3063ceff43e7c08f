// Collects the facts about one task: exactly when it ran, and, from the samples, where and how.
import { message } from '@present/messages/message';
import { formatDuration, notKnown } from '@present/locale/format';
import type { TrialTrack, WorkerTrack } from '../../model/tracks';
import type { SpanRef } from './scene';
import { lowerBound } from '../../model/search';
import { workerLook, type WorkerLook } from './worker-look';

export interface SpanFacts {
  readonly task: number;
  readonly look: WorkerLook;
  readonly pid: number | undefined;
  readonly tid: number | undefined;
  /** From the trial's zero, in ns. */
  readonly startNs: number;
  readonly durationNs: number;
  /** Kernel numbers of the cores it was seen on, in order; empty where no sample saw it. */
  readonly cores: readonly number[];
  /** Undefined where the samples are too coarse, or tasks overlap. */
  readonly onCpuNs: number | undefined;
  readonly waitNs: number | undefined;
}

interface Sampled {
  readonly cores: readonly number[];
  readonly coveredNs: number;
  readonly onCpuNs: number;
  readonly waitNs: number;
  readonly samples: number;
}

/** Counters of the samples over a stretch; those at its edges count by the part that overlaps. */
function sampledOver(track: WorkerTrack, fromNs: number, toNs: number): Sampled {
  const { samples } = track;
  const cores: number[] = [];
  let [coveredNs, onCpuNs, waitNs, count] = [0, 0, 0, 0];
  const at = samples.column('atNs');
  for (let row = lowerBound(at, samples.length, fromNs); row < samples.length; row += 1) {
    const end = at[row] ?? 0;
    const span = samples.at('spanNs', row);
    const overlap = Math.min(end, toNs) - Math.max(end - span, fromNs);
    if (end - span >= toNs) break;
    if (overlap <= 0 || span <= 0) continue;
    const ran = samples.at('onCpuNs', row);
    coveredNs += overlap;
    onCpuNs += (ran * overlap) / span;
    waitNs += (samples.at('waitNs', row) * overlap) / span;
    count += 1;
    const core = samples.at('core', row);
    if (ran > 0 && core >= 0 && cores.at(-1) !== core) cores.push(core);
  }
  return { cores, coveredNs, onCpuNs, waitNs, samples: count };
}

/** Fewer samples than this and a task's part of the counters is a guess. */
const minSamples = 3;

/** Facts of one task; undefined where the track has no such task. */
export function spanFacts(trial: TrialTrack, ref: SpanRef): SpanFacts | undefined {
  const track = trial.workers[ref.worker];
  if (track === undefined || ref.index < 0 || ref.index >= track.spans.length) return undefined;
  const startNs = track.spans.at('startNs', ref.index);
  const endNs = track.spans.at('endNs', ref.index);
  const sampled = sampledOver(track, startNs, endNs);
  const told =
    track.rows === 1 &&
    sampled.samples >= minSamples &&
    sampled.coveredNs >= (endNs - startNs) * 0.95;
  return {
    task: track.spans.at('task', ref.index),
    look: workerLook(trial.cell, ref.worker, track.identity),
    pid: track.identity?.pid,
    tid: track.identity?.tid,
    startNs: startNs - trial.zeroNs,
    durationNs: endNs - startNs,
    cores: sampled.cores,
    onCpuNs: told ? sampled.onCpuNs : undefined,
    waitNs: told ? sampled.waitNs : undefined,
  };
}

/** `2 → 6`, and of many only the first and the last with their number between. */
export function describeSpanCores(cores: readonly number[]): string {
  if (cores.length === 0) return notKnown();
  if (cores.length <= 4) return cores.join(' → ');
  const ends = { first: String(cores[0]), last: String(cores.at(-1)) };
  return message('span-more-cores', { ...ends, count: cores.length - 2 });
}

/** A task in one sentence, as the keyboard's live text says it. */
export function describeSpan(facts: SpanFacts): string {
  const { task, look, cores, startNs, durationNs, waitNs } = facts;
  return message('span-text', {
    task,
    worker: look.name,
    began: formatDuration(startNs),
    took: formatDuration(durationNs),
    on: cores.length === 0 ? 'unknown' : 'known',
    cores: describeSpanCores(cores),
    queued: waitNs === undefined ? 'unknown' : 'known',
    wait: formatDuration(waitNs ?? Number.NaN),
  });
}
