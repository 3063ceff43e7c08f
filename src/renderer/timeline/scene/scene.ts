// Everything one picture of a trial is drawn from. Only lanes in view are computed.
import type { Cell } from '@shared/experiment/cells';
import { isPython } from '@shared/experiment/strategies';
import { coreSampleHz } from '@shared/experiment/sampling';
import type { TimelineBuffer } from '../../model/timeline-buffer';
import type { TrialTrack, WorkerTrack } from '../../model/tracks';
import { timeTicks, type TimeTicks } from '@present/scales/axis';
import type { FramedArea } from './area';
import { coreLane, type CoreStretch } from './core-lane';
import { usualView, type LaneId, type LaneView } from '../../model/lane-view';
import { foldSteps, type FoldStep } from './fold';
import { heatCells, meanCells, type HeatCell } from './heat';
import type { LaneGroup } from './lanes/lane-order';
import { planLanes, type CoreForm, type PlannedGroup } from './lanes/lane-plan';
import { moveMarks, type MoveMark } from './moves';
import {
  layoutTimeline,
  type Band,
  type GroupLayout,
  type Layout,
  type WorkerBand,
} from './layout';
import { loopLane, type LoopLane } from './loop-lane';
import { heapLane, memoryLane, type HeapLane, type MemoryLane } from './memory-lane';
import { overview, type Overview } from './overview';
import type { TimeScale, TimeWindow } from './time-scale';
import { niceAbove, wholeTrial, type Extent } from './viewport';
import { workerLook, type WorkerLook } from './worker-look';
import { flightSteps, isDense, type FlightStep } from './concurrency';
import { spanBars, stateCells, underWayFromX, type SpanBar, type StateCell } from './worker-lane';

/** One task of one worker, by its position in the worker's track. */
export interface SpanRef {
  readonly worker: number;
  readonly index: number;
}

export interface SceneRequest {
  readonly buffer: TimelineBuffer;
  readonly track: TrialTrack;
  readonly extent: Extent;
  readonly window: TimeWindow;
  readonly width: number;
  readonly height: number;
  readonly scrollTop: number;
  /** What is hidden, pinned and collapsed, and the order; absent for all lanes by number. */
  readonly lanes?: LaneView | undefined;
}

/** Some columns of a picture, in px. */
export interface Columns {
  readonly x0: number;
  readonly x1: number;
}

export interface CoreLaneScene {
  /** Index among the usable cores. */
  readonly core: number;
  readonly kernelId: number;
  readonly band: Band;
  readonly pinned: boolean;
  readonly stretches: readonly CoreStretch[];
  /** Its row of the heat strip; absent where it has a lane of its own. */
  readonly cells?: readonly HeatCell[] | undefined;
}

export interface WorkerLaneScene {
  readonly track: WorkerTrack;
  readonly look: WorkerLook;
  readonly band: WorkerBand;
  /** Its tasks; none where too many overlap to stand in rows. */
  readonly bars: readonly SpanBar[];
  /** Tasks in flight, where too many overlap to stand in rows. */
  readonly flight: readonly FlightStep[];
  readonly states: readonly StateCell[];
  /** Where a sample saw it on another core than the sample before. */
  readonly moves: readonly MoveMark[];
  /** From where a task is under way that is not reported yet. */
  readonly underWayFromX: number | undefined;
}

export interface GroupScene {
  readonly id: LaneId;
  readonly pinned: boolean;
  /** Of a process, not of a worker that is pinned alone. */
  readonly whole: boolean;
  /** Stands for its lanes; absent where it isn't folded. */
  readonly fold?:
    | { readonly band: Band; readonly count: number; readonly steps: readonly FoldStep[] }
    | undefined;
  readonly host: LaneGroup['host'];
  readonly top: number;
  readonly bottom: number;
  readonly lanes: readonly WorkerLaneScene[];
  /** V8 heaps of its threads; absent where there are none, or no room. */
  readonly heap: { readonly band: Band; readonly lane: HeapLane } | undefined;
}

/** From the decision to go: the workers are started but run nothing yet. */
export interface StartUp {
  readonly fromNs: number;
  readonly goNs: number;
}

