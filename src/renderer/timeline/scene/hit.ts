// Finds what lies under the pointer, and which task comes next for the arrow keys.
import type { TrialTrack } from '../../model/tracks';
import type { Scene, SpanRef, WorkerLaneScene } from './scene';
import type { Band } from './layout';
import { cellAt, type HeatCell } from './heat';
import type { MoveMark } from './moves';
import { barBox } from '../../canvas/bar-box';
import { flightTaskAt, isDense } from './concurrency';
import { lowerBound } from '../../model/search';

/** Narrow bars are found from this far away, in px. */
const reach = 2;
const moveHitReach = 4;

/** The part that holds lanes at `y`: pinned ones, or those that scroll; undefined outside of both. */
export function regionAt({ layout }: Scene, y: number): 'pinned' | 'scrolled' | undefined {
  const holds = ({ top, height }: Band): boolean => y >= top && y <= top + height;
  if (layout.pinned.height > 0 && y < layout.scrolled.top) {
    return holds(layout.pinned) ? 'pinned' : undefined;
  }
  return holds(layout.scrolled) ? 'scrolled' : undefined;
}

/** A row of the heat strip that is pointed at. */
export interface HeatHit {
  readonly core: number;
  readonly kernelId: number;
  readonly cell: HeatCell;
}

/** The cell of the heat strip under a point. */
export function heatAt(scene: Scene, x: number, y: number): HeatHit | undefined {
  if (regionAt(scene, y) !== 'scrolled') return undefined;
  for (const { band, cells, core, kernelId } of scene.cores) {
    if (cells === undefined || y < band.top || y >= band.top + band.height) continue;
    const cell = cellAt(cells, x);
    return cell && { core, kernelId, cell };
  }
  return undefined;
}

/** A move of a worker between cores that is pointed at. */
export interface MoveHit {
  readonly worker: number;
  readonly move: MoveMark;
}

/** The mark of a move under a point. */
export function moveAt(scene: Scene, x: number, y: number): MoveHit | undefined {
  const isPinned = regionAt(scene, y) === 'pinned';
  for (const lane of scene.groups.flatMap(({ pinned, lanes }) =>
    pinned === isPinned ? lanes : [],
  )) {
    const { top, height } = lane.band.strip;
    if (y < top - 1 || y > top + height + 1) continue;
    const move = lane.moves.find((mark) => Math.abs(mark.x - x) <= moveHitReach);
    return move && { worker: lane.track.worker, move };
  }
  return undefined;
}

/** The task under a point; of several in one bar, the first. */
export function taskAt(scene: Scene, x: number, y: number): SpanRef | undefined {
  const region = regionAt(scene, y);
  if (region === undefined) return undefined;
  const isPinned = region === 'pinned';
  const groups = scene.groups.filter(({ pinned }) => pinned === isPinned);
  for (const lane of groups.flatMap((group) => group.lanes)) {
    if (y < lane.band.top || y >= lane.band.top + lane.band.spanHeight) continue;
    if (isDense(lane.track)) return inFlightAt(lane, scene, x, y);
    return barAt(lane, x, y);
  }
  return undefined;
}

function inFlightAt(
  { track, band }: WorkerLaneScene,
  { scale, cell }: Scene,
  x: number,
  y: number,
): SpanRef | undefined {
  if (x < scale.x0 || x > scale.x1) return undefined;
  const share = (band.top + band.spanHeight - y) / band.spanHeight;
  const index = flightTaskAt(track, scale, x, share, cell.topology.concurrency);
  return index === undefined ? undefined : { worker: track.worker, index };
}

function barAt(lane: WorkerLaneScene, x: number, y: number): SpanRef | undefined {
  let nearest: { readonly index: number; readonly distance: number } | undefined;
  for (const bar of lane.bars) {
    const box = barBox(bar, lane);
    if (lane.track.rows > 1 && (y < box.y || y > box.y + box.height)) continue;
    const distance = Math.max(bar.x0 - x, x - bar.x1, 0);
    if (distance <= reach && (nearest === undefined || distance < nearest.distance)) {
      nearest = { index: bar.index, distance };
    }
  }
  return nearest === undefined ? undefined : { worker: lane.track.worker, index: nearest.index };
}

export type Step = 'left' | 'right' | 'up' | 'down';

/** The task of `worker` that is nearest in time to `ns`; undefined where it has none. */
function nearestTask(trial: TrialTrack, worker: number, ns: number): SpanRef | undefined {
  const spans = trial.workers[worker]?.spans;
  if (spans === undefined || spans.length === 0) return undefined;
  const index = Math.min(lowerBound(spans.column('endNs'), spans.length, ns), spans.length - 1);
  return { worker, index };
}

/**
 * The task an arrow key leads to: left and right in the lane, up and down to the lane's neighbours
 * that have tasks. Without a start, the first task nearest to `ns`.
 * @param lanes workers from top to bottom, as drawn
 */
export function stepTask(
  trial: TrialTrack,
  lanes: readonly number[],
  from: SpanRef | undefined,
  step: Step,
  ns: number,
): SpanRef | undefined {
  if (from === undefined) {
    for (const worker of lanes) {
      const found = nearestTask(trial, worker, ns);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  const spans = trial.workers[from.worker]?.spans;
  if (spans === undefined) return undefined;
  if (step === 'left' || step === 'right') {
    const index = from.index + (step === 'left' ? -1 : 1);
    return index < 0 || index >= spans.length ? from : { worker: from.worker, index };
  }
  const middle = (spans.at('startNs', from.index) + spans.at('endNs', from.index)) / 2;
  const by = step === 'up' ? -1 : 1;
  for (let lane = lanes.indexOf(from.worker) + by; lane >= 0 && lane < lanes.length; lane += by) {
    const found = nearestTask(trial, lanes[lane] ?? -1, middle);
    if (found !== undefined) return found;
  }
  return from;
}

/**
 * The task that took longest, or the one that comes next after `before`; of those that tie the first. The
 * longest again after the last.
 */
export function slowestTask(trial: TrialTrack, before?: SpanRef): SpanRef | undefined {
  const lengthOf = ({ worker, index }: SpanRef): number => {
    const spans = trial.workers[worker]?.spans;
    return spans === undefined ? -1 : spans.at('endNs', index) - spans.at('startNs', index);
  };
  const isAfter = (ref: SpanRef, other: SpanRef): boolean => {
    const by = lengthOf(ref) - lengthOf(other);
    if (by !== 0) return by < 0;
    return ref.worker === other.worker ? ref.index > other.index : ref.worker > other.worker;
  };
  let found: SpanRef | undefined;
  for (const { worker, spans } of trial.workers) {
    for (let index = 0; index < spans.length; index += 1) {
      const ref = { worker, index };
      if (before !== undefined && !isAfter(ref, before)) continue;
      if (found === undefined || isAfter(found, ref)) found = ref;
    }
  }
  return found ?? (before === undefined ? undefined : slowestTask(trial));
}
