// Spans of one worker that overlap, as on an event loop, side by side: the format wants those of one
// thread to nest, and its readers lose one of two that overlap by a nanosecond.
import type { TrialReport } from '@shared/report/report';
import { stretchOf } from './trace-time';

type Spans = TrialReport['spans'];

/** Tasks at once that have a lane each; with more, lanes say nothing any longer. */
export const maxLanes = 16;

/** A row without a place in time. */
const nowhere = -1;

export interface PlacedSpans {
  /** Workers that have spans, in the order in which each is first met. */
  readonly workers: readonly number[];
  /** By row: the place of its worker in that list. */
  readonly place: Int32Array;
  /** By row: its lane from 0; {@link maxLanes} where more than that overlap on its worker; -1 where its times are none. */
  readonly lane: Int32Array;
  /** By row, in whole nanoseconds; never before it begins. */
  readonly fromNs: Float64Array;
  readonly toNs: Float64Array;
}

/**
 * A lane for each row, 0 first: the lowest of its worker's lanes that is free when the span starts.
 * Spans that follow one another share lane 0.
 */
export function placeSpans(spans: Spans): PlacedSpans {
  const count = spans.worker.length;
  const placed = {
    place: new Int32Array(count),
    lane: new Int32Array(count),
    fromNs: new Float64Array(count),
    toNs: new Float64Array(count),
  };
  const places = new Map<number, number>();
  for (let row = 0; row < count; row += 1) {
    const worker = spans.worker[row] ?? 0;
    const place = places.get(worker) ?? places.size;
    places.set(worker, place);
    placed.place[row] = place;
    const stretch = stretchOf(spans.startNs[row], spans.endNs[row]);
    placed.lane[row] = stretch === undefined ? nowhere : 0;
    placed.fromNs[row] = stretch?.fromNs ?? 0;
    placed.toNs[row] = stretch?.toNs ?? 0;
  }
  giveLanes(placed, places.size);
  return { ...placed, workers: [...places.keys()] };
}

function giveLanes(placed: Omit<PlacedSpans, 'workers'>, workers: number): void {
  const { place, lane, fromNs, toNs } = placed;
  const freeAtNs = Array.from({ length: workers }, (): number[] => []);
  const crowded = new Set<number>();
  for (const row of rowsByStart(fromNs)) {
    const worker = place[row] ?? 0;
    const free = freeAtNs[worker];
    if (lane[row] === nowhere || free === undefined || crowded.has(worker)) continue;
    const start = fromNs[row] ?? 0;
    let at = 0;
    while (at < free.length && (free[at] ?? 0) > start) at += 1;
    if (at === maxLanes) crowded.add(worker);
    free[at] = toNs[row] ?? start;
    lane[row] = at;
  }
  if (crowded.size === 0) return;
  for (let row = 0; row < lane.length; row += 1) {
    if (crowded.has(place[row] ?? 0) && lane[row] !== nowhere) lane[row] = maxLanes;
  }
}

/** Rows by their start; as they lie where they are in that order already. */
function rowsByStart(startNs: Float64Array): Iterable<number> {
  const sorted = startNs.every((start, row) => row === 0 || start >= (startNs[row - 1] ?? 0));
  if (sorted) return startNs.keys();
  return Uint32Array.from(startNs.keys()).sort(
    (one, other) => (startNs[one] ?? 0) - (startNs[other] ?? 0),
  );
}
