// The heads of a timeline's lanes from top to bottom: what can be collapsed, pinned or hidden, and where it is drawn.
import { message } from '@present/messages/message';
import type { LaneId, LaneView } from '../../model/lane-view';
import type { TrialTrack } from '../../model/tracks';
import { gutter, headHeight, type Band } from './layout';
import { hostIndexOf } from './lanes/lane-order';
import { hostName, workerLook } from './worker-look';
import type { GroupScene, Scene } from './scene';

/** The part of the picture that a head scrolls in. */
export type Region = 'pinned' | 'scrolled' | 'fixed';

export interface LaneHead {
  readonly id: LaneId;
  readonly region: Region;
  /** Where a pointer in the gutter is on it. */
  readonly band: Band;
  /** It stands for lanes of its own. */
  readonly isGroup: boolean;
  readonly canCollapse: boolean;
  readonly canPin: boolean;
}

/** From here on right the gutter is the lanes', left of it that of their process. */
const laneLeft = gutter - 43;

const isSection = ({ id, pinned }: GroupScene): boolean => id === 'workers' && !pinned;

/** The heads of a group's lanes, under its own where it has one; mixed workers that scroll have their section's. */
function groupHeads(group: GroupScene): LaneHead[] {
  const region = group.pinned ? 'pinned' : 'scrolled';
  const lanes = group.lanes.map(({ track, band }): LaneHead => ({
    ...{ id: `worker-${track.worker}`, region, band },
    ...{ isGroup: false, canCollapse: true, canPin: true },
  }));
  if (!group.whole || isSection(group)) return lanes;
  const band = { top: group.top, height: group.bottom - group.top };
  const head: LaneHead = {
    ...{ id: group.id, region, band },
    ...{ isGroup: true, canCollapse: true, canPin: true },
  };
  return [head, ...lanes];
}

function footHead(id: 'loop' | 'memory', { layout }: Scene): LaneHead[] {
  const { top, height } = layout[id];
  if (height === 0) return [];
  const rest = { isGroup: true, canCollapse: true, canPin: false };
  return [{ id, region: 'fixed', band: { top, height: headHeight }, ...rest }];
}

/** The head of a section that stays in view while its lanes scroll. */
function sectionHead(id: 'cores' | 'workers', headTop: number): LaneHead {
  const rest = { isGroup: true, canCollapse: true, canPin: false };
  return { id, region: 'scrolled', band: { top: headTop, height: headHeight }, ...rest };
}

/** Heads from top to bottom, also of lanes that are scrolled out of view. */
export function laneHeads(scene: Scene): readonly LaneHead[] {
  const { layout, cores, groups } = scene;
  const ofCores = (isPinned: boolean): LaneHead[] =>
    cores
      .filter(({ pinned }) => pinned === isPinned)
      .map(({ core, band, cells }) => ({
        ...{ id: `core-${core}`, region: isPinned ? 'pinned' : 'scrolled', band },
        ...{ isGroup: false, canCollapse: cells === undefined, canPin: true },
      }));
  const ofGroups = (isPinned: boolean): LaneHead[] =>
    groups.filter(({ pinned }) => pinned === isPinned).flatMap(groupHeads);
  return [
    ...ofCores(true),
    ...ofGroups(true),
    ...(layout.coreSection.height > 0 ? [sectionHead('cores', layout.coreSection.headTop)] : []),
    ...ofCores(false),
    ...(groups.some(isSection) ? [sectionHead('workers', layout.workerSection.headTop)] : []),
    ...ofGroups(false),
    ...footHead('loop', scene),
    ...footHead('memory', scene),
  ];
}

const holds = ({ top, height }: Band, y: number): boolean => y >= top && y < top + height;

function regionOf({ layout }: Scene, y: number): Region | undefined {
  if (holds(layout.pinned, y)) return 'pinned';
  if (holds(layout.scrolled, y)) return 'scrolled';
  return y >= layout.loop.top ? 'fixed' : undefined;
}

/**
 * The head at a point. In the gutter left of the lanes' numbers it is that of their process; right of the gutter that of
 * the lane itself.
 */
export function headAt(scene: Scene, x: number, y: number): LaneHead | undefined {
  const region = regionOf(scene, y);
  const found = laneHeads(scene).filter((head) => head.region === region && holds(head.band, y));
  const section = found.find(({ id }) => id === 'cores' || id === 'workers');
  if (section !== undefined) return section;
  const [groups, lanes] = [found.filter((one) => one.isGroup), found.filter((one) => !one.isGroup)];
  return x < laneLeft ? (groups[0] ?? lanes[0]) : (lanes[0] ?? groups[0]);
}

/** Names of lanes are asked of a trial, with the kernel numbers of the usable cores. */
export interface Naming {
  readonly track: TrialTrack;
  readonly cores: readonly number[];
}

/** The name of a lane or group; undefined where the trial has none of that id. */
export function laneName(id: LaneId, { track, cores }: Naming): string | undefined {
  if (id === 'cores') return message('timeline-cores');
  if (id === 'workers') return message('timeline-workers');
  if (id === 'loop') return message('timeline-loop');
  if (id === 'memory') return message('timeline-memory');
  const [kind, number = ''] = id.split('-');
  const index = Number(number);
  if (kind === 'core') {
    const kernelId = cores[index];
    return kernelId === undefined ? undefined : message('lane-core', { core: String(kernelId) });
  }
  if (kind === 'process') {
    const isThere = track.workers.some((worker) => hostIndexOf(track, worker) === index);
    return isThere ? hostName(track.cell, index) : undefined;
  }
  const worker = track.workers[index];
  if (worker === undefined) return undefined;
  return message('lane-worker', { worker: workerLook(track.cell, index, worker.identity).name });
}

/** The hidden lanes that the trial has, with their names. */
export function hiddenLanes(
  { hidden }: LaneView,
  naming: Naming,
): readonly { readonly id: LaneId; readonly name: string }[] {
  return hidden.flatMap((id) => {
    const name = laneName(id, naming);
    return name === undefined ? [] : [{ id, name }];
  });
}
