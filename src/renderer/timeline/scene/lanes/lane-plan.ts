// Which lanes a timeline has, from a trial and from what the user has hidden, pinned and collapsed. Pure.
import type { CoreRows } from '../../../model/core-rows';
import type { LaneId, LaneView } from '../../../model/lane-view';
import type { TrialTrack, WorkerTrack } from '../../../model/tracks';
import { coreOrder, hostIndexOf, laneGroups, type LaneGroup } from './lane-order';

/** More cores than this are rows of one heat strip. */
export const maxCoreLanes = 32;

/** A lane each, rows of one heat strip, or one strip of their mean. */
export type CoreForm = 'lanes' | 'heat' | 'strip';
/** A lane at the foot: as tall as there is room, one low strip, or none. */
export type FootForm = 'open' | 'strip' | 'hidden';

export interface PlannedCore {
  readonly core: number;
  readonly thin: boolean;
  readonly pinned: boolean;
}

export interface PlannedLane {
  readonly track: WorkerTrack;
  readonly thin: boolean;
}

export interface PlannedGroup {
  readonly id: LaneId;
  readonly host: LaneGroup['host'];
  readonly lanes: readonly PlannedLane[];
  /** One strip stands for all its lanes. */
  readonly folded: boolean;
  readonly pinned: boolean;
  /** Of a process, not of a worker that is pinned alone. */
  readonly whole: boolean;
}

export interface LanePlan {
  readonly coreForm: CoreForm;
  readonly cores: readonly PlannedCore[];
  readonly groups: readonly PlannedGroup[];
  readonly loop: FootForm;
  readonly memory: FootForm;
}

/** What is asked of the sets of a view, for every lane of every picture. */
type Has = Readonly<Record<'collapsed' | 'pinned' | 'hidden', ReadonlySet<LaneId>>>;

const footForm = (id: LaneId, { collapsed, hidden }: Has): FootForm =>
  hidden.has(id) ? 'hidden' : collapsed.has(id) ? 'strip' : 'open';

/** The pinned first, in the order in which they were pinned; the others keep theirs. */
function pinnedFirst<T extends { readonly pinned: boolean }>(
  items: readonly T[],
  idOf: (item: T) => LaneId,
  { pinned }: LaneView,
): T[] {
  const first = items.filter((item) => item.pinned);
  first.sort((a, b) => pinned.indexOf(idOf(a)) - pinned.indexOf(idOf(b)));
  return [...first, ...items.filter((item) => !item.pinned)];
}

function planCores(order: readonly number[], { collapsed, pinned, hidden }: Has): PlannedCore[] {
  if (hidden.has('cores')) return [];
  return order
    .filter((core) => !hidden.has(`core-${core}`))
    .map((core) => ({
      core,
      thin: collapsed.has(`core-${core}`),
      pinned: pinned.has(`core-${core}`),
    }));
}

/** A process's group, without those of its workers that are pinned alone: each of these is a group of its own. */
function planGroup(group: LaneGroup, track: TrialTrack, has: Has): PlannedGroup[] {
  const id: LaneId = group.host === undefined ? 'workers' : `process-${group.host.index}`;
  const { collapsed, pinned, hidden } = has;
  const isGone = (worker: WorkerTrack): boolean =>
    hidden.has(`worker-${worker.worker}`) || hidden.has(`process-${hostIndexOf(track, worker)}`);
  const lanes = group.workers
    .filter((worker) => !isGone(worker))
    .map((worker) => ({ track: worker, thin: collapsed.has(`worker-${worker.worker}`) }));
  const whole = {
    id,
    host: group.host,
    folded: collapsed.has(id),
    pinned: pinned.has(id),
    whole: true,
  };
  if (whole.pinned) return lanes.length === 0 ? [] : [{ ...whole, lanes }];
  const isAlone = ({ track: { worker } }: PlannedLane): boolean => pinned.has(`worker-${worker}`);
  const alone = lanes.filter(isAlone).map((lane): PlannedGroup => ({
    ...{ id: `worker-${lane.track.worker}`, lanes: [lane], host: group.host },
    ...{ folded: false, pinned: true, whole: false },
  }));
  const rest = lanes.filter((lane) => !isAlone(lane));
  return rest.length === 0 ? alone : [...alone, { ...whole, lanes: rest }];
}

/** The lanes of a trial as the user has arranged them, from top to bottom; what is pinned comes first. */
export function planLanes(track: TrialTrack, rows: CoreRows, view: LaneView): LanePlan {
  const has: Has = {
    collapsed: new Set(view.collapsed),
    pinned: new Set(view.pinned),
    hidden: new Set(view.hidden),
  };
  const groups = has.hidden.has('workers') ? [] : laneGroups(track, view.order);
  const wide: CoreForm = rows.count > maxCoreLanes ? 'heat' : 'lanes';
  return {
    coreForm: has.collapsed.has('cores') ? 'strip' : wide,
    cores: pinnedFirst(
      planCores(coreOrder(rows, track, view.order), has),
      ({ core }) => `core-${core}`,
      view,
    ),
    groups: pinnedFirst(
      groups.flatMap((group) => planGroup(group, track, has)),
      ({ id }) => id,
      view,
    ),
    loop: footForm('loop', has),
    memory: footForm('memory', has),
  };
}
