// The one time axis: overview, ticks, the grid under every lane, and where the clock stands.
import { message } from '@present/messages/message';
import { timeFormat, niceStep } from '@present/scales/axis';
import { overviewPitch } from '../scene/overview';
import type { Scene } from '../scene/scene';
import { xOf } from '../scene/time-scale';
import { formatDuration } from '@present/locale/format';
import { outline, rule, textWidth, upright, write, type Surface } from '../../canvas/pen';
import { fonts, type CanvasTheme } from '../../canvas/theme';

const gripWidth = 5;
/** Room of the unit right of a tick's label. */
const unitRoom = 30;

/** The whole trial in one strip, with the part in view framed. */
export function drawOverview(ctx: Surface, scene: Scene, theme: CanvasTheme): void {
  const { overview, layout, cell } = scene;
  const { top, height } = layout.overview;
  const floor = top + height - 6;
  const full = height - 12;
  write(ctx, message('timeline-trial'), layout.plotLeft - 116, floor - full / 2, {
    font: fonts.note,
    colour: theme.ink3,
  });
  rule(ctx, layout.plotLeft, layout.plotRight, floor, theme.line);
  ctx.fillStyle = theme.faint(cell.strategy, 0);
  for (const { x, share } of overview.bars) {
    const barHeight = Math.max(1, share * full);
    ctx.fillRect(x, floor - barHeight, overviewPitch - 1, barHeight);
  }
  const { x0, x1 } = overview.view;
  outline(ctx, { x: x0, y: top + 2, width: x1 - x0, height: height - 5 }, theme.ink);
  writeExpectedEnd(ctx, scene, floor - full / 2, theme);
  ctx.fillStyle = theme.ink;
  for (const x of [x0, x1 - 1]) {
    ctx.fillRect(Math.round(x) - 2, Math.round(floor - full / 2 - 4), gripWidth, 8);
  }
}

/** Where the trial may end, if neither bars nor frame stand there. */
function writeExpectedEnd(ctx: Surface, scene: Scene, y: number, theme: CanvasTheme): void {
  const { overview, layout, extent, zeroNs } = scene;
  if (!extent.live || extent.expectedEndNs === undefined) return;
  const text = message('timeline-end', { time: formatDuration(extent.expectedEndNs - zeroNs) });
  const left = layout.plotRight - textWidth(ctx, text, fonts.note) - 8;
  if (Math.max(overview.view.x1, xOf(overview.scale, extent.nowNs)) > left) return;
  write(ctx, text, layout.plotRight, y, { font: fonts.note, colour: theme.ink3, align: 'right' });
}

/** Ticks and the vertical grid; the unit stands at the last tick. */
export function drawAxis(ctx: Surface, scene: Scene, theme: CanvasTheme): void {
  const { layout, scale, axis, strip = { x0: 0, x1: layout.width } } = scene;
  const { top, height } = layout.axis;
  const badge = nowBadge(ctx, scene);
  const bottom = top + height;
  const shown = axis.ticks.filter(({ at, label }) => {
    const half = textWidth(ctx, label, fonts.id) / 2 + 4;
    const x = xOf(scale, at);
    return badge === undefined || x + half < badge.x0 || x - half > badge.x1;
  });
  for (const { at } of axis.ticks) {
    upright(ctx, xOf(scale, at), bottom - 6, layout.height, theme.grid);
  }
  const lastBefore = shown.filter(({ at }) => xOf(scale, at) < layout.plotRight - 24).at(-1);
  for (const tick of shown) {
    const style = { font: fonts.id, colour: theme.ink3, align: 'center' } as const;
    const x = xOf(scale, tick.at);
    const width = textWidth(ctx, tick.label, fonts.id);
    if (x + width / 2 + unitRoom < strip.x0 || x - width / 2 > strip.x1) continue;
    if (x + width / 2 > layout.width) continue;
    write(ctx, tick.label, x, top + height / 2 - 2, style);
    if (tick !== lastBefore) continue;
    const unitX = x + width / 2 + 4;
    if (badge === undefined || unitX + 16 < badge.x0 || unitX > badge.x1) {
      write(ctx, axis.unit, unitX, top + height / 2 - 2, { font: fonts.id, colour: theme.ink3 });
    }
  }
  rule(ctx, 0, layout.width, bottom - 1, theme.hair);
}

interface Badge {
  readonly x: number;
  readonly x0: number;
  readonly x1: number;
  readonly text: string;
}

/** Returns where the clock stands: *now*, or the trial's end. */
function nowBadge(ctx: Surface, { scale, extent, zeroNs, layout }: Scene): Badge | undefined {
  const x = xOf(scale, extent.nowNs);
  if (x < scale.x0 || x > scale.x1 + 0.5) return undefined;
  const step = niceStep(scale.toNs - scale.fromNs, (scale.x1 - scale.x0) / 80) / 10;
  const { unit, write: figure } = timeFormat(step);
  const text = `${figure(extent.nowNs - zeroNs)} ${unit}`;
  const width = textWidth(ctx, text, fonts.figure) + 14;
  const x0 = Math.min(layout.width - width - 2, Math.max(scale.x0, x - width / 2));
  return { x, x0, x1: x0 + width, text };
}

/** The line of the clock over all lanes, with its badge; drawn last. */
export function drawNow(ctx: Surface, scene: Scene, theme: CanvasTheme): void {
  const badge = nowBadge(ctx, scene);
  if (badge === undefined) return;
  const { axis, height } = scene.layout;
  const { live } = scene.extent;
  const y = axis.top + 3;
  const box = { x: badge.x0, y, width: badge.x1 - badge.x0, height: 16 };
  ctx.fillStyle = live ? theme.ink : theme.ground;
  ctx.fillRect(box.x, box.y, box.width, box.height);
  if (!live) outline(ctx, box, theme.line);
  write(ctx, badge.text, (badge.x0 + badge.x1) / 2, y + 8, {
    font: fonts.figure,
    colour: live ? theme.ground : theme.ink,
    align: 'center',
  });
  upright(ctx, badge.x, y + 16, height, live ? theme.ink : theme.line);
}
