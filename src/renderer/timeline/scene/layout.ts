// Lays out a timeline, in px: overview, axis and pinned lanes on top, loop delay and memory at the foot, cores and
// workers between them, scrolled under fixed heads where they don't fit.

import { maxRows } from './concurrency';
import type { CoreForm, FootForm } from './lanes/lane-plan';

export interface Band {
  readonly top: number;
  readonly height: number;
}

/** A lane: its bar above, its state strip below; a strip of height 0 where there is no room. */
export interface WorkerBand extends Band {
  readonly spanHeight: number;
  readonly strip: Band;
}

export interface Section extends Band {
  /** Top of its head; it stays in view while the section scrolls. */
  readonly headTop: number;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly plotLeft: number;
  readonly plotRight: number;
  readonly overview: Band;
  readonly axis: Band;
  /** Pinned lanes, above what scrolls; of height 0 where none are. */
  readonly pinned: Band;
  /** The part that scrolls, and how much of it there is. */
  readonly scrolled: Band & { readonly contentHeight: number };
  /** Of height 0 where none of its lanes scroll. */
  readonly coreSection: Section;
  /** Per core asked for; absent where one strip stands for them. */
  readonly cores: readonly (PlacedBand | undefined)[];
  /** The strip that stands for all cores but the pinned; absent where each has its own band. */
  readonly coreStrip: Band | undefined;
  readonly workerSection: Section;
  readonly groups: readonly GroupLayout[];
  readonly loop: FootLayout;
  readonly memory: FootLayout;
}

/** A lane at the foot; of height 0 where it is hidden. */
export interface FootLayout extends Band {
  readonly plot: Band;
  /** Only a strip: no scale, no figures. */
  readonly low: boolean;
}

export interface PlacedBand extends Band {
  readonly pinned: boolean;
}

export interface GroupLayout {
  /** Absent ones are folded into the strip. */
  readonly lanes: readonly WorkerBand[];
  /** Under its lanes; of height 0 where there is none or no room. */
  readonly heap: Band;
  /** The strip that stands for its lanes; absent where it isn't folded. */
  readonly strip: Band | undefined;
  readonly pinned: boolean;
}

/** A worker's lane: the rows that its overlapping tasks take; thin where it is collapsed. */
export interface LaneRequest {
  readonly rows: number;
  readonly thin?: boolean;
}

export interface GroupRequest {
  readonly lanes: readonly LaneRequest[];
  readonly folded?: boolean;
  readonly pinned?: boolean;
  /** Whether it has a lane of its heaps. */
  readonly heap?: boolean;
}

export interface CoreRequest {
  readonly thin?: boolean;
  readonly pinned?: boolean;
}

export interface LayoutRequest {
  readonly width: number;
  readonly height: number;
  readonly coreForm?: CoreForm;
  /** The pinned ones first, here and among the groups. */
  readonly cores: readonly CoreRequest[];
  readonly groups: readonly GroupRequest[];
  readonly scrollTop: number;
  readonly loop?: FootForm;
  readonly memory?: FootForm;
}

export const gutter = 136;
export const headHeight = 24;
/** Middle of the mark that says whether a group is folded. */
export const caretX = 10;
/** What Page down scrolls the lanes by. */
export const pageHeight = 120;
const rightPad = 12;
const overviewHeight = 30;
const axisHeight = 26;
const groupGap = 6;
const sectionPad = 8;
const loopHead = 30;
const memoryHead = 26;
const loopFoot = 8;
const memoryFoot = 12;
/** Between the pinned lanes and the line under them. */
const pinnedPad = 6;
/** Pinned lanes beyond this share of the room scroll with the others. */
const pinnedShare = 0.6;
const stripHeight = 18;
/** Above and below the strip of a lane at the foot. */
const stripPad = 4;
/** A collapsed lane. */
const thinCore = 4;
const thinWorker = 8;
/** A lane that a user has pinned is to be read, however many others there are. */
const pinnedCore = 12;
const pinnedWorker = 23;
/** Up to so many cores a row of the heat strip is 2 px high at least. */
const tallHeatCores = 96;

