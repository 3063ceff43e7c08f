// Draws the lanes of the cores: one cell per sample, as tall as the core was busy, in the tint of the worker on it.
import type { CoreLaneScene, Scene } from '../scene/scene';
import type { CoreStretch } from '../scene/core-lane';
import type { WorkerLook } from '../scene/worker-look';
import { bar, dashedLine, label, rule, upright, write, type Surface } from '../../canvas/pen';
import { fonts, type CanvasTheme } from '../../canvas/theme';

const dashes = [3, 2];
/** From this width on, the samples of a stretch are distinguished. */
const seamFrom = 8;

/** Draws the lanes of all cores that are in view. */
export function drawCores(ctx: Surface, scene: Scene, theme: CanvasTheme): void {
  const { plotLeft, plotRight } = scene.layout;
  for (const lane of scene.cores) {
    if (lane.cells !== undefined) continue;
    const { top, height } = lane.band;
    rule(ctx, plotLeft, plotRight, top + height - 1, theme.grid);
    if (scene.strip === undefined && (height >= 10 || lane.kernelId % 8 === 0)) {
      write(ctx, String(lane.kernelId), plotLeft - 12, top + height / 2, {
        font: fonts.id,
        colour: theme.ink3,
        align: 'right',
      });
    }
    for (const stretch of lane.stretches) {
      drawStretch(ctx, stretch, lane, scene.looks[stretch.by], theme);
    }
  }
}

function drawStretch(
  ctx: Surface,
  stretch: CoreStretch,
  { band }: CoreLaneScene,
  look: WorkerLook | undefined,
  theme: CanvasTheme,
): void {
  const fill = look === undefined ? theme.others : theme.tint(look.strategy, look.tint);
  const full = band.height - 1;
  const floor = band.top + full;
  let least = full;
  for (const step of stretch.steps) {
    const high = Math.max(1, Math.round(step.high * full));
    const low = Math.round(step.low * full);
    least = Math.min(least, high);
    ctx.fillStyle = fill;
    if (high > low) {
      ctx.globalAlpha = step.high === step.low ? 1 : 0.5;
      bar(ctx, step.x0, step.x1, floor - high, high - low);
      ctx.globalAlpha = 1;
    }
    if (low > 0) bar(ctx, step.x0, step.x1, floor - low, low);
    if (look === undefined) {
      ctx.fillStyle = theme.ink3;
      bar(ctx, step.x0, step.x1, floor - high, 1);
    }
  }
  drawSeams(ctx, stretch, floor - full, floor, theme);
  if (look === undefined || band.height < 10) return;
  const box = {
    x: stretch.x0,
    y: floor - least,
    width: stretch.x1 - stretch.x0 - 1,
    height: least,
  };
  const text = theme.textOn(fill);
  const labelEnd = label(ctx, look.name, box, fonts.id, text);
  drawTexture(ctx, look, (labelEnd ?? stretch.x0) + 3, stretch.x1 - 3, floor - 2, text);
}

/** Samples of one worker are distinguished by a faint seam; where the worker changed there's a gap. */
function drawSeams(
  ctx: Surface,
  { steps, x1 }: CoreStretch,
  y0: number,
  y1: number,
  theme: CanvasTheme,
): void {
  const [first] = steps;
  if (first !== undefined && first.x1 - first.x0 >= seamFrom) {
    ctx.globalAlpha = 0.3;
    for (const step of steps.slice(1)) upright(ctx, step.x0, y0, y1, theme.ground);
    ctx.globalAlpha = 1;
  }
  if (x1 - (first?.x0 ?? x1) >= 3) upright(ctx, x1 - 1, y0, y1, theme.ground);
}

/** The foot line that distinguishes a process's threads. */
export function drawTexture(
  ctx: Surface,
  { texture }: WorkerLook,
  x0: number,
  x1: number,
  y: number,
  colour: string,
): void {
  if (texture === 'none' || x1 - x0 < 4) return;
  if (texture === 'solid') rule(ctx, x0, x1, y, colour);
  else dashedLine(ctx, [x0, y + 0.5], [x1, y + 0.5], colour, dashes);
}
