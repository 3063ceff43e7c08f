// One worker's lane: its tasks (exact) as bars and its states (sampled) as cells.
import type { WorkerTrack } from '../../model/tracks';
import { lowerBound } from '../../model/search';
import { clampedX, xOf, type TimeScale } from './time-scale';

/** A task, or several too narrow to distinguish. */
export interface SpanBar {
  readonly x0: number;
  readonly x1: number;
  readonly row: number;
  /** Position in the track of the (first) task. */
  readonly index: number;
  readonly task: number;
  readonly count: number;
}

/** Shares of a sample, or of all samples of one pixel column. */
export interface StateCell {
  readonly x0: number;
  readonly x1: number;
  /** On a core. */
  readonly run: number;
  /** Runnable, waiting for a core. */
  readonly wait: number;
}

/** The worker's tasks in the window, in the order they ended. */
export function spanBars(track: WorkerTrack, scale: TimeScale): readonly SpanBar[] {
  const { spans } = track;
  const [start, end] = [spans.column('startNs'), spans.column('endNs')];
  const [rows, tasks] = [spans.column('row'), spans.column('task')];
  const bars: { -readonly [K in keyof SpanBar]: SpanBar[K] }[] = [];
  const lastOfRow = new Map<number, (typeof bars)[number]>();
  for (let index = lowerBound(end, spans.length, scale.fromNs); index < spans.length; index += 1) {
    if ((end[index] ?? 0) - track.longestNs > scale.toNs) break;
    const startNs = start[index] ?? 0;
    if (startNs > scale.toNs) continue;
    const x0 = clampedX(scale, startNs);
    const x1 = clampedX(scale, end[index] ?? 0);
    const row = rows[index] ?? 0;
    const last = lastOfRow.get(row);
    if (last !== undefined && x0 - last.x1 < 1 && x1 - x0 < 1.5 && isNarrow(last)) {
      last.x1 = Math.max(last.x1, x1);
      last.count += 1;
      continue;
    }
    const bar = { x0, x1, row, index, task: tasks[index] ?? -1, count: 1 };
    bars.push(bar);
    lastOfRow.set(row, bar);
  }
  return bars;
}

const isNarrow = (bar: SpanBar): boolean => bar.count > 1 || bar.x1 - bar.x0 < 1.5;

/** The worker's sampled states in the window. */
export function stateCells(track: WorkerTrack, scale: TimeScale): readonly StateCell[] {
  const { samples } = track;
  const [at, span] = [samples.column('atNs'), samples.column('spanNs')];
  const [onCpu, waited] = [samples.column('onCpuNs'), samples.column('waitNs')];
  const cells: StateCell[] = [];
  let [fromNs, spanNs, runNs, waitNs] = [Number.NaN, 0, 0, 0];
  for (let row = lowerBound(at, samples.length, scale.fromNs); row < samples.length; row += 1) {
    const toNs = at[row] ?? 0;
    const beganNs = toNs - (span[row] ?? 0);
    if (beganNs >= scale.toNs) break;
    if (Number.isNaN(fromNs)) fromNs = beganNs;
    spanNs += span[row] ?? 0;
    runNs += onCpu[row] ?? 0;
    waitNs += waited[row] ?? 0;
    const x0 = clampedX(scale, fromNs);
    const x1 = clampedX(scale, toNs);
    if (x1 - x0 < 1 && row + 1 < samples.length) continue;
    if (spanNs > 0 && x1 > x0) {
      const run = Math.min(1, runNs / spanNs);
      cells.push({ x0, x1, run, wait: Math.min(1 - run, waitNs / spanNs) });
    }
    [fromNs, spanNs, runNs, waitNs] = [Number.NaN, 0, 0, 0];
  }
  return cells;
}

/** From where on a task is under way but not yet reported; undefined where the worker rests. */
export function underWayFromX(track: WorkerTrack, scale: TimeScale): number | undefined {
  const last = track.spans.length - 1;
  const row = track.samples.length - 1;
  if (last < 0 || row < 0) return undefined;
  const active = track.samples.at('onCpuNs', row) + track.samples.at('waitNs', row);
  if (active < track.samples.at('spanNs', row) / 2) return undefined;
  return xOf(scale, track.spans.at('endNs', last));
}