const sum = (heights: readonly number[]): number => heights.reduce((all, one) => all + one, 0);

interface Heights {
  readonly core: number;
  readonly worker: number;
  readonly heap: number;
  readonly loop: number;
  readonly memory: number;
}

/** A lane that shows how many tasks are in flight. */
const flightHeight = 56;

/** A lane whose tasks overlap is taller: every row gets some height. */
function workerHeight({ rows, thin }: LaneRequest, base: number): number {
  if (thin === true) return thinWorker;
  if (rows > maxRows) return Math.max(base * 2, flightHeight);
  const each = base >= 36 ? 13 : base >= 23 ? 6 : 3;
  return rows === 1 ? base : Math.max(base, rows * each + 12);
}

const laneHeight = (lane: LaneRequest, { pinned }: GroupRequest, { worker }: Heights): number =>
  workerHeight(lane, pinned === true ? Math.max(pinnedWorker, worker) : worker);

function groupHeight(group: GroupRequest, heights: Heights): number {
  if (group.folded === true) return stripHeight;
  const lanes = sum(group.lanes.map((lane) => laneHeight(lane, group, heights)));
  return lanes + (group.heap === true ? heights.heap : 0);
}

/** The height of a core's row in a heat strip of so many. */
function heatRow(cores: number, core: number): number {
  const tall = core >= 18 ? 3 : core >= 12 ? 2 : 1;
  return cores <= tallHeatCores ? Math.max(2, tall) : tall;
}

function coreHeight({ thin, pinned }: CoreRequest, { core }: Heights): number {
  if (thin === true) return Math.min(thinCore, core);
  return pinned === true ? Math.max(pinnedCore, core) : core;
}

/** What scrolls: the sections' heads, the lanes that aren't pinned, and the gaps between groups. */
interface Flow {
  readonly cores: readonly CoreRequest[];
  readonly groups: readonly GroupRequest[];
}

interface Split {
  readonly pinned: Flow;
  readonly scrolled: Flow;
}

const groupsHeight = (groups: readonly GroupRequest[], heights: Heights): number =>
  sum(groups.map((group) => groupHeight(group, heights))) +
  Math.max(0, groups.length - 1) * groupGap;

function scrolledCoresHeight({ cores }: Flow, form: CoreForm, heights: Heights): number {
  if (cores.length === 0) return 0;
  const each = heatRow(cores.length, heights.core);
  const lanes = {
    lanes: () => sum(cores.map((core) => coreHeight(core, heights))),
    heat: () => cores.length * each,
    strip: () => stripHeight,
  };
  return headHeight + sectionPad + lanes[form]();
}

const scrolledWorkersHeight = ({ groups }: Flow, heights: Heights): number =>
  groups.length === 0 ? 0 : headHeight + sectionPad + groupsHeight(groups, heights);

function pinnedHeight({ cores, groups }: Flow, heights: Heights): number {
  if (cores.length + groups.length === 0) return 0;
  const gap = cores.length > 0 && groups.length > 0 ? groupGap : 0;
  const lanes = sum(cores.map((core) => coreHeight(core, heights)));
  return lanes + gap + groupsHeight(groups, heights) + 2 * pinnedPad;
}

/** What stays in view: pinned lanes as long as they fit into a height; those after it scroll. */
function split({ cores, groups }: LayoutRequest, heights: Heights, most: number): Split {
  const isPinned = ({ pinned }: { readonly pinned?: boolean }): boolean => pinned === true;
  let [coreCount, groupCount] = [cores.filter(isPinned).length, groups.filter(isPinned).length];
  const of = (): Flow => ({
    cores: cores.slice(0, coreCount),
    groups: groups.slice(0, groupCount),
  });
  while (coreCount + groupCount > 0 && pinnedHeight(of(), heights) > most) {
    if (groupCount > 0) groupCount -= 1;
    else coreCount -= 1;
  }
  return {
    pinned: of(),
    scrolled: { cores: cores.slice(coreCount), groups: groups.slice(groupCount) },
  };
}

