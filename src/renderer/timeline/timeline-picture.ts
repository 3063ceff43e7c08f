// Holds what a timeline shows and where: the state behind the canvas, outside Vue. It builds a scene on demand and
// keeps the last one, for pointer and keys to ask.
import { extentOf } from './scene/extent';
import { slowestTask, stepTask, taskAt, type Step } from './scene/hit';
import type { LaneOrder } from './scene/lane-order';
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
import type { TimelineBuffer } from '../model/timeline-buffer';
import type { TrialTrack } from '../model/tracks';

/** Where no sampling rate is known. */
const usualSampleNs = 20e6;

export class TimelinePicture {
  readonly buffer: TimelineBuffer;
  trial: number | undefined;
  order: LaneOrder = 'worker';
  viewport: Viewport = { kind: 'follow' };
  expectedNs: number | undefined;
  /** Follow by half pages instead of scrolling. */
  paged = false;
  scrollTop = 0;
  /** Where the pointer rests on the canvas; what lies under it is found anew in every picture. */
  pointer: { readonly x: number; readonly y: number } | undefined;
  /** The task under the pointer, or else the one chosen by keys. */
  hovered: SpanRef | undefined;
  chosen: SpanRef | undefined;
  scene: Scene | undefined;

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
      window: visibleWindow(this.viewport, extent, span, this.paged),
      width,
      height,
      scrollTop: this.scrollTop,
      order: this.order,
    });
    const { pointer } = this;
    this.hovered = pointer === undefined ? undefined : taskAt(scene, pointer.x, pointer.y);
    this.scene = { ...scene, hoverX: pointer?.x, marked: this.marked };
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
    return this.#choose(stepTask(track, lanes, this.chosen, direction, middle));
  }

  /** Chooses the trial's slowest task; the viewport that shows it. */
  slowest(): Viewport {
    return this.#choose(this.track === undefined ? undefined : slowestTask(this.track));
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
    const band = lanesOf(scene).find((lane) => lane.track.worker === worker)?.band;
    if (band === undefined) return;
    const { top, height } = scene.layout.scrolled;
    const above = top + headHeight - band.top;
    const below = band.top + band.height - (top + height);
    if (above > 0) this.scrollBy(-above);
    else if (below > 0) this.scrollBy(below);
  }
}

const lanesOf = (scene: Scene): readonly WorkerLaneScene[] =>
  scene.groups.flatMap((group) => group.lanes);
