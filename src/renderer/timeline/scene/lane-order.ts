// The order of the workers' lanes: by process, by the core they ran on most, or by busy time.
import type { TrialTrack, WorkerTrack } from '../../model/tracks';

export const laneOrders = ['worker', 'core', 'busy'] as const;

export type LaneOrder = (typeof laneOrders)[number];

/** Lanes under one bracket: a process, or all of them where the order isn't by process. */
export interface LaneGroup {
  /** The process; undefined where the lanes of several are mixed. */
  readonly host: { readonly index: number; readonly pid: number | undefined } | undefined;
  readonly workers: readonly WorkerTrack[];
}

function byProcess(track: TrialTrack): readonly LaneGroup[] {
  const groups = new Map<number, WorkerTrack[]>();
  const { threads } = track.cell.topology;
  for (const worker of track.workers) {
    const host = worker.identity?.host ?? Math.floor(worker.worker / threads);
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

/** The trial's lanes in an order; those that tie keep the order of their workers. */
export function laneGroups(track: TrialTrack, order: LaneOrder): readonly LaneGroup[] {
  if (order === 'worker') return byProcess(track);
  const rank = new Map(
    track.workers.map((worker) => [worker, order === 'busy' ? -worker.onCpuNs : mainCore(worker)]),
  );
  const workers = [...track.workers].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
  return workers.length === 0 ? [] : [{ host: undefined, workers }];
}
