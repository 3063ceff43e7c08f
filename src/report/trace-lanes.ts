// Spans of one worker that overlap, as on an event loop, side by side: the format wants those of one
// thread to nest.
import type { TrialReport } from '@shared/report';

type Spans = TrialReport['spans'];

/**
 * A lane for each row, 0 first: the lowest of its worker's lanes that is free when the span starts.
 * Spans that follow one another share lane 0.
 */
export function assignLanes({ worker, startNs, endNs }: Spans): Uint16Array {
  const lanes = new Uint16Array(worker.length);
  const order = sortedByStart(startNs);
  const freeAtNs = new Map<number, number[]>();
  for (let place = 0; place < worker.length; place += 1) {
    const row = order === undefined ? place : (order[place] ?? 0);
    const start = startNs[row] ?? 0;
    let free = freeAtNs.get(worker[row] ?? 0);
    if (free === undefined) freeAtNs.set(worker[row] ?? 0, (free = []));
    let lane = 0;
    while (lane < free.length && (free[lane] ?? 0) > start) lane += 1;
    free[lane] = endNs[row] ?? start;
    lanes[row] = lane;
  }
  return lanes;
}

/** Rows by their start; undefined where they are in that order already. */
function sortedByStart(startNs: readonly number[]): Uint32Array | undefined {
  const sorted = startNs.every((start, row) => row === 0 || start >= (startNs[row - 1] ?? 0));
  if (sorted) return undefined;
  return Uint32Array.from(startNs.keys()).sort(
    (one, other) => (startNs[one] ?? 0) - (startNs[other] ?? 0),
  );
}
