// Finds which part of a picture is to be drawn anew while a trial goes on: pixels that stand are not drawn again.
import type { Band } from '../scene/layout';
import { heapTop, type Columns, type Scene } from '../scene/scene';
import { xOf } from '../scene/time-scale';

/** Left and right of the clock's line its badge, and figures at the newest reading, reach no further. */
const reach = 64;
/** Once in so long everything is drawn, with what stands elsewhere: overview, scales, figures. */
const wholeEveryMs = 2000;

interface Drawn {
  readonly frame: string;
  readonly nowNs: number;
  readonly atMs: number;
}

/** What of a scene is not a function of time alone: where it changes, everything is drawn. */
function frameOf({ layout, scale, extent, loop, memory, looks, ...rest }: Scene): string {
  const { width, height, coreSection, memory: memoryBand, loop: loopBand } = layout;
  const heightOf = ({ band }: { readonly band: Band }): number => band.height;
  return [
    [width, height, coreSection.top, memoryBand.top, loopBand.top, layout.scrolled.top],
    rest.groups.map(({ id, fold, lanes }) => [
      [id, fold?.band.top],
      lanes.map((lane) => `${lane.track.worker} ${heightOf(lane)}`),
    ]),
    [rest.coreForm, rest.coreStrip?.band.top],
    rest.cores.map((lane) => `${lane.core} ${heightOf(lane)}`),
    [scale.fromNs, scale.toNs, extent.live],
    [loop.topNs, memory.ticks.at(-1), memory.pids.length, heapTop({ groups: rest.groups })],
    looks.map(({ name, tint }) => `${name} ${tint}`),
    rest.groups.map(({ host }) => host?.pid),
    [rest.marked?.worker, rest.marked?.index, rest.hoverX],
    rest.startUp?.goNs,
  ].join(';');
}

/** Remembers what was drawn last. */
export class LiveEdge {
  #drawn: Drawn | undefined;
  #freshFromNs = Number.POSITIVE_INFINITY;

  /** More is known of the time from `fromNs` on. */
  freshen(fromNs: number): void {
    this.#freshFromNs = Math.min(this.#freshFromNs, fromNs);
  }

  /** The picture is to be drawn whole next. */
  forget(): void {
    this.#drawn = undefined;
  }

  /**
   * The part to draw; undefined for all of it.
   * @param trial what is shown
   * @param nowMs on any monotonic clock
   */
  next(scene: Scene, trial: number, nowMs: number): Columns | undefined {
    const before = this.#drawn;
    const frame = `${trial};${frameOf(scene)}`;
    const { nowNs } = scene.extent;
    const fromNs = this.#freshFromNs;
    this.#freshFromNs = Number.POSITIVE_INFINITY;
    if (before?.frame !== frame || nowMs - before.atMs >= wholeEveryMs || !scene.extent.live) {
      this.#drawn = { frame, nowNs, atMs: nowMs };
      return undefined;
    }
    this.#drawn = { ...before, nowNs };
    const { scale, layout } = scene;
    const first = Math.min(xOf(scale, fromNs) - 2, xOf(scale, before.nowNs) - reach);
    const x0 = Math.max(layout.plotLeft, Math.floor(first));
    const x1 = Math.min(layout.width, Math.ceil(xOf(scale, nowNs) + reach));
    return { x0, x1: Math.max(x0, x1) };
  }
}
