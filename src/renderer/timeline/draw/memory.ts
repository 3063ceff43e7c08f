// Memory: private parts stacked by process over the shared part, which is hatched and counted once.
import { message } from '@present/messages/message';
import { groupDigits } from '@present/locale/format';
import { isPython } from '@shared/experiment/strategies';
import type { Scene } from '../scene/scene';
import type { MemoryStep } from '../scene/memory-lane';
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
/** Nearer than this, labels of the scale would lie over one another. */
const minLabelGap = 13;

const megabytes = (bytes: number): string => groupDigits(bytes / 1e6);

/** Draws the steps, a dot where each reading was taken, and the scale. */
export function drawMemory(ctx: Surface, scene: Scene, theme: CanvasTheme): void {
  const { memory, layout, scale } = scene;
  const { plot } = layout.memory;
  const floor = plot.top + plot.height;
  const top = memory.ticks.at(-1) ?? 0;
  rule(ctx, scale.x0, scale.x1, floor, theme.line);
  if (top <= 0) return;
  const yOf = (bytes: number): number => floor - (bytes / top) * plot.height;
  const last = memory.ticks.length - 1;
  const room = plot.height / last >= minLabelGap;
  memory.ticks.forEach((bytes, index) => {
    const y = yOf(bytes);
    if (index > 0) rule(ctx, scale.x0, scale.x1, y, theme.grid);
    if (!room && index > 0 && index < last) return;
    const unit = index === last ? ' MB' : '';
    write(ctx, `${megabytes(bytes)}${unit}`, scale.x0 - 12, index === 0 ? floor - 3 : y, {
      font: fonts.id,
      colour: theme.ink3,
      align: 'right',
    });
  });
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
  let lastDot = Number.NEGATIVE_INFINITY;
  for (const { dotX, totalBytes } of memory.steps) {
    if (dotX === undefined || dotX - lastDot < minDotGap) continue;
    lastDot = dotX;
    ctx.fillStyle = theme.ink;
    ctx.beginPath();
    ctx.arc(dotX, yOf(totalBytes), 2.5, 0, 2 * Math.PI);
    ctx.fill();
  }
  drawNames(ctx, scene, yOf, theme);
}

function drawStack(
  ctx: Surface,
  step: MemoryStep,
  scene: Scene,
  yOf: (bytes: number) => number,
  theme: CanvasTheme,
): void {
  let below = step.sharedBytes;
  step.privates.forEach((bytes, index) => {
    if (bytes <= 0) return;
    const y = yOf(below + bytes);
    const height = yOf(below) - y;
    const host = scene.memoryHosts[index];
    ctx.fillStyle = host === undefined ? theme.neutral : theme.tint(scene.cell.strategy, host);
    bar(ctx, step.x0, step.x1, y, height);
    if (height > 3)
      rule(ctx, Math.round(step.x0), Math.round(step.x1), yOf(below) - 1, theme.ground);
    below += bytes;
  });
}

/** Names and figures: the parts at the left, the sum at the right of the last reading. */
function drawNames(
  ctx: Surface,
  scene: Scene,
  yOf: (bytes: number) => number,
  theme: CanvasTheme,
): void {
  const { steps } = scene.memory;
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return;
  const style = { font: fonts.note, colour: theme.ink, rim: theme.ground };
  const name = (text: string, fromBytes: number, toBytes: number): void => {
    const [y0, y1] = [yOf(fromBytes), yOf(toBytes)];
    const fits = last.x1 - first.x0 >= textWidth(ctx, text, fonts.note) + 16;
    if (y0 - y1 >= 16 && fits) write(ctx, text, first.x0 + 8, (y0 + y1) / 2, style);
  };
  name(message('timeline-shared', { size: megabytes(first.sharedBytes) }), 0, first.sharedBytes);
  name(
    message('timeline-private', { size: megabytes(first.privateBytes) }),
    first.sharedBytes,
    first.totalBytes,
  );
  const sum = megabytes(last.totalBytes);
  const fits = last.x1 + 8 + textWidth(ctx, sum, fonts.figure) <= scene.layout.width;
  const figure = { font: fonts.figure, colour: theme.ink, rim: theme.ground } as const;
  if (fits) write(ctx, sum, last.x1 + 6, yOf(last.totalBytes), figure);
  else write(ctx, sum, last.x1 - 6, yOf(last.totalBytes) - 10, { ...figure, align: 'right' });
}