/** Sizes from the roomiest to the tightest; lanes grow first, then memory, and shrink last. */
const sizes: readonly Heights[] = [
  { core: 28, worker: 60, heap: 52, loop: 88, memory: 240 },
  { core: 22, worker: 44, heap: 40, loop: 88, memory: 240 },
  { core: 18, worker: 36, heap: 32, loop: 80, memory: 200 },
  { core: 14, worker: 29, heap: 26, loop: 72, memory: 160 },
  { core: 14, worker: 26, heap: 22, loop: 72, memory: 136 },
  { core: 12, worker: 23, heap: 18, loop: 72, memory: 136 },
  { core: 12, worker: 23, heap: 18, loop: 64, memory: 88 },
  { core: 12, worker: 23, heap: 0, loop: 64, memory: 64 },
  { core: 12, worker: 16, heap: 0, loop: 64, memory: 64 },
  { core: 8, worker: 16, heap: 0, loop: 64, memory: 64 },
  { core: 4, worker: 16, heap: 0, loop: 64, memory: 64 },
];

const footHeight = (form: FootForm | undefined, open: number): number =>
  form === 'hidden' ? 0 : form === 'strip' ? headHeight : open;

interface Chosen extends Split {
  readonly heights: Heights;
  readonly coresHeight: number;
  readonly contentHeight: number;
  readonly pinnedHeight: number;
  readonly loopHeight: number;
  readonly memoryHeight: number;
  /** What is left of the height. */
  readonly spare: number;
}

function measure(request: LayoutRequest, heights: Heights): Chosen {
  const loopHeight = footHeight(request.loop, heights.loop);
  const memoryHeight = footHeight(request.memory, heights.memory);
  const room = request.height - overviewHeight - axisHeight - loopHeight - memoryHeight;
  const parts = split(request, heights, Math.max(0, room * pinnedShare));
  const pinned = pinnedHeight(parts.pinned, heights);
  const cores = scrolledCoresHeight(parts.scrolled, request.coreForm ?? 'lanes', heights);
  const content = cores + scrolledWorkersHeight(parts.scrolled, heights);
  return {
    ...parts,
    heights,
    coresHeight: cores,
    contentHeight: content,
    pinnedHeight: pinned,
    loopHeight,
    memoryHeight,
    spare: room - pinned - content,
  };
}

function choose(request: LayoutRequest): Chosen {
  let found: Chosen | undefined;
  for (const heights of sizes) {
    found = measure(request, heights);
    if (found.spare >= 0) return found;
  }
  return found as Chosen;
}

function workerBand(top: number, height: number): WorkerBand {
  if (height < 12) return { top, height, spanHeight: height - 2, strip: { top, height: 0 } };
  const gap = height >= 20 ? 3 : 2;
  const low = Math.min(10, Math.max(5, Math.round(height * 0.27)));
  const spanHeight = height - low - 2 * gap;
  return {
    top,
    height,
    spanHeight,
    strip: { top: top + spanHeight + gap - 1, height: low },
  };
}

/** Groups one under another from `top` on. */
function placeGroups(
  groups: readonly GroupRequest[],
  top: number,
  heights: Heights,
  pinned: boolean,
): GroupLayout[] {
  let y = top;
  return groups.map((group) => {
    const begin = y;
    const strip = group.folded === true ? { top: begin, height: stripHeight } : undefined;
    const lanes = (strip === undefined ? group.lanes : []).map((lane) => {
      const band = workerBand(y, laneHeight(lane, group, heights));
      y += band.height;
      return band;
    });
    const height = strip === undefined && group.heap === true ? heights.heap : 0;
    const heap = { top: y, height };
    y = begin + groupHeight(group, heights) + groupGap;
    return { lanes, heap, strip, pinned };
  });
}

