// Holds what a timeline shows and where: the state behind the canvas, outside Vue. It builds a scene on demand and
// keeps the last one, for pointer and keys to ask.
import type { Point } from '../canvas/chart-input';
import type { FramedArea } from './scene/area';
import { extentOf } from './scene/extent';
import { regionAt, slowestTask, stepTask, taskAt, type Step } from './scene/hit';
import { headAt, laneHeads, type LaneHead } from './scene/lane-heads';
import { dragView, gripAt, type Grip } from './scene/overview';
import {
  buildScene,
  periodNs,
  type Scene,
  type SpanRef,
  type WorkerLaneScene,
} from './scene/scene';
import { nsAt } from './scene/time-scale';
import {
  followSpanNs,
  freeze,
  pan,
  revealSpan,
  visibleWindow,
  zoom,
  type Viewport,
} from './scene/viewport';
import { gutter, headHeight } from './scene/layout';
import { usualView, type LaneId, type LaneView } from '../model/lane-view';
import type { TimelineBuffer } from '../model/timeline-buffer';
import type { TrialTrack } from '../model/tracks';

/** Where no sampling rate is known. */
const usualSampleNs = 20e6;

export class TimelinePicture {
  readonly buffer: TimelineBuffer;
  trial: number | undefined;
  lanes: LaneView = usualView;
  /** The lane whose head was pointed at or led to last. */
  head: LaneId | undefined;
  viewport: Viewport = { kind: 'follow' };
  expectedNs: number | undefined;
  scrollTop = 0;
  /** Where the pointer rests on the canvas; what lies under it is found anew in every picture. */
  pointer: { readonly x: number; readonly y: number } | undefined;
  /** The task under the pointer, or else the one chosen by keys. */
  hovered: SpanRef | undefined;
  chosen: SpanRef | undefined;
  /** The stretch that a frame is around. */
  area: FramedArea | undefined;
  /** Moments that were marked; of two the difference is told. */
  markers: readonly number[] = [];
  scene: Scene | undefined;
  /** What {@link slowest} has led to, as long as nothing else was chosen. */
  #slowest: SpanRef | undefined;

  constructor(buffer: TimelineBuffer) {
    this.buffer = buffer;
  }

  get track(): TrialTrack | undefined {
    return this.trial === undefined ? undefined : this.buffer.trial(this.trial);
  }

  get marked(): SpanRef | undefined {
    return this.hovered ?? this.chosen;
  }

  /** Another trial: what was pointed at is gone with the old one. */
  show(trial: number | undefined): void {
    if (trial === this.trial) return;
    this.trial = trial;
    this.hovered = undefined;
    this.chosen = undefined;
    this.#slowest = undefined;
    this.unmark();
    this.scene = undefined;
  }

  /** The picture for a size in px; undefined before the trial has begun. */
  build(width: number, height: number): Scene | undefined {
    const { track } = this;
    if (track === undefined) return undefined;
    const extent = extentOf(track, this.buffer.nowNs, this.expectedNs);
    const sampleNs = periodNs(this.buffer.sampling?.hz) ?? usualSampleNs;
    const span = followSpanNs(Math.max(1, width - gutter - 12), sampleNs, extent);
    const scene = buildScene({
      buffer: this.buffer,
      track,
      extent,
      window: visibleWindow(this.viewport, extent, span),
      width,
      height,
      scrollTop: this.scrollTop,
      lanes: this.lanes,
    });
    const { pointer } = this;
    this.hovered = pointer === undefined ? undefined : taskAt(scene, pointer.x, pointer.y);
    const { marked, area, markers } = this;
    this.scene = { ...scene, hoverX: pointer?.x, marked, area, markers };
    return this.scene;
  }

  /** The viewport after zooming by `factor` at `x`. */
  zoomAt(x: number, factor: number): Viewport {
    const { scene } = this;
    if (scene === undefined) return this.viewport;
    const { x0, x1 } = scene.scale;
    const share = Math.min(1, Math.max(0, (x - x0) / (x1 - x0)));
    return zoom(this.viewport, scene.scale, scene.extent, share, factor);
  }

  /** The viewport after zooming by `factor` about the pointer, or the middle where it is not on the canvas. */
  zoomBy(factor: number): Viewport {
    const { scene, pointer } = this;
    if (scene === undefined) return this.viewport;
    return this.zoomAt(pointer?.x ?? (scene.scale.x0 + scene.scale.x1) / 2, factor);
  }

