// The strip of a run's trials.
import { isPython } from '@shared/experiment/strategies';
import type { Strip, StripBar } from '../scene/trial-strip';
import { crisp, hatch, outline, stripePitch, upright, type Surface } from '../../canvas/pen';
import type { CanvasTheme } from '../../canvas/theme';

export const stripHeight = 42;
const floor = 36;
const heights = { done: 22, failed: 22, stopped: 22, now: 30, coming: 8 } as const;

/**
 * Draws the strip.
 * @param looking the trial that is looked at, if it is not the one under way
 */
export function drawStrip(
  ctx: Surface,
  strip: Strip,
  width: number,
  looking: number | undefined,
  theme: CanvasTheme,
): void {
  ctx.fillStyle = theme.ground;
  ctx.fillRect(0, 0, width, stripHeight);
  for (const x of strip.rounds) upright(ctx, x - 1, 0, 4, theme.ink3);
  for (const bar of strip.bars) drawBar(ctx, bar, theme);
  for (const bar of strip.bars) {
    const marked = looking === undefined ? bar.state === 'now' : bar.trial === looking;
    if (!marked) continue;
    ctx.fillStyle = theme.ink;
    const barWidth = Math.max(4, bar.x1 - bar.x0 + 2);
    ctx.fillRect((bar.x0 + bar.x1 - barWidth) / 2, floor + 2, barWidth, 3);
  }
}

function drawBar(ctx: Surface, bar: StripBar, theme: CanvasTheme): void {
  const height = heights[bar.state];
  const box = {
    x: bar.x0,
    y: floor - height,
    width: Math.max(0.5, bar.x1 - bar.x0),
    height,
  };
  const hue = theme.tint(bar.strategy, 0);
  const canOutline = box.width >= 4;
  if (bar.empty && canOutline && bar.state !== 'failed') {
    outline(ctx, box, bar.state === 'coming' ? theme.faint(bar.strategy, 0) : hue);
  } else if (bar.state === 'coming') {
    ctx.fillStyle = theme.faint(bar.strategy, 0);
    ctx.fillRect(box.x, box.y, box.width, box.height);
  } else if (bar.state === 'failed') {
    if (!canOutline) {
      ctx.fillStyle = theme.signal;
      ctx.fillRect(box.x, box.y, box.width, box.height);
      return;
    }
    outline(ctx, box, theme.signal, [2, 2]);
    drawCross(
      ctx,
      box.x + box.width / 2,
      box.y + height / 2,
      Math.min(3, box.width / 2 - 1),
      theme,
    );
  } else if (canOutline && (bar.state === 'stopped' || (bar.warmup && bar.state === 'done'))) {
    ctx.globalAlpha = 0.3;
    ctx.fillStyle = hue;
    if (bar.state !== 'stopped') ctx.fillRect(box.x, box.y, box.width, box.height);
    ctx.globalAlpha = 1;
    outline(ctx, box, hue);
  } else {
    ctx.fillStyle = hue;
    ctx.fillRect(box.x, box.y, box.width, box.height);
    // On a bar no wider than a stripe is apart, stripes look like gaps.
    if (canOutline && isPython(bar.strategy)) hatch(ctx, [box], theme.ground, stripePitch);
  }
}

function drawCross(ctx: Surface, x: number, y: number, reach: number, theme: CanvasTheme): void {
  ctx.strokeStyle = theme.signal;
  ctx.lineWidth = 1;
  ctx.beginPath();
  const [left, right] = [crisp(x - reach), crisp(x + reach)];
  ctx.moveTo(left, y - reach);
  ctx.lineTo(right, y + reach);
  ctx.moveTo(right, y - reach);
  ctx.lineTo(left, y + reach);
  ctx.stroke();
}
