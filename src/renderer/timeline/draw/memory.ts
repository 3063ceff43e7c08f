// Memory: private parts stacked by process over the shared part, which is hatched and counted once. Exact readings are
// dots; the line along the top is RSS less what is shared.
import { message } from '@present/messages/message';
import { groupDigits } from '@present/locale/format';
import { isPython } from '@shared/experiment/strategies';
import type { Scene } from '../scene/scene';
import type { MemoryStep } from '../scene/memory-lane';
import { xOf } from '../scene/time-scale';
import {
  bar,
  hatch,
  rule,
  stripePitch,
  textWidth,
  write,
  type Box,
  type Surface,
} from '../../canvas/pen';
import { fonts, type CanvasTheme } from '../../canvas/theme';

/** Nearer than this, dots hide what they mark. */
const minDotGap = 6;
/** A part that is lower has no dot of its own. */
const minDotPart = 6;
/** Nearer than this, labels of the scale would lie over one another. */
const minLabelGap = 13;
const dash = [3, 3];
/** Between the dots of what is not known. */
const unknownPitch = 6;

const megabytes = (bytes: number): string => groupDigits(bytes / 1e6);

type YOf = (bytes: number) => number;

/** Draws the stack, its top, a dot where each exact reading was taken, and the scale. */
export function drawMemory(ctx: Surface, scene: Scene, theme: CanvasTheme): void {
  const { memory, layout, scale } = scene;
  const { plot } = layout.memory;
  const floor = plot.top + plot.height;
  const top = memory.ticks.at(-1) ?? 0;
  rule(ctx, scale.x0, scale.x1, floor, theme.line);
  if (top <= 0) return;
  const yOf: YOf = (bytes) => floor - (bytes / top) * plot.height;
  if (!layout.memory.low) drawScale(ctx, scene, yOf, theme);
  drawUnread(ctx, scene, theme);
  const shared = memory.steps.map((step): Box => {
    const y = yOf(step.sharedBytes);
    return { x: step.x0, y, width: step.x1 - step.x0, height: floor - y };
  });
  hatch(ctx, shared, theme.ink3, 5);
  for (const step of memory.steps) drawStack(ctx, step, scene, yOf, theme);
  if (isPython(scene.cell.strategy)) {
    const own = memory.steps.map((step): Box => {
      const y = yOf(step.totalBytes);
      return { x: step.x0, y, width: step.x1 - step.x0, height: yOf(step.sharedBytes) - y };
    });
    hatch(ctx, own, theme.ground, stripePitch);
  }
  drawTop(ctx, memory.steps, yOf, theme);
  if (layout.memory.low) return;
  drawDots(ctx, scene, yOf, theme);
  drawNames(ctx, scene, yOf, theme);
}

/** Labels only where they fit: else the ends, else the top alone. */
function drawScale(
  ctx: Surface,
  { memory, layout, scale }: Scene,
  yOf: YOf,
  theme: CanvasTheme,
): void {
  const { plot } = layout.memory;
  const last = memory.ticks.length - 1;
  const room = plot.height / last >= minLabelGap;
  const ends = plot.height >= minLabelGap + 3;
  memory.ticks.forEach((bytes, index) => {
    const y = yOf(bytes);
    if (index > 0) rule(ctx, scale.x0, scale.x1, y, theme.grid);
    if (index < last && !(room || (ends && index === 0))) return;
    const unit = index === last ? ' MB' : '';
    write(ctx, `${megabytes(bytes)}${unit}`, scale.x0 - 12, index === 0 ? y - 3 : y, {
      font: fonts.id,
      colour: theme.ink3,
      align: 'right',
    });
  });
}

/** From the trial's beginning until its processes are read first. */
function drawUnread(
  ctx: Surface,
  { memory, layout, scale, extent }: Scene,
  theme: CanvasTheme,
): void {
  const { top, height } = layout.memory.plot;
  const x = Math.max(scale.x0, xOf(scale, extent.decidedNs ?? extent.beginNs));
  const until = Math.min(scale.x1, memory.steps[0]?.x0 ?? xOf(scale, extent.nowNs));
  drawUnknown(ctx, { x, y: top, width: until - x, height }, theme);
}

