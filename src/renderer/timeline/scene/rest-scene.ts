// The picture at rest: cores and event loop as measured now, and the outlines of what a run will draw.
import type { Cell } from '@shared/experiment/cells';
import type { Experiment } from '@shared/experiment/experiment';
import type { RestBuffer } from '../../model/rest-buffer';
import { coreLane, type CoreStretch } from './core-lane';
import { loopLane, type LoopLane } from './loop-lane';
import type { Box } from '../../canvas/bar-box';
import type { Band } from './layout';
import { plannedCells, type PlannedCell } from './rest-plan';
import type { TimeScale } from './time-scale';

export interface RestRequest {
  readonly buffer: RestBuffer;
  /** Absent while the form holds no valid experiment. */
  readonly experiment: Experiment | undefined;
  readonly cells: readonly Cell[];
  /** Kernel numbers of the cores; their position where they are not known. */
  readonly coreIds: readonly number[];
  readonly width: number;
  readonly height: number;
}

export interface RestScene {
  readonly width: number;
  readonly height: number;
  readonly plotLeft: number;
  readonly plotRight: number;
  readonly nowX: number;
  readonly cores: readonly {
    readonly id: number;
    readonly band: Band;
    readonly stretches: readonly CoreStretch[];
  }[];
  /** Cores busy now and how many there are; undefined before the first sample. */
  readonly busy: { readonly now: number; readonly of: number } | undefined;
  readonly planned: readonly PlannedCell[];
  readonly workers: Band;
  readonly laneHeight: number;
  readonly loop: LoopLane;
  readonly loopBand: Band;
  readonly memory: Band;
  /** The parts that change with every sample; all else stays until the plan changes. */
  readonly measured: { readonly cores: Box; readonly loop: Box };
}

const gutter = 148;
const nowAt = 0.42;
/** The past that is shown left of *now*. */
const pastNs = 15e9;
const headHeight = 28;
const sectionGap = 20;
const loopHeight = 36;
/** Room in the gutter for the figures of its scale. */
export const loopScaleWidth = 60;
/** Above its bars, for the figure of the tallest. */
const loopRoom = 14;
export const groupGap = 10;
/** The cores' words need so much, however few they are. */
const minCores = 76;
const maxOfCores = 0.35;
const minLane = 20;
const maxLane = 38;

function busyOver({ coreRows, nowNs }: RestBuffer): RestScene['busy'] {
  const { table, count } = coreRows;
  const shares = table.columns.busy;
  let [busy, rows] = [0, 0];
  for (let row = table.length - 1; row >= 0 && table.at('atNs', row) > nowNs - 2e9; row -= 1) {
    for (const ofCore of shares) busy += ofCore[row] ?? Number.NaN;
    rows += 1;
  }
  return rows === 0 ? undefined : { now: busy / rows, of: count };
}

/** The height that fills the room with all lanes, within what still looks like a lane. */
function laneHeightFor(planned: readonly PlannedCell[], room: number): number {
  const lanes = planned.flatMap(({ processes }) => processes).reduce((sum, n) => sum + n, 0);
  const gaps = Math.max(0, planned.length - 1) * groupGap;
  return Math.min(maxLane, Math.max(minLane, Math.floor((room - gaps) / Math.max(1, lanes))));
}

/** Many cores share what leaves room for the rest of the picture. */
function coreHeightFor(count: number, height: number): number {
  const suits = count > 32 ? 5 : count > 12 ? 9 : count > 4 ? 14 : 26;
  return Math.min(suits, (height * maxOfCores) / Math.max(1, count));
}

/** Lays out and works out the picture at rest. */
export function buildRestScene(request: RestRequest): RestScene {
  const { buffer, experiment, width, height, coreIds } = request;
  const plotLeft = Math.floor(Math.min(gutter, width / 3));
  const plotRight = width;
  const nowX = plotLeft + (plotRight - plotLeft) * nowAt;
  const scale: TimeScale = {
    fromNs: buffer.nowNs - pastNs,
    toNs: buffer.nowNs,
    x0: plotLeft,
    x1: nowX,
  };
  const count = Math.max(buffer.coreRows.count, coreIds.length);
  const coreHeight = coreHeightFor(count, height);
  const coresEnd = headHeight + Math.max(minCores, count * coreHeight);
  const memoryHeight = Math.max(64, Math.round(height * 0.26));
  const room = height - coresEnd - loopHeight - memoryHeight - 3 * sectionGap - 8;
  const planned =
    experiment === undefined || room < minLane
      ? []
      : plannedCells(request.cells, experiment.tasks, Math.floor(room / minLane));
  const laneHeight = laneHeightFor(planned, room);
  const workers = { top: coresEnd + sectionGap, height: Math.max(0, room) };
  const loopBand = { top: workers.top + workers.height + sectionGap, height: loopHeight };
  const now = Math.floor(nowX);
  const loopTop = Math.floor(loopBand.top) - loopRoom;
  return {
    width,
    height,
    plotLeft,
    plotRight,
    nowX,
    cores: Array.from({ length: count }, (_, core) => ({
      id: coreIds[core] ?? core,
      band: { top: headHeight + core * coreHeight, height: coreHeight },
      stretches: core < buffer.coreRows.count ? coreLane(buffer.coreRows, core, -1, scale) : [],
    })),
    busy: busyOver(buffer),
    planned,
    workers,
    laneHeight,
    loop: loopLane(buffer.loop, scale),
    loopBand,
    memory: { top: loopBand.top + loopHeight + sectionGap, height: memoryHeight },
    measured: {
      cores: { x: 0, y: headHeight, width: now, height: Math.floor(coresEnd) - headHeight },
      loop: {
        x: plotLeft - loopScaleWidth,
        y: loopTop,
        width: now - plotLeft + loopScaleWidth,
        height: loopHeight + loopRoom,
      },
    },
  };
}
