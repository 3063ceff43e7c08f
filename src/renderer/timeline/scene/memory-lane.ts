// Memory of a trial's processes in a window: private memory stacked, shared memory once under it.
import type { MemoryTrack } from '@present/figures/memory-track';
import { valueTicks } from '@present/scales/axis';
import { lowerBound } from '../../model/search';
import { clampedX, xOf, type TimeScale } from './time-scale';

/** What all processes held from one reading to the next. */
export interface MemoryStep {
  readonly x0: number;
  readonly x1: number;
  /** Where the reading was taken; undefined left of the window. */
  readonly dotX: number | undefined;
  /** Private bytes, in the order of the lane's `pids`. */
  readonly privates: readonly number[];
  readonly privateBytes: number;
  /** What processes share, each part counted once: the sum of PSS less all private memory. */
  readonly sharedBytes: number;
  readonly totalBytes: number;
}

export interface MemoryLane {
  readonly pids: readonly number[];
  readonly steps: readonly MemoryStep[];
  /** Scale of the whole trial, from 0 up to its end. */
  readonly ticks: readonly number[];
}

/** @param untilNs to where the last reading holds: the trial's end, or now */
export function memoryLane(memory: MemoryTrack, scale: TimeScale, untilNs: number): MemoryLane {
  const { rows, pids } = memory;
  const at = rows.column('atNs');
  const steps: MemoryStep[] = [];
  const first = Math.max(0, lowerBound(at, rows.length, scale.fromNs) - 1);
  for (let row = first; row < rows.length; row += 1) {
    const atNs = at[row] ?? 0;
    if (atNs >= scale.toNs) break;
    const toNs = row + 1 < rows.length ? (at[row + 1] ?? 0) : Math.max(atNs, untilNs);
    const { privates, privateBytes, pssBytes } = memory.stackAt(row);
    const step: MemoryStep = {
      x0: clampedX(scale, atNs),
      x1: clampedX(scale, toNs),
      dotX: atNs < scale.fromNs ? undefined : xOf(scale, atNs),
      privates,
      privateBytes,
      sharedBytes: Math.max(0, pssBytes - privateBytes),
      totalBytes: pssBytes,
    };
    const last = steps.at(-1);
    if (last !== undefined && last.x1 - last.x0 < 1) {
      steps.pop();
      const larger = last.totalBytes > step.totalBytes ? last : step;
      steps.push({ ...larger, x0: last.x0, x1: step.x1 });
    } else {
      steps.push(step);
    }
  }
  return { pids, steps, ticks: valueTicks(memory.maxPssBytes * 1.08, 4) };
}
