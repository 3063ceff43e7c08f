// Which lane the tools beside the timeline are for, and what they do with it.
import { message } from '@present/messages/message';
import { ref, shallowRef, type Ref } from 'vue';
import type { Point } from '../canvas/chart-input';
import { useKeys } from '../keys/use-keys';
import { toggleLane, type LaneId, type LaneSet, type LaneView } from '../model/lane-view';
import { laneHeads, laneName, type LaneHead } from './scene/lane-heads';
import { gutter } from './scene/layout';
import type { TimelinePicture } from './timeline-picture';

/** A head as the tools show it. */
export interface ShownHead extends Pick<LaneHead, 'id' | 'canCollapse' | 'canPin'> {
  readonly name: string;
  /** Its middle from the picture's top, in px, kept inside the part that it scrolls in. */
  readonly middle: number;
  readonly isCollapsed: boolean;
  readonly isPinned: boolean;
}

/** A group's tools stand beside its first lane. */
const groupMiddle = 12;

/**
 * The tools of a timeline's lanes.
 * @param lanes how they are arranged
 * @param spoken takes what has been done, in words
 * @param redraw asks for a picture of what has changed
 */
export function useLaneTools(
  picture: TimelinePicture,
  lanes: Ref<LaneView>,
  spoken: Ref<string>,
  redraw: () => void,
) {
  const shown = shallowRef<ShownHead>();
  /** The pointer is on a head. */
  const pointed = ref(false);
  let key = '';
  /** What is spoken is of the tools. */
  let told = false;

  function forget(): void {
    if (told) spoken.value = '';
    told = false;
  }

  const nameOf = (id: LaneId): string => {
    const { track, buffer } = picture;
    return (track && laneName(id, { track, cores: buffer.cores })) ?? '';
  };

  /** Takes over where the head of the tools is in the last picture; the first head where its own is gone. */
  function refresh(): void {
    const { scene } = picture;
    const heads = scene === undefined ? [] : laneHeads(scene);
    const head = heads.find(({ id }) => id === picture.head) ?? heads[0];
    if (scene === undefined || head === undefined) {
      shown.value = undefined;
      key = '';
      return;
    }
    const { id, band, region, canCollapse, canPin } = head;
    const { top, height } =
      region === 'fixed' ? { top: 0, height: scene.layout.height } : scene.layout[region];
    const own = band.top + Math.min(band.height / 2, groupMiddle);
    const middle = Math.round(Math.min(top + height, Math.max(top, own)));
    const [isCollapsed, isPinned] = [
      lanes.value.collapsed.includes(id),
      lanes.value.pinned.includes(id),
    ];
    const name = nameOf(id);
    const next = [id, name, middle, isCollapsed, isPinned, canCollapse, canPin].join();
    if (next === key) return;
    key = next;
    shown.value = { id, name, middle, isCollapsed, isPinned, canCollapse, canPin };
  }

  /** The pointer is at a point of the picture, or has left it. */
  function point(at: Point | undefined): void {
    const head = at !== undefined && at.x < gutter ? picture.headAt(at) : undefined;
    pointed.value = head !== undefined;
    if (at !== undefined) forget();
    if (head === undefined) return;
    picture.head = head.id;
    refresh();
  }

  function toggle(
    set: LaneSet,
    { id, canCollapse, canPin }: Omit<LaneHead, 'band' | 'region' | 'isGroup'>,
  ): void {
    if ((set === 'collapsed' && !canCollapse) || (set === 'pinned' && !canPin)) return;
    if (set === 'hidden') picture.leaveHead(id);
    else picture.head = id;
    const lane = nameOf(id);
    const next = toggleLane(lanes.value, set, id);
    lanes.value = next;
    const isIn = next[set].includes(id);
    const undone = { collapsed: 'expanded', pinned: 'unpinned', hidden: 'hidden' } as const;
    spoken.value = message('lane-changed', { lane, change: isIn ? set : undone[set] });
    told = true;
    redraw();
  }

  /** Does it with the lane that keys speak of. */
  function toggleCurrent(set: LaneSet): boolean {
    const head = picture.currentHead();
    if (head === undefined) return false;
    toggle(set, head);
    return true;
  }

  useKeys({
    'collapse-lane': () => toggleCurrent('collapsed'),
    'pin-lane': () => toggleCurrent('pinned'),
    'hide-lane': () => toggleCurrent('hidden'),
  });

  return {
    shown,
    pointed,
    refresh,
    point,
    /** A click in the gutter folds a group; true where there is one. */
    pick(at: Point): boolean {
      const head = at.x < gutter ? picture.headAt(at) : undefined;
      if (head === undefined) return false;
      if (head.isGroup) toggle('collapsed', head);
      return true;
    },
    toggleShown: (set: LaneSet): void => {
      if (shown.value !== undefined) toggle(set, shown.value);
    },
    /** Leads to the lane so many further down, or up. */
    step(by: number): void {
      forget();
      picture.head = shown.value?.id;
      picture.stepHead(by);
      refresh();
      redraw();
    },
    /** The focus has come to the tools: keys speak of their lane, whatever the pointer rests on. */
    enter(): void {
      picture.head = shown.value?.id;
      picture.pointer = undefined;
    },
    leave: forget,
  };
}
