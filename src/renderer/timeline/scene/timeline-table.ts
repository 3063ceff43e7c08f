// Builds a trial's timeline as tables, for screen-reader and keyboard users.
import type { TrialTrack } from '../../model/tracks';
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

export interface TimelineRows {
  readonly workers: readonly WorkerRow[];
  /** The last ones, in the order they ended. */
  readonly tasks: readonly TaskRow[];
  readonly tasksInAll: number;
  /** Of those, such that are not known one by one. */
  readonly tasksMissed: number;
}

/** @param maxTasks tasks beyond the last so many are left out */
export function timelineTable(track: TrialTrack, maxTasks: number): TimelineRows {
  const looks = track.workers.map(({ worker, identity }) =>
    workerLook(track.cell, worker, identity),
  );
  const workers = track.workers.map((one, index): WorkerRow => {
    const isSampled = one.sampledNs > 0;
    return {
      name: looks[index]?.name ?? String(index + 1),
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
    workers,
    tasks: tasks.slice(-maxTasks),
    tasksInAll: track.tasksDone,
    tasksMissed: track.missed.tasks,
  };
}