/** Cores one under another from `top` on. */
function placeCores(
  cores: readonly CoreRequest[],
  top: number,
  heightOf: (core: CoreRequest) => number,
  pinned: boolean,
): PlacedBand[] {
  let y = top;
  return cores.map((core) => {
    const band = { top: y, height: heightOf(core), pinned };
    y += band.height;
    return band;
  });
}

/** Lays out a timeline. Coordinates of scrolled lanes are where they are drawn. */
export function layoutTimeline(request: LayoutRequest): Layout {
  const { width, height, coreForm = 'lanes' } = request;
  const chosen = choose(request);
  const { heights, contentHeight, pinned, scrolled } = chosen;
  const spare = Math.max(0, chosen.spare);
  const grows = (request.memory ?? 'open') === 'open';
  const memoryHeight = chosen.memoryHeight + (grows ? spare : 0);
  const pinnedTop = overviewHeight + axisHeight;
  const top = pinnedTop + chosen.pinnedHeight;
  const room = Math.max(0, height - top - chosen.loopHeight - memoryHeight);
  const scrollTop = Math.min(Math.max(0, request.scrollTop), Math.max(0, contentHeight - room));
  const start = top - scrollTop;

  const ofCore = (core: CoreRequest): number => coreHeight(core, heights);
  const rowHeight = heatRow(scrolled.cores.length, heights.core);
  const bodyTop = start + headHeight;
  const pinnedCores = placeCores(pinned.cores, pinnedTop + pinnedPad, ofCore, true);
  const pinnedCoresHeight = sum(pinnedCores.map((band) => band.height));
  const gap = pinned.cores.length > 0 ? groupGap : 0;
  const groupTop = pinnedTop + pinnedPad + pinnedCoresHeight + gap;
  const workerTop = start + chosen.coresHeight;
  const isStrip = coreForm === 'strip' && scrolled.cores.length > 0;
  const scrolledCores = isStrip
    ? scrolled.cores.map(() => undefined)
    : placeCores(scrolled.cores, bodyTop, coreForm === 'heat' ? () => rowHeight : ofCore, false);

  const loopTop = top + room;
  const memoryTop = loopTop + chosen.loopHeight;
  return {
    width,
    height,
    plotLeft: gutter,
    plotRight: Math.max(gutter + 1, width - rightPad),
    overview: { top: 0, height: overviewHeight },
    axis: { top: overviewHeight, height: axisHeight },
    pinned: { top: pinnedTop, height: chosen.pinnedHeight },
    scrolled: { top, height: room, contentHeight },
    coreSection: section(start, chosen.coresHeight, top),
    cores: [...pinnedCores, ...scrolledCores],
    coreStrip: isStrip ? { top: bodyTop, height: stripHeight } : undefined,
    workerSection: section(workerTop, contentHeight - chosen.coresHeight, top),
    groups: [
      ...placeGroups(pinned.groups, groupTop, heights, true),
      ...placeGroups(scrolled.groups, workerTop + headHeight, heights, false),
    ],
    loop: foot(request.loop, { top: loopTop, height: chosen.loopHeight }, loopHead, loopFoot),
    memory: foot(request.memory, { top: memoryTop, height: memoryHeight }, memoryHead, memoryFoot),
  };
}

/** A lane at the foot: its plot under its head, or beside it where it is only a strip. */
function foot(form: FootForm = 'open', band: Band, head: number, pad: number): FootLayout {
  if (form === 'open') {
    const plot = { top: band.top + head, height: band.height - head - pad };
    return { ...band, plot, low: false };
  }
  const plot = { top: band.top + stripPad, height: Math.max(0, band.height - 2 * stripPad) };
  return { ...band, plot, low: true };
}

/** A head stays at the top of the scrolled part until its section has passed. */
function section(top: number, height: number, regionTop: number): Section {
  const stuck = Math.min(Math.max(top, regionTop), top + Math.max(0, height - headHeight));
  return { top, height, headTop: stuck };
}
