// The race as one picture of its own, with what the window has around it: for a video or a picture.
import { formatNumber, notKnown, timeColumn } from '@present/locale/format';
import { message } from '@present/messages/message';
import { doneAt, type Racer } from '@present/figures/race';
import { drawGlyph } from '../canvas/glyph';
import { textWidth, write, type PictureSurface } from '../canvas/pen';
import { fonts, type CanvasTheme } from '../canvas/theme';
import { drawRace, type RaceScene } from './draw';
import type { RaceLayout } from './layout';

/** Above the lanes: the experiment's name and the clock. */
export const frameHead = 64;

const left = 24;

/**
 * Draws a whole frame, `frameHead` px higher than the scene's layout.
 * @param name of the experiment
 */
export function drawFrame(
  ctx: PictureSurface,
  scene: RaceScene,
  name: string,
  theme: CanvasTheme,
): void {
  const { width, layout, race, atNs, axisNs } = scene;
  ctx.fillStyle = theme.ground;
  ctx.fillRect(0, 0, width, frameHead + layout.height);
  const { unit, write: figure } = timeColumn([axisNs]);
  write(ctx, name, left, 22, { font: fonts.title, colour: theme.ink });
  const clock = { font: fonts.note, colour: theme.ink2 };
  write(ctx, message('race-clock', { basis: race.basis }), left, 46, clock);
  const time = { font: fonts.title, colour: theme.ink, align: 'right' } as const;
  write(ctx, `${figure(atNs)} ${unit}`, width - left, 30, time);
  ctx.save();
  ctx.translate(0, frameHead);
  drawRace(ctx, scene, theme);
  race.racers.forEach((racer, index) => drawHead(ctx, racer, index, layout, atNs, theme));
  ctx.restore();
}

function drawHead(
  ctx: PictureSurface,
  racer: Racer,
  index: number,
  layout: RaceLayout,
  atNs: number,
  theme: CanvasTheme,
): void {
  const row = layout.rows[index];
  if (row === undefined) return;
  const { strategy, label, tasks } = racer;
  const hue = theme.strategies[strategy];
  const y = row.top + 18;
  const right = layout.plotLeft - 16;
  drawGlyph(ctx, strategy, { x: left, y: y - 8, size: 16 }, hue);
  write(ctx, label, left + 24, y, { font: fonts.head, colour: theme.ink });
  const done = doneAt(racer, atNs);
  const text = done === undefined ? notKnown() : formatNumber(done);
  const room = right - textWidth(ctx, text, fonts.figure) > left + 24;
  if (room) write(ctx, text, right, y, { font: fonts.figure, colour: theme.ink, align: 'right' });
  ctx.fillStyle = theme.grid;
  ctx.fillRect(left, y + 12, right - left, 2);
  ctx.fillStyle = hue;
  ctx.fillRect(left, y + 12, ((right - left) * (done ?? 0)) / Math.max(1, tasks), 2);
}
