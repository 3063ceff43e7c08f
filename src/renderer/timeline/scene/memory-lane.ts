// Memory of a trial's processes in a window: private memory stacked, shared memory once under it. V8 heaps of a process's
// threads, stacked: each thread has a heap of its own, so their sum is the process's.
import type { MemoryTrack } from '@present/figures/memory-track';
import { valueTicks } from '@present/scales/axis';
import type { WorkerTrack } from '../../model/tracks';
import { lowerBound } from '../../model/search';
import { clampedX, xOf, type TimeScale } from './time-scale';

/** What all processes hold from one moment to the next. */
export interface MemoryStep {
  readonly x0: number;
  readonly x1: number;
  /** Private bytes, in the order of the lane's `pids`; 0 of one that is not there. */
  readonly privates: readonly number[];
  readonly privateBytes: number;
  /** What processes share, each part counted once: the sum of PSS less all private memory. */
  readonly sharedBytes: number;
  readonly totalBytes: number;
  /** Every process that is there has been read exactly at some time. */
  readonly known: boolean;
}

/** An exact reading: at the top of its process's part of the stack. */
export interface MemoryDot {
  readonly x: number;
  readonly process: number;
  /** Where it stands in the stack, and how much of that is its process's own. */
  readonly bytes: number;
  readonly ownBytes: number;
  /** Its process is the uppermost. */
  readonly isTop: boolean;
}

export interface MemoryLane {
  readonly pids: readonly number[];
  /** Resident sizes were sampled between the exact readings. */
  readonly isSampled: boolean;
  readonly steps: readonly MemoryStep[];
  readonly dots: readonly MemoryDot[];
  /** Scale of the whole trial, from 0 up to its end. */
  readonly ticks: readonly number[];
}

/** Steps are no narrower than this; of many processes wider, as each has a part in every step. */
const minStep = 1;
const manyProcesses = 16;
const minStepOfMany = 4;

/** @param untilNs to where the last moment holds: the trial's end, or now */
export function memoryLane(memory: MemoryTrack, scale: TimeScale, untilNs: number): MemoryLane {
  const { pids, curve } = memory;
  const { atNs, own, sharedBytes, totalBytes, known } = curve;
  const privatesAt = (moment: number): number[] => own.map((bytes) => bytes[moment] || 0);
  const steps = picked(memory, scale, untilNs).map(({ moment, x0, x1 }): MemoryStep => {
    const [shared, total] = [sharedBytes[moment] ?? 0, totalBytes[moment] ?? 0];
    return {
      x0,
      x1,
      privates: privatesAt(moment),
      privateBytes: total - shared,
      sharedBytes: shared,
      totalBytes: total,
      known: known[moment] === 1,
    };
  });
  const dots = curve.exact.flatMap(({ process, moment }): MemoryDot[] => {
    const at = atNs[moment] ?? 0;
    if (at < scale.fromNs || at >= scale.toNs) return [];
    let bytes = sharedBytes[moment] ?? 0;
    for (let below = 0; below <= process; below += 1) bytes += own[below]?.[moment] || 0;
    const isTop = bytes >= (totalBytes[moment] ?? 0) - 1;
    return [{ x: xOf(scale, at), process, bytes, ownBytes: own[process]?.[moment] || 0, isTop }];
  });
  return {
    pids,
    isSampled: memory.isSampled,
    steps,
    dots,
    ticks: valueTicks(curve.maxBytes * 1.08, 4),
  };
}

interface Picked {
  readonly moment: number;
  readonly x0: number;
  readonly x1: number;
}

/** The moments in view; of those too close to be told apart the one with most memory. */
function picked(
  { pids, curve }: MemoryTrack,
  scale: TimeScale,
  untilNs: number,
): readonly Picked[] {
  const { atNs, totalBytes } = curve;
  const least = pids.length > manyProcesses ? minStepOfMany : minStep;
  const found: Picked[] = [];
  const first = Math.max(0, lowerBound(atNs, atNs.length, scale.fromNs) - 1);
  for (let moment = first; moment < atNs.length; moment += 1) {
    const fromNs = atNs[moment] ?? 0;
    if (fromNs >= scale.toNs) break;
    const x0 = clampedX(scale, fromNs);
    const x1 = clampedX(scale, atNs[moment + 1] ?? Math.max(fromNs, untilNs));
    const last = found.at(-1);
    if (last === undefined || last.x1 - last.x0 >= least) found.push({ moment, x0, x1 });
    else {
      const isLarger = (totalBytes[moment] ?? 0) > (totalBytes[last.moment] ?? 0);
      found[found.length - 1] = { moment: isLarger ? moment : last.moment, x0: last.x0, x1 };
    }
  }
  return found;
}

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