  /** The viewport after panning by a share of what is shown. */
  panByShare(share: number): Viewport {
    const { scene } = this;
    return scene === undefined ? this.viewport : pan(scene.scale, scene.extent, share);
  }

  /** The viewport after panning by `pixels`. */
  panBy(pixels: number): Viewport {
    const { scene } = this;
    if (scene === undefined) return this.viewport;
    const { x0, x1 } = scene.scale;
    return pan(scene.scale, scene.extent, pixels / (x1 - x0));
  }

  frozen(): Viewport {
    return this.scene === undefined ? this.viewport : freeze(this.scene.scale);
  }

  /** Scrolls the lanes; the layout keeps it within bounds at the next build. */
  scrollBy(pixels: number): void {
    const region = this.scene?.layout.scrolled;
    const most = region === undefined ? 0 : Math.max(0, region.contentHeight - region.height);
    this.scrollTop = Math.min(most, Math.max(0, this.scrollTop + pixels));
  }

  get scrolls(): boolean {
    const region = this.scene?.layout.scrolled;
    return region !== undefined && region.contentHeight > region.height;
  }

  /** Returns what a press takes hold of in the overview; undefined outside it. */
  grip(x: number, y: number): Grip | undefined {
    const { scene } = this;
    if (scene === undefined) return undefined;
    const { overview } = scene.layout;
    if (y > overview.top + overview.height) return undefined;
    return gripAt(scene.overview.view, x);
  }

  dragged(grip: Grip, x: number): Viewport {
    const { scene } = this;
    if (scene === undefined) return this.viewport;
    return dragView(grip, scene.scale, scene.overview.scale, x, scene.extent);
  }

  /** Chooses the next task in a direction; the viewport that shows it. */
  step(direction: Step): Viewport {
    const { scene, track } = this;
    if (scene === undefined || track === undefined) return this.viewport;
    const lanes = lanesOf(scene).map((lane) => lane.track.worker);
    const middle = nsAt(scene.scale, (scene.scale.x0 + scene.scale.x1) / 2);
    this.#slowest = undefined;
    return this.#choose(stepTask(track, lanes, this.chosen, direction, middle));
  }

  /** Chooses the trial's slowest task, and the next slower ones after it; the viewport that shows it. */
  slowest(): Viewport {
    const { track } = this;
    this.#slowest = track === undefined ? undefined : slowestTask(track, this.#slowest);
    return this.#choose(this.#slowest);
  }

  /** Chooses the task under a point, or none. */
  pick(x: number, y: number): void {
    this.chosen = this.scene === undefined ? undefined : taskAt(this.scene, x, y);
    this.#slowest = undefined;
  }

  /** Whether a press there begins a frame around lanes. */
  isOnLanes(x: number, y: number): boolean {
    const { scene } = this;
    if (scene === undefined) return false;
    return x >= scene.scale.x0 && x <= scene.scale.x1 && regionAt(scene, y) !== undefined;
  }

  /** Puts the frame around what lies between two points: the time between, and the lanes that it touches. */
  frame(from: Point, to: Point): void {
    const { scene } = this;
    if (scene === undefined) return;
    const within = (x: number): number => Math.min(scene.scale.x1, Math.max(scene.scale.x0, x));
    const [x0, x1] = [within(Math.min(from.x, to.x)), within(Math.max(from.x, to.x))];
    const [y0, y1] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
    const workers = lanesOf(scene)
      .filter(({ band }) => band.top <= y1 && band.top + band.height >= y0)
      .map(({ track }) => track.worker);
    this.area = { fromNs: nsAt(scene.scale, x0), toNs: nsAt(scene.scale, x1), workers };
    this.pointer = undefined;
  }

  /** Puts the frame around the chosen task, or takes one more task or lane into it. */
  extend(direction: Step): Viewport {
    const { scene, track, chosen } = this;
    if (scene === undefined || track === undefined || chosen === undefined) return this.viewport;
    const spans = track.workers[chosen.worker]?.spans;
    if (spans === undefined) return this.viewport;
    const begun = this.area ?? {
      fromNs: spans.at('startNs', chosen.index),
      toNs: spans.at('endNs', chosen.index),
      workers: [chosen.worker],
    };
    const view = this.step(direction);
    const ref = this.chosen;
    const ends = ref === undefined ? undefined : track.workers[ref.worker]?.spans;
    if (ref === undefined || ends === undefined) return view;
    const lanes = lanesOf(scene).map((lane) => lane.track.worker);
    this.area = {
      fromNs: Math.min(begun.fromNs, ends.at('startNs', ref.index)),
      toNs: Math.max(begun.toNs, ends.at('endNs', ref.index)),
      workers: lanes.filter((worker) => worker === ref.worker || begun.workers.includes(worker)),
    };
    return view;
  }

