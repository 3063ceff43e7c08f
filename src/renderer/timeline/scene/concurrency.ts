// Tasks in flight on one worker, where too many overlap for a row each: how many at a time, and which.
import type { WorkerTrack } from '../../model/tracks';
import { lowerBound } from '../../model/search';
import { clampedX, nsAt, type TimeScale } from './time-scale';

/** Pixel columns in which equally many tasks were in flight. */
export interface FlightStep {
  readonly x0: number;
  readonly x1: number;
  readonly count: number;
}

/** Overlapping tasks up to so many have a row each. */
export const maxRows = 16;

/** Returns whether the worker's tasks are drawn as how many are in flight. */
export function isDense({ rows }: Pick<WorkerTrack, 'rows'>): boolean {
  return rows > maxRows;
}

/** Positions of the tasks that overlap a stretch, in the order they ended. */
function overlapping(track: WorkerTrack, fromNs: number, toNs: number): readonly number[] {
  const { spans, longestNs } = track;
  const [start, end] = [spans.column('startNs'), spans.column('endNs')];
  const found: number[] = [];
  for (let index = lowerBound(end, spans.length, fromNs); index < spans.length; index += 1) {
    if ((end[index] ?? 0) - longestNs > toNs) break;
    if ((start[index] ?? 0) <= toNs) found.push(index);
  }
  return found;
}

/**
 * Tasks in flight in each pixel column of the window; stretches without any are left out.
 * @param most no more than so many are ever in flight: tasks that share a column though one began
 * after the other ended are not counted beyond it
 */
export function flightSteps(
  track: WorkerTrack,
  scale: TimeScale,
  most: number,
): readonly FlightStep[] {
  const columns = Math.max(1, Math.ceil(scale.x1 - scale.x0));
  const change = new Int32Array(columns + 2);
  const columnOf = (ns: number): number => Math.floor(clampedX(scale, ns) - scale.x0);
  for (const index of overlapping(track, scale.fromNs, scale.toNs)) {
    const first = columnOf(track.spans.at('startNs', index));
    const last = columnOf(track.spans.at('endNs', index));
    change[first] = (change[first] ?? 0) + 1;
    change[last + 1] = (change[last + 1] ?? 0) - 1;
  }
  const steps: { x0: number; x1: number; count: number }[] = [];
  let inFlight = 0;
  for (let column = 0; column < columns; column += 1) {
    inFlight += change[column] ?? 0;
    if (inFlight === 0) continue;
    const count = Math.min(most, inFlight);
    const x0 = scale.x0 + column;
    const last = steps.at(-1);
    if (last?.count === count && last.x1 === x0) last.x1 = x0 + 1;
    else steps.push({ x0, x1: x0 + 1, count });
  }
  return steps;
}

/**
 * The task in flight at `x`, by height: from the foot up in the order they began.
 * @param share 0 at the lane's foot, 1 where `most` tasks would reach
 */
export function flightTaskAt(
  track: WorkerTrack,
  scale: TimeScale,
  x: number,
  share: number,
  most: number,
): number | undefined {
  const ns = nsAt(scale, x);
  const inFlight = [...overlapping(track, ns, ns)].sort(
    (a, b) => track.spans.at('startNs', a) - track.spans.at('startNs', b),
  );
  return inFlight[Math.floor(share * most)];
}
