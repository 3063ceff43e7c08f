// How a user has arranged the lanes of a timeline: which are hidden, pinned and collapsed, and their order. Pure.

export const laneOrders = ['worker', 'core', 'busy', 'first', 'longest'] as const;

/** By number under their processes; the rest mixes processes: by core, busy time, first task, longest task. */
export type LaneOrder = (typeof laneOrders)[number];

/** A lane or a group of lanes. Numbers are indexes: of the usable cores, of a trial's processes and workers. */
export type LaneId =
  | 'cores'
  | 'workers'
  | 'loop'
  | 'memory'
  | `core-${number}`
  | `process-${number}`
  | `worker-${number}`;

/** What a user can do with a lane, as the sets it is then in. */
export const laneSets = ['collapsed', 'pinned', 'hidden'] as const;
export type LaneSet = (typeof laneSets)[number];

export interface LaneView {
  readonly order: LaneOrder;
  readonly collapsed: readonly LaneId[];
  /** In the order in which they were pinned. */
  readonly pinned: readonly LaneId[];
  readonly hidden: readonly LaneId[];
}

/** All lanes, by number. */
export const usualView: LaneView = { order: 'worker', collapsed: [], pinned: [], hidden: [] };

/** The view with a lane put into a set, or taken out of it. */
export function toggleLane(view: LaneView, set: LaneSet, lane: LaneId): LaneView {
  const before = view[set];
  const without = before.filter((one) => one !== lane);
  return { ...view, [set]: without.length < before.length ? without : [...before, lane] };
}

/** The view with nothing hidden. */
export function showAll(view: LaneView): LaneView {
  return { ...view, hidden: [] };
}
