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

/**
 * The bars of the tasks that had begun by a moment. Of tasks that end within one pixel the first is drawn.
 * @param pixelNs how much time a pixel stands for
 */
export function laneBars(lane: RaceLane, untilNs: number, pixelNs: number): readonly RaceBar[] {
  const drawnTo = new Float64Array(lane.rows).fill(Number.NEGATIVE_INFINITY);
  const bars: RaceBar[] = [];
  for (let index = 0; index < lane.startNs.length; index += 1) {
    const startNs = Math.max(0, lane.startNs[index] ?? 0);
    if (startNs > untilNs) break;
    const endNs = Math.min(untilNs, lane.endNs[index] ?? 0);
    const row = lane.row[index] ?? 0;
    const pixel = Math.round(endNs / pixelNs);
    if (pixel <= (drawnTo[row] ?? 0)) continue;
    drawnTo[row] = pixel;
    bars.push({ startNs, endNs, row });
  }
  return bars;
}