  /** Marks where the pointer is, or where the chosen task begins; a third mark begins anew. */
  mark(): void {
    const { scene, pointer, chosen, track } = this;
    if (scene === undefined) return;
    const spans = chosen === undefined ? undefined : track?.workers[chosen.worker]?.spans;
    const at =
      pointer === undefined
        ? spans?.at('startNs', chosen?.index ?? 0)
        : nsAt(scene.scale, Math.min(scene.scale.x1, Math.max(scene.scale.x0, pointer.x)));
    if (at === undefined) return;
    this.markers = this.markers.length >= 2 ? [at] : [...this.markers, at];
  }

  /** Takes frame and marks away. */
  unmark(): void {
    this.area = undefined;
    this.markers = [];
  }

  #choose(ref: SpanRef | undefined): Viewport {
    const { scene } = this;
    this.chosen = ref;
    this.pointer = undefined;
    this.hovered = undefined;
    const spans = ref === undefined ? undefined : this.track?.workers[ref.worker]?.spans;
    if (scene === undefined || ref === undefined || spans === undefined) return this.viewport;
    this.#scrollTo(scene, ref.worker);
    const [from, to] = [spans.at('startNs', ref.index), spans.at('endNs', ref.index)];
    if (from >= scene.scale.fromNs && to <= scene.scale.toNs) return this.viewport;
    return revealSpan(scene.scale, scene.extent, from, to);
  }

  #scrollTo(scene: Scene, worker: number): void {
    const head = laneHeads(scene).find(({ id }) => id === `worker-${worker}`);
    if (head !== undefined) this.#reveal(scene, head);
  }

  /** Scrolls the lanes until a head is in view. */
  #reveal(scene: Scene, { region, band, id }: LaneHead): void {
    if (region !== 'scrolled' || id === 'cores' || id === 'workers') return;
    const { top, height } = scene.layout.scrolled;
    const above = top + headHeight - band.top;
    const below = band.top + band.height - (top + height);
    if (above > 0) this.scrollBy(-above);
    else if (below > 0) this.scrollBy(Math.min(below, -above));
  }

  /** The head under a point; undefined outside of the lanes. */
  headAt({ x, y }: Point): LaneHead | undefined {
    return this.scene === undefined ? undefined : headAt(this.scene, x, y);
  }

  /** The head that keys speak of: under the pointer, else the one led to last, else that of the chosen task. */
  currentHead(): LaneHead | undefined {
    const { scene, pointer, chosen } = this;
    if (scene === undefined) return undefined;
    const pointed = pointer === undefined ? undefined : headAt(scene, pointer.x, pointer.y);
    const of = (id: LaneId | undefined): LaneHead | undefined =>
      laneHeads(scene).find((head) => head.id === id);
    const worker: LaneId | undefined = chosen === undefined ? undefined : `worker-${chosen.worker}`;
    return pointed ?? of(this.head) ?? of(worker);
  }

  /** Leads to a head so many further down, or up; to the first where none was led to. */
  stepHead(by: number): void {
    const { scene } = this;
    if (scene === undefined) return;
    const heads = laneHeads(scene);
    const at = heads.findIndex(({ id }) => id === this.head);
    const next = heads[at < 0 ? 0 : Math.min(heads.length - 1, Math.max(0, at + by))];
    this.head = next?.id;
    if (next !== undefined) this.#reveal(scene, next);
  }

  /** A lane is about to go: its neighbour is led to in its place. */
  leaveHead(id: LaneId): void {
    if (this.head !== id || this.scene === undefined) return;
    const heads = laneHeads(this.scene);
    const at = heads.findIndex((head) => head.id === id);
    this.head = (heads[at + 1] ?? heads[at - 1])?.id;
  }
}

const lanesOf = (scene: Scene): readonly WorkerLaneScene[] =>
  scene.groups.flatMap((group) => group.lanes);
