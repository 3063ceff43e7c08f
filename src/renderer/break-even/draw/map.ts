// The break-even map: areas, grid, measured points, names, and the programs that stand on it.
import { message } from '@present/messages/message';
import type { BreakEvenPoint } from '@shared/report/break-even';
import type { AreaKind } from '@present/figures/break-even-columns';
import type { AreaLabel } from '../scene/labels';
import type { BreakEvenScene, MapDot, MapMark } from '../scene/scene';
import { areaFill, paintAreas } from './paint';
import {
  dashedLine,
  outline,
  rule,
  textWidth,
  upright,
  write,
  type Surface,
} from '../../canvas/pen';
import { fonts, type CanvasTheme } from '../../canvas/theme';

/** What a user has chosen on the map. */
export interface MapChoice {
  /** The column whose cut is shown. */
  readonly tasks: number | undefined;
  /** The point that is pointed at or chosen by keys. */
  readonly point: BreakEvenPoint | undefined;
}

const kinds: readonly AreaKind[] = ['serial', 'threads', 'processes', 'which', 'whether'];
const dotRadius = 3;

/** Draws the scene on a surface whose unit is the CSS pixel. */
export function drawBreakEven(
  ctx: Surface,
  scene: BreakEvenScene,
  choice: MapChoice,
  theme: CanvasTheme,
): void {
  const { plot } = scene;
  ctx.fillStyle = theme.ground;
  ctx.fillRect(0, 0, scene.width, scene.height);
  drawGrid(ctx, scene, theme.grid, 1);
  for (const kind of kinds) paintAreas(ctx, scene.areas, kind, theme);
  // Over the areas the grid is a shade of the ground; beside them it can't be seen again.
  drawGrid(ctx, scene, theme.ground, 0.4);
  rule(ctx, plot.x, plot.x + plot.width, plot.y + plot.height, theme.line);
  drawAxes(ctx, scene, choice, theme);
  for (const dot of scene.dots) drawDot(ctx, dot, theme);
  for (const label of scene.labels) drawLabel(ctx, label, theme);
  for (const { text, box } of scene.notes) {
    const style = {
      font: fonts.note,
      colour: theme.ink2,
      align: 'center',
      rim: theme.ground,
    } as const;
    write(ctx, text, box.x + box.width / 2, box.y + box.height / 2, style);
  }
  for (const mark of [scene.own, scene.article]) {
    if (mark !== undefined) drawMark(ctx, mark, mark === scene.article, theme);
  }
  const chosen = scene.dots.find(({ point }) => point === choice.point);
  if (chosen !== undefined) ring(ctx, chosen.x, chosen.y, 6.5, theme.ink, 2);
}

function drawGrid(ctx: Surface, scene: BreakEvenScene, colour: string, alpha: number): void {
  const { x, y, width, height } = scene.plot;
  ctx.globalAlpha = alpha;
  for (const { at } of scene.yTicks) rule(ctx, x, x + width, at, colour);
  for (const { at } of scene.columns) upright(ctx, at, y, y + height, colour);
  ctx.globalAlpha = 1;
}

function drawAxes(
  ctx: Surface,
  scene: BreakEvenScene,
  { tasks }: MapChoice,
  theme: CanvasTheme,
): void {
  const { plot } = scene;
  const floor = plot.y + plot.height;
  for (const { at, label } of scene.yTicks) {
    write(ctx, label, plot.x - 10, at, { font: fonts.id, colour: theme.ink3, align: 'right' });
  }
  for (const column of scene.columns) {
    upright(ctx, column.at, floor, floor + 5, theme.line);
    const chosen = column.tasks === tasks;
    if (chosen) {
      const x = column.at + 0.5;
      dashedLine(ctx, [x, plot.y], [x, floor], theme.ink, [2, 3]);
    }
    if (!column.labelled && !chosen) continue;
    write(ctx, column.label, column.at, floor + 14, {
      font: chosen ? fonts.figure : fonts.id,
      colour: chosen ? theme.ink : theme.ink3,
      align: 'center',
    });
  }
  const middle = plot.x + plot.width / 2;
  const style = { font: fonts.note, colour: theme.ink3, align: 'center' } as const;
  write(ctx, message('map-x-axis'), middle, floor + 34, style);
}

