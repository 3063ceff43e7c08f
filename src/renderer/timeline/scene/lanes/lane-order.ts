// The order of lanes: workers by process, or mixed by core, busy time, first or longest task; cores by number or busy time.
import type { CoreRows } from '../../../model/core-rows';
import type { LaneOrder } from '../../../model/lane-view';
import { lowerBound } from '../../../model/search';
import type { TrialTrack, WorkerTrack } from '../../../model/tracks';

/** Lanes under one bracket: a process, or all of them where the order isn't by process. */
export interface LaneGroup {
  /** The process; undefined where the lanes of several are mixed. */
  readonly host: { readonly index: number; readonly pid: number | undefined } | undefined;
  readonly workers: readonly WorkerTrack[];
}

/** Index of a worker's process: as it was said, or as planned. */
export function hostIndexOf({ cell }: TrialTrack, { worker, identity }: WorkerTrack): number {
  return identity?.host ?? Math.floor(worker / cell.topology.threads);
}

function byProcess(track: TrialTrack): readonly LaneGroup[] {
  const groups = new Map<number, WorkerTrack[]>();
  for (const worker of track.workers) {
    const host = hostIndexOf(track, worker);
    groups.set(host, [...(groups.get(host) ?? []), worker]);
  }
  return [...groups].map(([index, workers]) => ({
    host: { index, pid: workers[0]?.identity?.pid },
    workers,
  }));
}

/** The core on which most of the worker's CPU time was seen; -1 before the first sample. */
export function mainCore({ samples }: WorkerTrack): number {
  const time = new Map<number, number>();
  for (let row = 0; row < samples.length; row += 1) {
    const core = samples.at('core', row);
    time.set(core, (time.get(core) ?? 0) + samples.at('onCpuNs', row));
  }
  let best = -1;
  for (const [core, ns] of time) if (ns > (time.get(best) ?? 0)) best = core;
  return best;
}

/** Start of the task that ended first; a worker without tasks comes last. */
const firstStartNs = ({ spans }: WorkerTrack): number =>
  spans.length === 0 ? Number.POSITIVE_INFINITY : spans.at('startNs', 0);

/** By what the workers are ranked, the lowest first. */
const ranks: Readonly<Record<Exclude<LaneOrder, 'worker'>, (worker: WorkerTrack) => number>> = {
  core: mainCore,
  busy: ({ onCpuNs }) => -onCpuNs,
  first: firstStartNs,
  longest: ({ longestNs }) => -longestNs,
};

/** Items from the lowest rank to the highest; those that tie keep their order. */
function ranked<T>(items: readonly T[], rankOf: (item: T) => number): T[] {
  const known = new Map(items.map((item) => [item, rankOf(item)]));
  const of = (item: T): number => known.get(item) ?? 0;
  return [...items].sort((a, b) => (of(a) < of(b) ? -1 : Number(of(a) > of(b))));
}

/** The trial's lanes in an order; those that tie keep the order of their workers. */
export function laneGroups(track: TrialTrack, order: LaneOrder): readonly LaneGroup[] {
  if (order === 'worker') return byProcess(track);
  const workers = ranked(track.workers, ranks[order]);
  return workers.length === 0 ? [] : [{ host: undefined, workers }];
}

/** What the samples say of a core while a trial ran, in ns. */
export interface BusyTime {
  readonly busyNs: number;
  readonly sampledNs: number;
}

/** Of each core, how long it was busy while the trial ran. */
export function busyTimes(
  { count, table }: CoreRows,
  { beginNs, end }: TrialTrack,
): readonly BusyTime[] {
  const { atNs, spanNs, busy } = table.columns;
  const first = lowerBound(atNs, table.length, beginNs);
  const last = end === undefined ? table.length : lowerBound(atNs, table.length, end.endNs);
  return Array.from({ length: count }, (_, core) => {
    const shares = busy[core];
    let [busyNs, sampledNs] = [0, 0];
    for (let row = first; row < last; row += 1) {
      const share = shares?.[row] ?? Number.NaN;
      if (Number.isNaN(share)) continue;
      busyNs += share * (spanNs[row] ?? 0);
      sampledNs += spanNs[row] ?? 0;
    }
    return { busyNs, sampledNs };
  });
}

/** Indexes of the cores, by number; in the order by busy time the busiest first. */
export function coreOrder(rows: CoreRows, track: TrialTrack, order: LaneOrder): readonly number[] {
  const cores = Array.from({ length: rows.count }, (_, core) => core);
  if (order !== 'busy') return cores;
  const times = busyTimes(rows, track);
  return ranked(cores, (core) => -(times[core]?.busyNs ?? 0));
}
