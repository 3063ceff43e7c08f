// A trial's tasks as a race shows them: per worker, counted from the race's zero, tasks that overlap in rows of
// their own; and the bars they are drawn as. Pure.
import type { TrialReport } from '@shared/report/report';

/** Tasks of one worker in the order they began, in ns from the race's zero. */
export interface RaceLane {
  readonly worker: number;
  /** Place of its process in the trial, and of its thread in that. */
  readonly host: number;
  readonly thread: number;
  readonly startNs: Float64Array;
  readonly endNs: Float64Array;
  /** The row of each task; 0 where tasks follow one another. */
  readonly row: Uint8Array;
  /** How many rows that takes. */
  readonly rows: number;
}

/** More tasks at once than this share the last row. */
const maxRows = 32;

/** The lowest row that is free by then for each task; tasks come in the order they begin. */
function rowsOf(startNs: Float64Array, endNs: Float64Array): Pick<RaceLane, 'row' | 'rows'> {
  const row = new Uint8Array(startNs.length);
  const takenUntil: number[] = [];
  startNs.forEach((start, index) => {
    const found = takenUntil.findIndex((until) => until <= start);
    const free = found >= 0 ? found : Math.min(takenUntil.length, maxRows - 1);
    row[index] = free;
    takenUntil[free] = Math.max(takenUntil[free] ?? 0, endNs[index] ?? 0);
  });
  return { row, rows: Math.max(1, takenUntil.length) };
}

/**
 * The lanes of a trial, one for each worker it names.
 * @param zeroNs the race's zero, on the run's clock
 */
export function raceLanes(
  { spans, workers }: Pick<TrialReport, 'spans' | 'workers'>,
  zeroNs: number,
): readonly RaceLane[] {
  const ofWorker = new Map<number, number[]>(workers.map(({ worker }) => [worker, []]));
  spans.worker.forEach((worker, span) => ofWorker.get(worker)?.push(span));
  return workers.map(({ worker, host, thread }): RaceLane => {
    const own = ofWorker.get(worker) ?? [];
    const startOf = (span: number): number => spans.startNs[span] ?? 0;
    own.sort((one, other) => startOf(one) - startOf(other));
    const startNs = Float64Array.from(own, (span) => startOf(span) - zeroNs);
    const endNs = Float64Array.from(own, (span) => (spans.endNs[span] ?? 0) - zeroNs);
    return { worker, host, thread, startNs, endNs, ...rowsOf(startNs, endNs) };
  });
}

/** A bar of a lane: a task, as far as it had come. */
export interface RaceBar {
  readonly startNs: number;
  readonly endNs: number;
  readonly row: number;
}

/** The bars of whole lanes, for the width they were last drawn at. */
const known = new WeakMap<RaceLane, { pixelNs: number; bars: readonly RaceBar[] }>();

function wholeBars(lane: RaceLane, pixelNs: number): readonly RaceBar[] {
  const found = known.get(lane);
  if (found?.pixelNs === pixelNs) return found.bars;
  /** The place of each row's last bar. */
  const lastOf: (number | undefined)[] = [];
  const bars: RaceBar[] = [];
  lane.startNs.forEach((start, index) => {
    const [endNs, row] = [lane.endNs[index] ?? 0, lane.row[index] ?? 0];
    const startNs = Math.max(0, start);
    const last = lastOf[row];
    const before = last === undefined ? undefined : bars[last];
    // Both within a pixel of one another, or of no width: one bar for them.
    const joins =
      before !== undefined &&
      startNs - before.endNs < pixelNs &&
      (endNs - startNs < pixelNs || before.endNs - before.startNs < pixelNs);
    if (joins) {
      bars[last ?? 0] = { ...before, endNs: Math.max(before.endNs, endNs) };
      return;
    }
    lastOf[row] = bars.push({ startNs, endNs, row }) - 1;
  });
  known.set(lane, { pixelNs, bars });
  return bars;
}

/**
 * The bars of the tasks that had begun by a moment. Tasks shorter than a pixel are drawn with those beside them, so
 * that a picture takes no longer the more tasks there are.
 * @param pixelNs how much time a pixel stands for
 */
export function laneBars(lane: RaceLane, untilNs: number, pixelNs: number): readonly RaceBar[] {
  const bars = wholeBars(lane, pixelNs);
  const after = bars.findIndex(({ startNs }) => startNs > untilNs);
  return bars
    .slice(0, after < 0 ? bars.length : after)
    .map((bar) => (bar.endNs <= untilNs ? bar : { ...bar, endNs: untilNs }));
}
