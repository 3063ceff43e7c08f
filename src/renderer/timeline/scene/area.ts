// A stretch of some lanes that a user has put a frame around, and the figures of what runs in it. Pure.
import { ascending, quantileOfSorted } from '@analysis/stats/quantile';
import { lowerBound } from '../../model/search';
import type { TrialTrack, WorkerTrack } from '../../model/tracks';
import { workerLook } from './worker-look';

/** Some time of some workers; ns on the run's clock. */
export interface FramedArea {
  readonly fromNs: number;
  readonly toNs: number;
  /** In the order of their lanes. */
  readonly workers: readonly number[];
}

/** What the tasks took that run in an area, in ns. */
export interface Durations {
  readonly count: number;
  readonly minNs: number;
  readonly meanNs: number;
  readonly medianNs: number;
  readonly p95Ns: number;
  readonly maxNs: number;
}

export interface AreaRow {
  /** The worker as its lane is called; undefined for all of them together. */
  readonly worker: string | undefined;
  /** Absent where no task runs in it. */
  readonly durations: Durations | undefined;
  /** Time in tasks within the area; of an event loop the time of all that are in flight. */
  readonly insideNs: number;
}

export interface AreaFigures {
  readonly spanNs: number;
  /** All first, then each worker; one worker has one row. */
  readonly rows: readonly AreaRow[];
  /** By core as sampled: time on it of the area's workers, the most first. */
  readonly cores: readonly { readonly core: number; readonly onCpuNs: number }[];
}

interface Found {
  readonly lengths: readonly number[];
  readonly insideNs: number;
}

/** Tasks of a worker that run in a stretch, whole or in part. */
function tasksIn({ spans, longestNs }: WorkerTrack, { fromNs, toNs }: FramedArea): Found {
  const ends = spans.column('endNs');
  const lengths: number[] = [];
  let insideNs = 0;
  for (let row = lowerBound(ends, spans.length, fromNs); row < spans.length; row += 1) {
    const end = ends[row] ?? 0;
    if (end - longestNs > toNs) break;
    const start = spans.at('startNs', row);
    const inside = Math.min(end, toNs) - Math.max(start, fromNs);
    if (inside <= 0 && end !== start) continue;
    if (start > toNs) continue;
    lengths.push(end - start);
    insideNs += Math.max(0, inside);
  }
  return { lengths, insideNs };
}

function durationsOf(lengths: readonly number[]): Durations | undefined {
  if (lengths.length === 0) return undefined;
  const sorted = ascending(lengths);
  return {
    count: sorted.length,
    minNs: sorted[0] ?? Number.NaN,
    meanNs: sorted.reduce((sum, length) => sum + length, 0) / sorted.length,
    medianNs: quantileOfSorted(sorted, 0.5),
    p95Ns: quantileOfSorted(sorted, 0.95),
    maxNs: sorted.at(-1) ?? Number.NaN,
  };
}

/** Adds a worker's time on each core; samples at the edges count by the part that overlaps. */
function addCores(
  { samples }: WorkerTrack,
  { fromNs, toNs }: FramedArea,
  sums: Map<number, number>,
): void {
  const at = samples.column('atNs');
  for (let row = lowerBound(at, samples.length, fromNs); row < samples.length; row += 1) {
    const end = at[row] ?? 0;
    const span = samples.at('spanNs', row);
    if (end - span >= toNs) break;
    const overlap = Math.min(end, toNs) - Math.max(end - span, fromNs);
    const core = samples.at('core', row);
    if (overlap <= 0 || span <= 0 || core < 0) continue;
    const onCpuNs = (samples.at('onCpuNs', row) * overlap) / span;
    if (onCpuNs > 0) sums.set(core, (sums.get(core) ?? 0) + onCpuNs);
  }
}

/** Figures of what runs in an area. */
export function areaFigures(trial: TrialTrack, area: FramedArea): AreaFigures {
  const sums = new Map<number, number>();
  const found = area.workers.flatMap((worker) => {
    const track = trial.workers[worker];
    if (track === undefined) return [];
    addCores(track, area, sums);
    const name = workerLook(trial.cell, worker, track.identity).name;
    return [{ name, ...tasksIn(track, area) }];
  });
  const all = {
    worker: undefined,
    durations: durationsOf(found.flatMap(({ lengths }) => lengths)),
    insideNs: found.reduce((sum, { insideNs }) => sum + insideNs, 0),
  };
  const each = found.map(({ name, lengths, insideNs }) => ({
    worker: name,
    durations: durationsOf(lengths),
    insideNs,
  }));
  return {
    spanNs: area.toNs - area.fromNs,
    rows: each.length > 1 ? [all, ...each] : each,
    cores: [...sums]
      .map(([core, onCpuNs]) => ({ core, onCpuNs }))
      .sort((one, other) => other.onCpuNs - one.onCpuNs),
  };
}
