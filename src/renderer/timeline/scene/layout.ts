// Lays out a timeline, in px: overview and axis on top, loop delay and memory at the foot, cores and workers
// between them, scrolled under fixed heads where they don't fit.

import { maxRows } from './concurrency';

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
  /** The part that scrolls, and how much of it there is. */
  readonly scrolled: Band & { readonly contentHeight: number };
  readonly coreSection: Section;
  readonly cores: readonly Band[];
  readonly workerSection: Section;
  /** Per group of lanes, the lanes. */
  readonly groups: readonly (readonly WorkerBand[])[];
  /** Per group, under its lanes, that of its heaps; of height 0 where there is none or no room. */
  readonly heaps: readonly Band[];
  readonly loop: Band & { readonly plot: Band };
  readonly memory: Band & { readonly plot: Band };
}

export interface LayoutRequest {
  readonly width: number;
  readonly height: number;
  readonly cores: number;
  /** Per group of lanes, per lane, the rows its overlapping tasks take. */
  readonly groups: readonly (readonly number[])[];
  readonly scrollTop: number;
  /** Per group of lanes, whether it has a lane of its heaps. */
  readonly heaps?: readonly boolean[];
}

export const gutter = 136;
export const headHeight = 24;
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
function workerHeight(rows: number, base: number): number {
  if (rows > maxRows) return Math.max(base * 2, flightHeight);
  const each = base >= 36 ? 13 : base >= 23 ? 6 : 3;
  return rows === 1 ? base : Math.max(base, rows * each + 12);
}

function lanesHeight(request: LayoutRequest, { core, worker, heap }: Heights): number {
  const gaps = Math.max(0, request.groups.length - 1) * groupGap;
  const lanes = request.groups.flat().reduce((sum, rows) => sum + workerHeight(rows, worker), gaps);
  const heaps = (request.heaps ?? []).filter(Boolean).length * heap;
  return 2 * (headHeight + sectionPad) + request.cores * core + lanes + heaps;
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

function chooseHeights(request: LayoutRequest): { heights: Heights; spare: number } {
  const room = request.height - overviewHeight - axisHeight;
  const spareOf = (heights: Heights): number =>
    room - lanesHeight(request, heights) - heights.loop - heights.memory;
  const last = sizes[sizes.length - 1] as Heights;
  const heights = sizes.find((one) => spareOf(one) >= 0) ?? last;
  return { heights, spare: spareOf(heights) };
}

function workerBand(top: number, height: number): WorkerBand {
  if (height < 12) return { top, height, spanHeight: height - 2, strip: { top, height: 0 } };
  const gap = height >= 20 ? 3 : 2;
  const stripHeight = Math.min(10, Math.max(5, Math.round(height * 0.27)));
  const spanHeight = height - stripHeight - 2 * gap;
  return {
    top,
    height,
    spanHeight,
    strip: { top: top + spanHeight + gap - 1, height: stripHeight },
  };
}

/** Lays out a timeline. Coordinates of scrolled lanes are where they are drawn. */
export function layoutTimeline(request: LayoutRequest): Layout {
  const { width, height } = request;
  const { heights, spare } = chooseHeights(request);
  const contentHeight = lanesHeight(request, heights);
  const memoryHeight = heights.memory + Math.max(0, spare);
  const top = overviewHeight + axisHeight;
  const room = Math.max(0, height - top - heights.loop - memoryHeight);
  const scrollTop = Math.min(Math.max(0, request.scrollTop), Math.max(0, contentHeight - room));
  const start = top - scrollTop;

  const coreHeight = headHeight + sectionPad + request.cores * heights.core;
  const cores = Array.from({ length: request.cores }, (_, core) => ({
    top: start + headHeight + core * heights.core,
    height: heights.core,
  }));

  const workerTop = start + coreHeight;
  let y = workerTop + headHeight;
  const heaps: Band[] = [];
  const groups = request.groups.map((lanes, group) => {
    const bands = lanes.map((rows) => {
      const band = workerBand(y, workerHeight(rows, heights.worker));
      y += band.height;
      return band;
    });
    const height = request.heaps?.[group] === true ? heights.heap : 0;
    heaps.push({ top: y, height });
    y += height + groupGap;
    return bands;
  });

  const loopTop = top + room;
  const memoryTop = loopTop + heights.loop;
  return {
    width,
    height,
    plotLeft: gutter,
    plotRight: Math.max(gutter + 1, width - rightPad),
    overview: { top: 0, height: overviewHeight },
    axis: { top: overviewHeight, height: axisHeight },
    scrolled: { top, height: room, contentHeight },
    coreSection: section(start, coreHeight, top),
    cores,
    workerSection: section(workerTop, contentHeight - coreHeight, top),
    groups,
    heaps,
    loop: {
      top: loopTop,
      height: heights.loop,
      plot: { top: loopTop + loopHead, height: heights.loop - loopHead - loopFoot },
    },
    memory: {
      top: memoryTop,
      height: memoryHeight,
      plot: { top: memoryTop + memoryHead, height: memoryHeight - memoryHead - memoryFoot },
    },
  };
}

/** A head stays at the top of the scrolled part until its section has passed. */
function section(top: number, height: number, regionTop: number): Section {
  const stuck = Math.min(Math.max(top, regionTop), top + height - headHeight);
  return { top, height, headTop: stuck };
}
