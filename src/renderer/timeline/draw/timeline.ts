// One picture of a trial: axis, cores, workers, loop delay and memory, in that order.
import { formatNumber, withUnit } from '@present/locale/format';
import { message } from '@present/messages/message';
import { barBox } from '../../canvas/bar-box';
import type { Scene, WorkerLaneScene } from '../scene/scene';
import { caretX, headHeight, type Band, type FootLayout, type Section } from '../scene/layout';
import { isDense } from '../scene/concurrency';
import { clampedX, xOf } from '../scene/time-scale';
import { drawAxis, drawNow, drawOverview } from './axis';
import { drawArea, drawMarkers } from './area';
import { drawCores } from './cores';
import { drawHeaps } from './heaps';
import { drawLoop } from './loop';
import { drawMemory } from './memory';
import { drawCoreStrip, drawHeat } from './strips';
import { drawWorkers } from './workers';
import { caret, dashedLine, rule, textWidth, write, type Surface } from '../../canvas/pen';
import { fonts, type CanvasTheme } from '../../canvas/theme';

/** Draws a scene, or its strip, on a surface whose unit is the CSS pixel. */
export function drawTimeline(ctx: Surface, scene: Scene, theme: CanvasTheme): void {
  const { layout, strip } = scene;
  ctx.fillStyle = theme.ground;
  if (strip === undefined) {
    ctx.fillRect(0, 0, layout.width, layout.height);
    drawOverview(ctx, scene, theme);
    drawLanes(ctx, scene, theme);
    inBand(ctx, scene, scene.layout.scrolled, () => drawLaneHeads(ctx, scene, theme));
    drawScrollMark(ctx, scene, theme);
    drawFixedHeads(ctx, scene, theme);
    return;
  }
  const { top } = layout.axis;
  const width = strip.x1 - strip.x0;
  ctx.save();
  ctx.beginPath();
  ctx.rect(strip.x0, top, width, layout.height - top);
  ctx.clip();
  ctx.fillRect(strip.x0, top, width, layout.height - top);
  drawLanes(ctx, scene, theme);
  inBand(ctx, scene, layout.scrolled, () => drawLaneHeads(ctx, scene, theme));
  drawFixedHeads(ctx, scene, theme);
  ctx.restore();
}

/** The axis and everything that time runs through. */
function drawLanes(ctx: Surface, scene: Scene, theme: CanvasTheme): void {
  const { layout } = scene;
  drawAxis(ctx, scene, theme);
  inBand(ctx, scene, layout.pinned, () => drawPart(ctx, partOf(scene, true), theme));
  inBand(ctx, scene, layout.scrolled, () => {
    drawPart(ctx, partOf(scene, false), theme);
    drawCoreStrip(ctx, scene, theme);
    if (layout.workerSection.height > 0) {
      rule(ctx, 0, layout.width, layout.workerSection.top, theme.hair);
    }
  });
  if (layout.pinned.height > 0) {
    rule(ctx, 0, layout.width, layout.scrolled.top - 1, theme.line);
  }
  if (layout.loop.height > 0) rule(ctx, 0, layout.width, layout.loop.top, theme.hair);
  if (layout.memory.height > 0) rule(ctx, 0, layout.width, layout.memory.top, theme.hair);
  const nowX = xOf(scene.scale, scene.extent.nowNs);
  const place = { x0: layout.plotLeft, x1: layout.plotRight, nowX };
  const { plot, low, height: loopHeight } = layout.loop;
  if (loopHeight > 0) drawLoop(ctx, scene.loop, { ...place, plot, low }, theme);
  if (layout.memory.height > 0) drawMemory(ctx, scene, theme);
  drawHover(ctx, scene, theme);
  drawMarkers(ctx, scene, theme);
  drawNow(ctx, scene, theme);
}

/** The pinned lanes of a scene, or those that scroll. */
function partOf(scene: Scene, isPinned: boolean): Scene {
  return {
    ...scene,
    cores: scene.cores.filter(({ pinned }) => pinned === isPinned),
    groups: scene.groups.filter(({ pinned }) => pinned === isPinned),
  };
}

function drawPart(ctx: Surface, part: Scene, theme: CanvasTheme): void {
  drawHeat(ctx, part, theme);
  drawCores(ctx, part, theme);
  drawWorkers(ctx, part, theme);
  drawHeaps(ctx, part, theme);
  drawMarked(ctx, part, theme);
  drawArea(ctx, part, theme);
}

/** Nothing of what scrolls shows outside its part, nor of what is pinned. */
function inBand(ctx: Surface, { layout }: Scene, { top, height }: Band, draw: () => void): void {
  if (height <= 0) return;
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, top, layout.width, height);
  ctx.clip();
  draw();
  ctx.restore();
}

/** Where not all lanes fit, a mark at the right edge says which part is in view. */
function drawScrollMark(ctx: Surface, { layout }: Scene, theme: CanvasTheme): void {
  const { top, height, contentHeight } = layout.scrolled;
  if (contentHeight <= height) return;
  const share = height / contentHeight;
  const offset = (top - layout.coreSection.top) * share;
  ctx.fillStyle = theme.line;
  ctx.fillRect(layout.width - 5, top + offset + 1, 3, height * share - 2);
}

