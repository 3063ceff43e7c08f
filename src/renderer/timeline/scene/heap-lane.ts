// V8 heaps of a process's threads in a window, stacked: each thread has a heap of its own, so their sum is the process's.
import type { WorkerTrack } from '../../model/tracks';
import { clampedX, type TimeScale } from './time-scale';

/** What each thread's heap held from one reading to the next. */
export interface HeapStep {
  readonly x0: number;
  readonly x1: number;
  /** Bytes in use, in the order of the lane's threads. */
  readonly parts: readonly number[];
  readonly totalBytes: number;
}

export interface HeapLane {
  /** Places of the threads that have readings, among the trial's workers. */
  readonly workers: readonly number[];
  /** From where every one of them has been read. */
  readonly steps: readonly HeapStep[];
  /** Largest sum of the whole trial. */
  readonly maxBytes: number;
}

/** @param untilNs to where the last reading holds: the trial's end, or now */
export function heapLane(
  tracks: readonly WorkerTrack[],
  scale: TimeScale,
  untilNs: number,
): HeapLane {
  const read = tracks.filter(({ heaps }) => heaps.length > 0);
  const startNs = read.reduce((latest, { heaps }) => Math.max(latest, heaps.at('atNs', 0)), 0);
  const times = read.flatMap(({ heaps }) => [...heaps.column('atNs').subarray(0, heaps.length)]);
  const sorted = Float64Array.from(times.filter((atNs) => atNs >= startNs)).sort();
  const rows = read.map(() => 0);
  const steps: HeapStep[] = [];
  let maxBytes = 0;
  sorted.forEach((atNs, index) => {
    const parts = read.map(({ heaps }, place) => {
      let row = rows[place] ?? 0;
      while (heaps.at('atNs', row + 1) <= atNs) row += 1;
      rows[place] = row;
      return heaps.at('usedBytes', row);
    });
    const totalBytes = parts.reduce((sum, bytes) => sum + bytes, 0);
    maxBytes = Math.max(maxBytes, totalBytes);
    const toNs = sorted[index + 1] ?? Math.max(atNs, untilNs);
    if (toNs <= scale.fromNs || atNs >= scale.toNs) return;
    const step = { x0: clampedX(scale, atNs), x1: clampedX(scale, toNs), parts, totalBytes };
    const last = steps.at(-1);
    if (last === undefined || last.x1 - last.x0 >= 1) steps.push(step);
    else {
      const larger = last.totalBytes > totalBytes ? last : step;
      steps[steps.length - 1] = { ...larger, x0: last.x0, x1: step.x1 };
    }
  });
  return { workers: read.map(({ worker }) => worker), steps, maxBytes };
}