export interface Scene {
  readonly layout: Layout;
  readonly scale: TimeScale;
  readonly axis: TimeTicks;
  readonly cell: Cell;
  readonly zeroNs: number;
  readonly extent: Extent;
  readonly looks: readonly WorkerLook[];
  readonly overview: Overview;
  readonly coreForm: CoreForm;
  readonly cores: readonly CoreLaneScene[];
  /** The strip of the mean of all cores; absent where each is drawn. */
  readonly coreStrip: { readonly band: Band; readonly cells: readonly HeatCell[] } | undefined;
  readonly groups: readonly GroupScene[];
  readonly loop: LoopLane;
  readonly memory: MemoryLane;
  /** Index of the process of each part of the memory; undefined for one of no worker. */
  readonly memoryHosts: readonly (number | undefined)[];
  readonly sampleNs: number | undefined;
  readonly coreSampleNs: number | undefined;
  readonly memorySampleNs: number | undefined;
  readonly startUp: StartUp | undefined;
  /** Where a hover line stands. */
  readonly hoverX: number | undefined;
  /** The task that is pointed at or chosen. */
  readonly marked: SpanRef | undefined;
  /** The stretch that a frame is around; absent where there is none. */
  readonly area?: FramedArea | undefined;
  /** Moments that a user has marked, in ns on the run's clock; two at most. */
  readonly markers?: readonly number[] | undefined;
  /** The only part that is drawn; absent for all of it. */
  readonly strip?: Columns | undefined;
}

/** Top of the one scale of all heaps, a round figure: parts of a picture drawn at different times fit together. */
export function heapTop({ groups }: Pick<Scene, 'groups'>): number {
  const most = groups.reduce((max, { heap }) => Math.max(max, heap?.lane.maxBytes ?? 0), 0);
  return most > 0 ? niceAbove(most) : 0;
}

const isSeen = (band: Band, region: Band): boolean =>
  band.top < region.top + region.height && band.top + band.height > region.top;

function startUpOf({ end }: TrialTrack): StartUp | undefined {
  if (end?.startNs === undefined || end.phases === undefined) return undefined;
  const { spawnNs, readyNs } = end.phases;
  return { fromNs: end.startNs, goNs: end.startNs + spawnNs + readyNs };
}

/** The process of a pid: before the workers have said theirs, known where there is only one. */
function hostOf({ workers, cell }: TrialTrack, pid: number): number | undefined {
  const { identity } = workers.find((worker) => worker.identity?.pid === pid) ?? {};
  return identity?.host ?? (cell.topology.processes === 1 ? 0 : undefined);
}

/**
 * Returns to where the last reading of memory holds: where every worker was a process of its own, nothing is left of
 * them at the trial's end.
 */
function heldUntil({ end }: TrialTrack, nowNs: number): number {
  return end?.leftPssBytes === 0 ? 0 : nowNs;
}

/** Whether a process has a lane for its heaps: while a trial goes on, where there will be readings. */
function hasHeaps(group: PlannedGroup, { cell, end }: TrialTrack, hz = 0): boolean {
  if (!group.whole) return false;
  if (end === undefined) return hz > 0 && !isPython(cell.strategy);
  return group.lanes.some(({ track }) => track.heaps.length > 0);
}

function heapScene(
  { lanes }: PlannedGroup,
  band: Band,
  scale: TimeScale,
  nowNs: number,
): GroupScene['heap'] {
  if (band.height === 0) return undefined;
  const workers = lanes.map(({ track }) => track);
  return { band, lane: heapLane(workers, scale, nowNs) };
}

/** Time between two samples; undefined where none are taken, or it is not known. */
export function periodNs(hz: number | undefined): number | undefined {
  return hz === undefined || hz <= 0 ? undefined : 1e9 / hz;
}

