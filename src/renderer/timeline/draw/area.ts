// The frame around some time of some lanes, and the moments that are marked.
import { formatDuration } from '@present/locale/format';
import { message } from '@present/messages/message';
import { labelPad, outline, textWidth, upright, write, type Surface } from '../../canvas/pen';
import { fonts, type CanvasTheme } from '../../canvas/theme';
import type { Scene } from '../scene/scene';
import { clampedX, xOf } from '../scene/time-scale';

const veil = 0.12;

/** The frame: what lies in it is veiled, and its edges are drawn. */
export function drawArea(ctx: Surface, scene: Scene, theme: CanvasTheme): void {
  const { area, scale } = scene;
  if (area === undefined) return;
  const bands = scene.groups
    .flatMap(({ lanes }) => lanes)
    .filter(({ track }) => area.workers.includes(track.worker))
    .map(({ band }) => band);
  if (bands.length === 0) return;
  const [x, x1] = [clampedX(scale, area.fromNs), clampedX(scale, area.toNs)];
  const y = Math.min(...bands.map(({ top }) => top)) - 1;
  const bottom = Math.max(...bands.map(({ top, height }) => top + height)) + 1;
  const box = { x, y, width: Math.max(2, x1 - x), height: bottom - y };
  ctx.globalAlpha = veil;
  ctx.fillStyle = theme.ink;
  ctx.fillRect(box.x, box.y, box.width, box.height);
  ctx.globalAlpha = 1;
  outline(ctx, box, theme.ink);
}

/** Marked moments over all lanes; between two, how far they lie apart. */
export function drawMarkers(ctx: Surface, scene: Scene, theme: CanvasTheme): void {
  const { markers = [], scale, layout } = scene;
  const seen = markers.filter((ns) => ns >= scale.fromNs && ns <= scale.toNs);
  const bottom = layout.axis.top + layout.axis.height;
  for (const ns of seen) upright(ctx, xOf(scale, ns), bottom, layout.height, theme.ink);
  const [one, other] = markers;
  if (one === undefined || other === undefined) return;
  const [x0, x1] = [clampedX(scale, Math.min(one, other)), clampedX(scale, Math.max(one, other))];
  const y = bottom + 7;
  ctx.fillStyle = theme.ink;
  ctx.fillRect(x0, y, x1 - x0, 1);
  const text = message('marker-difference', { time: formatDuration(Math.abs(other - one)) });
  const middle = (x0 + x1) / 2;
  const width = textWidth(ctx, text, fonts.figure) + 2 * labelPad;
  ctx.fillStyle = theme.ground;
  ctx.fillRect(middle - width / 2, y - 7, width, 15);
  write(ctx, text, middle, y, { font: fonts.figure, colour: theme.ink, align: 'center' });
}
