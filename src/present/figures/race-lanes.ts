// A trial's tasks as a race shows them: per worker, counted from the race's zero, tasks that overlap in rows of
// their own. Pure.
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