/** Lays out and works out one picture, with nothing pointed at. */
export function buildScene(request: SceneRequest): Scene {
  const { buffer, track, extent, window, width, height, scrollTop } = request;
  const plan = planLanes(track, buffer.coreRows, request.lanes ?? usualView);
  const { groups } = plan;
  const layout = layoutTimeline({
    width,
    height,
    scrollTop,
    coreForm: plan.coreForm,
    cores: plan.cores,
    groups: groups.map(({ lanes, folded, pinned, ...group }) => ({
      lanes: lanes.map(({ track: { rows }, thin }) => ({ rows, thin })),
      heap: hasHeaps({ lanes, folded, pinned, ...group }, track, buffer.sampling?.hz),
      folded,
      pinned,
    })),
    loop: plan.loop,
    memory: plan.memory,
  });
  const plot = { x0: layout.plotLeft, x1: layout.plotRight };
  const scale: TimeScale = { ...window, ...plot };
  const looks = track.workers.map(({ worker, identity }) =>
    workerLook(track.cell, worker, identity),
  );
  const whole: TimeScale = { ...wholeTrial(extent), ...plot };
  const usable = Math.min(buffer.coreRows.count, Math.max(1, track.workers.length));
  const { sampling } = buffer;
  return {
    layout,
    scale,
    axis: timeTicks(window.fromNs, window.toNs, track.zeroNs, (plot.x1 - plot.x0) / 80),
    cell: track.cell,
    zeroNs: track.zeroNs,
    extent,
    looks,
    overview: overview(track.busy, track.beginNs, usable, whole, window, extent.nowNs),
    coreForm: plan.coreForm,
    cores: coreScenes(request, plan.coreForm, plan.cores, layout, scale),
    coreStrip: layout.coreStrip && {
      band: layout.coreStrip,
      cells: isSeen(layout.coreStrip, layout.scrolled) ? meanCells(buffer.coreRows, scale) : [],
    },
    groups: groups.flatMap((group, index) => {
      const place = layout.groups[index];
      if (place === undefined) return [];
      return [groupScene(group, place, looks, scale, extent, layout, track.cell)];
    }),
    loop: loopLane(buffer.loop, scale),
    memory: memoryLane(track.memory, scale, heldUntil(track, extent.nowNs)),
    memoryHosts: track.memory.pids.map((pid) => hostOf(track, pid)),
    sampleNs: periodNs(sampling?.hz),
    coreSampleNs: periodNs(sampling && coreSampleHz(sampling.hz)),
    memorySampleNs: periodNs(sampling?.memoryHz),
    startUp: startUpOf(track),
    hoverX: undefined,
    marked: undefined,
  };
}

function coreScenes(
  { buffer, track }: SceneRequest,
  form: CoreForm,
  planned: readonly { readonly core: number }[],
  layout: Layout,
  scale: TimeScale,
): readonly CoreLaneScene[] {
  return planned.flatMap(({ core }, index): CoreLaneScene[] => {
    const place = layout.cores[index];
    if (place === undefined) return [];
    const { pinned, ...band } = place;
    const isRow = form === 'heat' && !pinned;
    const isDrawn = isSeen(band, pinned ? layout.pinned : layout.scrolled);
    const { coreRows } = buffer;
    return [
      {
        core,
        kernelId: buffer.cores[core] ?? core,
        band,
        pinned,
        stretches: isDrawn && !isRow ? coreLane(coreRows, core, track.trial, scale) : [],
        cells: isRow ? (isDrawn ? heatCells(coreRows, core, track.trial, scale) : []) : undefined,
      },
    ];
  });
}

function groupScene(
  group: PlannedGroup,
  place: GroupLayout,
  looks: readonly WorkerLook[],
  scale: TimeScale,
  extent: Extent,
  layout: Layout,
  { topology }: Cell,
): GroupScene {
  const region = place.pinned ? layout.pinned : layout.scrolled;
  const bands = place.lanes;
  const lanes = group.lanes.flatMap(({ track }, index): WorkerLaneScene[] => {
    const [band, look] = [bands[index], looks[track.worker]];
    if (band === undefined || look === undefined) return [];
    return [laneScene(track, look, band, isSeen(band, region), scale, extent.live, topology)];
  });
  const [first, last] = [place.strip ?? bands[0], place.strip ?? bands.at(-1)];
  const workers = group.lanes.map(({ track }) => track);
  return {
    id: group.id,
    pinned: place.pinned,
    whole: group.whole,
    host: group.host,
    top: first?.top ?? 0,
    bottom: (last?.top ?? 0) + (last?.height ?? 0),
    lanes,
    fold: place.strip && {
      band: place.strip,
      count: workers.length,
      steps: isSeen(place.strip, region) ? foldSteps(workers, scale, topology.concurrency) : [],
    },
    heap: heapScene(group, place.heap, scale, extent.nowNs),
  };
}

function laneScene(
  track: WorkerTrack,
  look: WorkerLook,
  band: WorkerBand,
  seen: boolean,
  scale: TimeScale,
  live: boolean,
  { concurrency }: Cell['topology'],
): WorkerLaneScene {
  const hasStrip = seen && band.strip.height > 0;
  return {
    track,
    look,
    band,
    bars: seen && !isDense(track) ? spanBars(track, scale) : [],
    flight: seen && isDense(track) ? flightSteps(track, scale, concurrency) : [],
    states: hasStrip ? stateCells(track, scale) : [],
    moves: hasStrip ? moveMarks(track, scale) : [],
    underWayFromX: seen && live ? underWayFromX(track, scale) : undefined,
  };
}
