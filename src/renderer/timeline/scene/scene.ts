// Everything one picture of a trial is drawn from. Only lanes in view are computed.
import type { Cell } from '@shared/experiment/cells';
import { isPython } from '@shared/experiment/strategies';
import { coreSampleHz } from '@shared/experiment/sampling';
import type { TimelineBuffer } from '../../model/timeline-buffer';
import type { TrialTrack, WorkerTrack } from '../../model/tracks';
import { timeTicks, type TimeTicks } from '@present/scales/axis';
import type { FramedArea } from './area';
import { coreLane, type CoreStretch } from './core-lane';
import { laneGroups, type LaneGroup, type LaneOrder } from './lane-order';
import { layoutTimeline, type Band, type Layout, type WorkerBand } from './layout';
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
  readonly order: LaneOrder;
}

/** Some columns of a picture, in px. */
export interface Columns {
  readonly x0: number;
  readonly x1: number;
}

export interface CoreLaneScene {
  readonly kernelId: number;
  readonly band: Band;
  readonly stretches: readonly CoreStretch[];
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
  /** From where a task is under way that is not reported yet. */
  readonly underWayFromX: number | undefined;
}

export interface GroupScene {
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
  readonly cores: readonly CoreLaneScene[];
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
function hasHeaps({ workers }: LaneGroup, { cell, end }: TrialTrack, hz = 0): boolean {
  if (end === undefined) return hz > 0 && !isPython(cell.strategy);
  return workers.some(({ heaps }) => heaps.length > 0);
}

function heapScene(
  { workers }: LaneGroup,
  band: Band | undefined,
  scale: TimeScale,
  nowNs: number,
): GroupScene['heap'] {
  if (band === undefined || band.height === 0) return undefined;
  return { band, lane: heapLane(workers, scale, nowNs) };
}

/** Time between two samples; undefined where none are taken, or it is not known. */
export function periodNs(hz: number | undefined): number | undefined {
  return hz === undefined || hz <= 0 ? undefined : 1e9 / hz;
}

/** Lays out and works out one picture, with nothing pointed at. */
export function buildScene(request: SceneRequest): Scene {
  const { buffer, track, extent, window, width, height, scrollTop } = request;
  const groups = laneGroups(track, request.order);
  const layout = layoutTimeline({
    width,
    height,
    scrollTop,
    cores: buffer.coreRows.count,
    groups: groups.map(({ workers }) => workers.map(({ rows }) => rows)),
    heaps: groups.map((group) => hasHeaps(group, track, buffer.sampling?.hz)),
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
    cores: layout.cores.map((band, core) => ({
      kernelId: buffer.cores[core] ?? core,
      band,
      stretches: isSeen(band, layout.scrolled)
        ? coreLane(buffer.coreRows, core, track.trial, scale)
        : [],
    })),
    groups: groups.map((group, index) => ({
      ...groupScene(
        group,
        layout.groups[index] ?? [],
        looks,
        scale,
        extent.live,
        layout.scrolled,
        track.cell.topology.concurrency,
      ),
      heap: heapScene(group, layout.heaps[index], scale, extent.nowNs),
    })),
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

function groupScene(
  group: LaneGroup,
  bands: readonly WorkerBand[],
  looks: readonly WorkerLook[],
  scale: TimeScale,
  live: boolean,
  region: Band,
  most: number,
): Omit<GroupScene, 'heap'> {
  const lanes = group.workers.flatMap((track, index): WorkerLaneScene[] => {
    const [band, look] = [bands[index], looks[track.worker]];
    if (band === undefined || look === undefined) return [];
    const seen = isSeen(band, region);
    return [
      {
        track,
        look,
        band,
        bars: seen && !isDense(track) ? spanBars(track, scale) : [],
        flight: seen && isDense(track) ? flightSteps(track, scale, most) : [],
        states: seen && band.strip.height > 0 ? stateCells(track, scale) : [],
        underWayFromX: seen && live ? underWayFromX(track, scale) : undefined,
      },
    ];
  });
  const [first, last] = [bands[0], bands.at(-1)];
  return {
    host: group.host,
    top: first?.top ?? 0,
    bottom: (last?.top ?? 0) + (last?.height ?? 0),
    lanes,
  };
}