function drawLaneHeads(ctx: Surface, scene: Scene, theme: CanvasTheme): void {
  const { layout } = scene;
  const every = milliseconds(scene.sampleNs);
  const coresEvery = milliseconds(scene.coreSampleNs);
  const coreNote =
    coresEvery === undefined
      ? message('timeline-cores-unsampled')
      : message('timeline-cores-note', { every: coresEvery, form: scene.coreForm });
  const workerNote =
    every === undefined
      ? message('timeline-workers-unsampled')
      : message('timeline-workers-note', { every });
  const { coreSection, workerSection } = layout;
  if (coreSection.height > 0) {
    const fold = scene.coreForm === 'strip' ? 'closed' : 'open';
    drawHead(
      ctx,
      coreSection,
      { name: message('timeline-cores'), note: coreNote, fold },
      scene,
      theme,
    );
  }
  if (workerSection.height > 0) {
    const mixed = scene.groups.find(({ id, pinned }) => id === 'workers' && !pinned);
    const fold: Head['fold'] = mixed && (mixed.fold === undefined ? 'open' : 'closed');
    const head = { name: message('timeline-workers'), note: workerNote, fold };
    drawHead(ctx, workerSection, head, scene, theme);
  }
}

const milliseconds = (ns: number | undefined): string | undefined =>
  ns === undefined ? undefined : withUnit(formatNumber(Number((ns / 1e6).toPrecision(3))), 'ms');

interface Head {
  readonly name: string;
  readonly note: string;
  /** Absent where it can't be folded. */
  readonly fold: 'open' | 'closed' | undefined;
}

function drawHead(
  ctx: Surface,
  section: Section,
  head: Head,
  scene: Scene,
  theme: CanvasTheme,
): void {
  const { width } = scene.layout;
  if (section.headTop !== section.top) {
    ctx.fillStyle = theme.ground;
    ctx.fillRect(0, section.headTop, width, headHeight);
  }
  writeHead(ctx, section.headTop + 13, head, scene, theme);
}

function writeHead(
  ctx: Surface,
  y: number,
  { name, note, fold }: Head,
  { layout, strip }: Scene,
  theme: CanvasTheme,
): void {
  const left = layout.plotLeft - 116;
  if (fold !== undefined && strip === undefined) {
    caret(ctx, caretX, y - 1, fold === 'open', theme.ink3);
  }
  write(ctx, name, left, y, { font: fonts.head, colour: theme.ink });
  const room = layout.plotRight - left - textWidth(ctx, name, fonts.head) - 24;
  if (textWidth(ctx, note, fonts.note) > room) return;
  const style = {
    font: fonts.note,
    colour: theme.ink3,
    align: 'right',
    rim: theme.ground,
  } as const;
  write(ctx, note, layout.plotRight, y, style);
}

function drawFixedHeads(ctx: Surface, scene: Scene, theme: CanvasTheme): void {
  const { loop, memory } = scene.layout;
  const loopNote = message('timeline-loop-note');
  writeFixed(ctx, loop, message('timeline-loop'), loopNote, scene, theme);
  writeFixed(ctx, memory, message('timeline-memory'), memoryNote(scene), scene, theme);
}

/** The head of a lane at the foot: without its note where the lane is only a strip. */
function writeFixed(
  ctx: Surface,
  { top, height, low }: FootLayout,
  name: string,
  note: string,
  scene: Scene,
  theme: CanvasTheme,
): void {
  if (height === 0) return;
  const head: Head = { name, note: low ? '' : note, fold: low ? 'closed' : 'open' };
  writeHead(ctx, top + 13, head, scene, theme);
}

/** What the memory is read from, and how often; PSS alone where no resident size was sampled. */
function memoryNote({ coreSampleNs, memorySampleNs, memory }: Scene): string {
  const exact = milliseconds(memorySampleNs);
  if (exact === undefined) return message('timeline-memory-end');
  const every = milliseconds(coreSampleNs);
  if (every === undefined || !memory.isSampled) return message('timeline-memory-exact', { exact });
  return message('timeline-memory-note', { every, exact });
}

/** The task under the pointer or chosen by the keyboard. */
function drawMarked(ctx: Surface, scene: Scene, theme: CanvasTheme): void {
  const { marked } = scene;
  if (marked === undefined) return;
  for (const lane of scene.groups.flatMap((group) => group.lanes)) {
    if (lane.track.worker !== marked.worker) continue;
    if (isDense(lane.track)) {
      markInFlight(ctx, lane, marked.index, scene, theme);
      return;
    }
    const bar = lane.bars.find(
      ({ index, count }) => index <= marked.index && marked.index < index + count,
    );
    if (bar === undefined) return;
    const box = barBox(bar, lane);
    ctx.strokeStyle = theme.ink;
    ctx.lineWidth = 2;
    ctx.strokeRect(box.x, box.y, Math.max(2, box.width), box.height);
  }
}

/** A task among many in flight has no bar of its own: its time is framed. */
function markInFlight(
  ctx: Surface,
  { track, band }: WorkerLaneScene,
  index: number,
  { scale }: Scene,
  theme: CanvasTheme,
): void {
  const x = clampedX(scale, track.spans.at('startNs', index));
  const width = clampedX(scale, track.spans.at('endNs', index)) - x;
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = 2;
  ctx.strokeRect(x, band.top, Math.max(2, width), band.spanHeight);
}

function drawHover(ctx: Surface, { hoverX, layout }: Scene, theme: CanvasTheme): void {
  if (hoverX === undefined || hoverX < layout.plotLeft || hoverX > layout.plotRight) return;
  const x = Math.round(hoverX) + 0.5;
  dashedLine(ctx, [x, layout.pinned.top], [x, layout.height], theme.ink2, [1, 3]);
}
