// The strip that stands for the lanes of a group that is folded: how many of its workers are in a task, exact.
import type { WorkerTrack } from '../../model/tracks';
import { lowerBound } from '../../model/search';
import { xOf, type TimeScale } from './time-scale';

/** Columns in which the same share of the group's workers was in a task. */
export interface FoldStep {
  readonly x0: number;
  readonly x1: number;
  /** 0 to 1; of tasks that overlap on an event loop, the share of those that may. */
  readonly share: number;
}

/** Width of a column in px. */
const column = 2;
/** Smaller differences aren't seen. */
const levels = 32;

/**
 * The shares of the workers' time in tasks, by columns, left to right; without those where none ran.
 * @param most tasks that a worker may have in flight
 */
export function foldSteps(
  workers: readonly WorkerTrack[],
  scale: TimeScale,
  most: number,
): readonly FoldStep[] {
  const count = Math.max(1, Math.ceil((scale.x1 - scale.x0) / column));
  const sums = new Float64Array(count);
  for (const track of workers) addTasks(track, scale, sums);
  const all = Math.max(1, workers.length * most) * column;
  const steps: { -readonly [K in keyof FoldStep]: FoldStep[K] }[] = [];
  sums.forEach((sum, index) => {
    const share = Math.min(
      1,
      Math.round((sum / all) * levels) / levels || (sum > 0 ? 1 / levels : 0),
    );
    if (share === 0) return;
    const x0 = scale.x0 + index * column;
    const x1 = Math.min(scale.x1, x0 + column);
    const last = steps.at(-1);
    if (last !== undefined && last.x1 === x0 && last.share === share) last.x1 = x1;
    else steps.push({ x0, x1, share });
  });
  return steps;
}

/** Adds the px of each column in which a task of the worker ran. */
function addTasks({ spans, longestNs }: WorkerTrack, scale: TimeScale, sums: Float64Array): void {
  const ends = spans.column('endNs');
  const starts = spans.column('startNs');
  for (let row = lowerBound(ends, spans.length, scale.fromNs); row < spans.length; row += 1) {
    const endNs = ends[row] ?? 0;
    if (endNs - longestNs > scale.toNs) break;
    const from = Math.max(0, xOf(scale, starts[row] ?? 0) - scale.x0);
    const to = Math.min(scale.x1, xOf(scale, endNs)) - scale.x0;
    for (let index = Math.floor(from / column); index * column < to; index += 1) {
      const overlap = Math.min(to, (index + 1) * column) - Math.max(from, index * column);
      if (overlap > 0) sums[index] = (sums[index] ?? 0) + overlap;
    }
  }
}
