// Where a worker was sampled on another core than in the sample before: moves between cores, as far as they were seen.
import type { WorkerTrack } from '../../model/tracks';
import { lowerBound } from '../../model/search';
import { clampedX, type TimeScale } from './time-scale';

/** A move, or several too near to one another to distinguish. */
export interface MoveMark {
  /** Where the sample ends that saw the worker on the new core; of several the last. */
  readonly x: number;
  readonly atNs: number;
  /** Kernel numbers: the core before the first of them, and after the last. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Marks nearer than this, in px, are one. */
const minGap = 6;

/** The worker's moves in the scale's window, left to right. */
export function moveMarks({ samples }: WorkerTrack, scale: TimeScale): readonly MoveMark[] {
  const [at, cores] = [samples.column('atNs'), samples.column('core')];
  const marks: MoveMark[] = [];
  let firstX = Number.NEGATIVE_INFINITY;
  let row = lowerBound(at, samples.length, scale.fromNs);
  let before = row === 0 ? -1 : (cores[row - 1] ?? -1);
  for (; row < samples.length; row += 1) {
    const atNs = at[row] ?? 0;
    if (atNs > scale.toNs) break;
    const core = cores[row] ?? -1;
    if (before >= 0 && core >= 0 && before !== core) {
      const x = clampedX(scale, atNs);
      const last = marks.at(-1);
      if (last !== undefined && x - firstX < minGap) {
        marks[marks.length - 1] = { ...last, x, atNs, to: core, count: last.count + 1 };
      } else {
        marks.push({ x, atNs, from: before, to: core, count: 1 });
        firstX = x;
      }
    }
    before = core;
  }
  return marks;
}