/** Parts lower than a pixel are drawn as one with those above them, until there is one. */
function drawStack(
  ctx: Surface,
  step: MemoryStep,
  scene: Scene,
  yOf: YOf,
  theme: CanvasTheme,
): void {
  let [below, above] = [step.sharedBytes, step.sharedBytes];
  const last = step.privates.findLastIndex((bytes) => bytes > 0);
  step.privates.forEach((bytes, index) => {
    above += bytes;
    const height = yOf(below) - yOf(above);
    if (bytes <= 0 || (height < 1 && index !== last)) return;
    const host = scene.memoryHosts[index];
    ctx.fillStyle = host === undefined ? theme.neutral : theme.tint(scene.cell.strategy, host);
    bar(ctx, step.x0, step.x1, yOf(above), height);
    if (height > 3)
      rule(ctx, Math.round(step.x0), Math.round(step.x1), yOf(below) - 1, theme.ground);
    below = above;
  });
}

/** The sum of all; dashed where a process was not read exactly yet. */
function drawTop(ctx: Surface, steps: readonly MemoryStep[], yOf: YOf, theme: CanvasTheme): void {
  ctx.strokeStyle = theme.ink2;
  ctx.lineWidth = 1.25;
  for (const known of [true, false]) {
    ctx.setLineDash(known ? [] : dash);
    ctx.beginPath();
    let before: MemoryStep | undefined;
    for (const step of steps) {
      const y = yOf(step.totalBytes);
      if (step.known === known) {
        if (before === undefined || before.x1 < step.x0) ctx.moveTo(step.x0, y);
        else {
          ctx.moveTo(step.x0, yOf(before.totalBytes));
          ctx.lineTo(step.x0, y);
        }
        ctx.lineTo(step.x1, y);
      }
      before = step;
    }
    ctx.stroke();
  }
  ctx.setLineDash([]);
}

function drawDots(ctx: Surface, { memory }: Scene, yOf: YOf, theme: CanvasTheme): void {
  const lastX = new Map<number, number>();
  ctx.fillStyle = theme.ink;
  ctx.strokeStyle = theme.ground;
  ctx.lineWidth = 1;
  for (const { x, process, bytes, ownBytes, isTop } of memory.dots) {
    // Many parts that are too low for dots share those of the uppermost.
    const place = isTop ? -1 : process;
    if (x - (lastX.get(place) ?? -Infinity) < minDotGap) continue;
    if (!isTop && yOf(0) - yOf(ownBytes) < minDotPart) continue;
    lastX.set(place, x);
    ctx.beginPath();
    ctx.arc(x, yOf(bytes), 2.5, 0, 2 * Math.PI);
    ctx.fill();
    ctx.stroke();
  }
}

/** Names of the parts at the left, where they stay; the sum at the right of the last moment. */
function drawNames(ctx: Surface, scene: Scene, yOf: YOf, theme: CanvasTheme): void {
  const { steps } = scene.memory;
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return;
  const style = { font: fonts.note, colour: theme.ink, rim: theme.ground };
  const name = (text: string, fromBytes: number, toBytes: number): void => {
    const [y0, y1] = [yOf(fromBytes), yOf(toBytes)];
    const fits = last.x1 - first.x0 >= textWidth(ctx, text, fonts.note) + 16;
    if (y0 - y1 >= 16 && fits) write(ctx, text, first.x0 + 8, (y0 + y1) / 2, style);
  };
  name(message('timeline-shared'), 0, first.sharedBytes);
  name(message('timeline-private'), first.sharedBytes, first.totalBytes);
  const sum = megabytes(last.totalBytes);
  const fits = last.x1 + 8 + textWidth(ctx, sum, fonts.figure) <= scene.layout.width;
  const figure = { font: fonts.figure, colour: theme.ink, rim: theme.ground } as const;
  if (fits) write(ctx, sum, last.x1 + 6, yOf(last.totalBytes), figure);
  else write(ctx, sum, last.x1 - 6, yOf(last.totalBytes) - 10, { ...figure, align: 'right' });
}

/** Draws that nothing is known in a box: a dotted grid, and the words where they fit. */
function drawUnknown(ctx: Surface, box: Box, theme: CanvasTheme): void {
  const { x, y, width, height } = box;
  if (width < unknownPitch) return;
  ctx.fillStyle = theme.line;
  for (let row = y + height - unknownPitch; row > y; row -= unknownPitch) {
    for (let column = x + unknownPitch / 2; column < x + width; column += unknownPitch) {
      ctx.fillRect(Math.round(column), Math.round(row), 1, 1);
    }
  }
  const text = message('not-known');
  if (textWidth(ctx, text, fonts.note) + 16 > width || height < 16) return;
  const style = { font: fonts.note, colour: theme.ink3, rim: theme.ground } as const;
  write(ctx, text, x + 8, y + height / 2, style);
}