function ring(
  ctx: Surface,
  x: number,
  y: number,
  radius: number,
  colour: string,
  lineWidth: number,
): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = lineWidth;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.stroke();
}

function disc(ctx: Surface, x: number, y: number, radius: number, colour: string): void {
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fill();
}

/** A measured point in the winner's hue; hollow where none was found. */
function drawDot(ctx: Surface, { x, y, point }: MapDot, theme: CanvasTheme): void {
  disc(ctx, x, y, dotRadius + 1.25, theme.ground);
  if (point.winner === 'undecided') ring(ctx, x, y, dotRadius - 0.5, theme.ink, 1.25);
  else disc(ctx, x, y, dotRadius, theme.strategies[point.winner]);
}

function drawLabel(ctx: Surface, { kind, x, y, title, note }: AreaLabel, theme: CanvasTheme): void {
  const fill = areaFill(kind, theme);
  const style = { colour: theme.textOn(fill), rim: fill };
  write(ctx, title, x, y + 12, { ...style, font: fonts.title });
  if (note !== undefined) write(ctx, note, x, y + 34, { ...style, font: fonts.note });
}

/** A crosshair for the article's program, a diamond for the experiment's own work; with its words. */
function drawMark(ctx: Surface, mark: MapMark, isArticle: boolean, theme: CanvasTheme): void {
  const { x, y, box } = mark;
  if (mark.reachesY !== undefined) drawReach(ctx, mark, mark.reachesY, theme);
  if (isArticle) drawCross(ctx, x, y, theme);
  else drawDiamond(ctx, x, y, theme);
  ctx.fillStyle = theme.surface;
  ctx.fillRect(box.x, box.y, box.width, box.height);
  outline(ctx, box, theme.line);
  write(ctx, mark.title, box.x + 8, box.y + 12, { font: fonts.head, colour: theme.ink });
  if (mark.note === undefined) return;
  write(ctx, mark.note, box.x + 8, box.y + 28, { font: fonts.note, colour: theme.ink2 });
}

function drawCross(ctx: Surface, x: number, y: number, theme: CanvasTheme): void {
  ring(ctx, x, y, 8, theme.ground, 4);
  ring(ctx, x, y, 8, theme.ink, 1.5);
  rule(ctx, x - 12, x + 12, y - 0.5, theme.ink);
  upright(ctx, x - 0.5, y - 12, y + 12, theme.ink);
}

function drawDiamond(ctx: Surface, x: number, y: number, theme: CanvasTheme): void {
  for (const [reach, colour] of [
    [8, theme.ground],
    [6, theme.ink],
  ] as const) {
    ctx.fillStyle = colour;
    ctx.beginPath();
    ctx.moveTo(x, y - reach);
    ctx.lineTo(x + reach, y);
    ctx.lineTo(x, y + reach);
    ctx.lineTo(x - reach, y);
    ctx.lineTo(x, y - reach);
    ctx.fill();
  }
}

/** A dotted line up to where workers begin to pay, with the head of an arrow. */
function drawReach(ctx: Surface, { x, y }: MapMark, reachesY: number, theme: CanvasTheme): void {
  const from = y - 13;
  if (from - reachesY < 8) return;
  dashedLine(ctx, [x + 0.5, from], [x + 0.5, reachesY], theme.ink, [2, 3]);
  ctx.strokeStyle = theme.ink;
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(x - 4, reachesY + 7);
  ctx.lineTo(x + 0.5, reachesY + 1);
  ctx.lineTo(x + 5, reachesY + 7);
  ctx.stroke();
}

/** Widths of the map's texts, for its layout. */
export function mapTextWidth(
  ctx: Surface,
): (text: string, font: 'title' | 'note' | 'head' | 'id') => number {
  return (text, font) => textWidth(ctx, text, fonts[font]);
}
