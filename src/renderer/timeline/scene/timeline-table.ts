// Builds a trial's timeline as tables, for screen-reader and keyboard users.
import { usualView, type LaneView } from '../../model/lane-view';
import type { TimelineBuffer } from '../../model/timeline-buffer';
import type { TrialTrack, WorkerTrack } from '../../model/tracks';
import { busyTimes } from './lanes/lane-order';
import { planLanes } from './lanes/lane-plan';
import { workerLook } from './worker-look';

export interface WorkerRow {
  readonly name: string;
  readonly pid: number | undefined;
  readonly tid: number | undefined;
  /** Undefined where some of its trial's tasks are missing. */
  readonly tasks: number | undefined;
  /** Undefined where no sample saw it. */
  readonly onCpuNs: number | undefined;
  readonly waitNs: number | undefined;
  readonly moves: number | undefined;
  /** Largest V8 heap in use at the end of a task; undefined where none was reported. */
  readonly heapBytes: number | undefined;
}

export interface TaskRow {
  readonly task: number;
  readonly worker: string;
  /** From the trial's zero, in ns. */
  readonly startNs: number;
  readonly endNs: number;
}

export interface CoreRow {
  readonly kernelId: number;
  /** While the trial ran. */
  readonly busyNs: number;
  /** Of the time that it was sampled; NaN where it never was. */
  readonly share: number;
}

export interface TimelineRows {
  readonly cores: readonly CoreRow[];
  /** Of the cores and of the workers, those that a user has hidden. */
  readonly hidden: { readonly cores: number; readonly workers: number };
  readonly workers: readonly WorkerRow[];
  /** The last ones, in the order they ended. */
  readonly tasks: readonly TaskRow[];
  readonly tasksInAll: number;
  /** Of those, such that are not known one by one. */
  readonly tasksMissed: number;
}

/** The rows of cores and workers in the order of their lanes, without the hidden ones. */
function planned(
  { coreRows, cores: kernelIds }: Pick<TimelineBuffer, 'coreRows' | 'cores'>,
  track: TrialTrack,
  view: LaneView,
): { readonly cores: readonly CoreRow[]; readonly workers: readonly WorkerTrack[] } {
  const { cores, groups } = planLanes(track, coreRows, view);
  const times = busyTimes(coreRows, track);
  return {
    cores: cores.map(({ core }) => {
      const { busyNs, sampledNs } = times[core] ?? { busyNs: 0, sampledNs: 0 };
      return { kernelId: kernelIds[core] ?? core, busyNs, share: busyNs / sampledNs };
    }),
    workers: groups.flatMap(({ lanes }) => lanes.map((lane) => lane.track)),
  };
}

/**
 * The tables of a trial, arranged as its lanes are.
 * @param maxTasks tasks beyond the last so many are left out
 */
export function timelineTable(
  buffer: Pick<TimelineBuffer, 'coreRows' | 'cores'>,
  track: TrialTrack,
  maxTasks: number,
  view: LaneView = usualView,
): TimelineRows {
  const lanes = planned(buffer, track, view);
  const looks = track.workers.map(({ worker, identity }) =>
    workerLook(track.cell, worker, identity),
  );
  const workers = lanes.workers.map((one): WorkerRow => {
    const isSampled = one.sampledNs > 0;
    return {
      name: looks[one.worker]?.name ?? String(one.worker + 1),
      pid: one.identity?.pid,
      tid: one.identity?.tid,
      tasks: track.missed.tasks > 0 ? undefined : one.spans.length,
      onCpuNs: isSampled ? one.onCpuNs : undefined,
      waitNs: isSampled ? one.waitNs : undefined,
      moves: isSampled ? one.moves : undefined,
      heapBytes: one.maxHeapBytes,
    };
  });
  const tasks = track.workers.flatMap(({ spans }, worker) => {
    const first = Math.max(0, spans.length - maxTasks);
    return Array.from({ length: spans.length - first }, (_, row): TaskRow => ({
      task: spans.at('task', first + row),
      worker: looks[worker]?.name ?? String(worker + 1),
      startNs: spans.at('startNs', first + row) - track.zeroNs,
      endNs: spans.at('endNs', first + row) - track.zeroNs,
    }));
  });
  tasks.sort((a, b) => a.endNs - b.endNs);
  return {
    cores: lanes.cores,
    workers,
    hidden: {
      cores: buffer.coreRows.count - lanes.cores.length,
      workers: track.workers.length - workers.length,
    },
    tasks: tasks.slice(-maxTasks),
    tasksInAll: track.tasksDone,
    tasksMissed: track.missed.tasks,
  };
}
