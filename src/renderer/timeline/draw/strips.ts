// Strips that stand for many lanes: the heat of many cores, the mean of all, the tasks of a group that is folded.
import { mix } from '@shared/look/palette';
import { message } from '@present/messages/message';
import type { HeatCell } from '../scene/heat';
import type { CoreLaneScene, GroupScene, Scene } from '../scene/scene';
import { bar, rule, textWidth, upright, write, type Surface } from '../../canvas/pen';
import { fonts, type CanvasTheme } from '../../canvas/theme';

/** Shades from idle to busy: finer ones aren't told apart. */
const shades = 8;
/** From one kernel number to the next that is written. */
const numberGap = 16;
/** An idle core is not an unknown one. */
const idleShade = 0.08;

const shadeOf = ({ share }: HeatCell): number => Math.round(share * shades);

const mixed = new Map<string, string>();

/** The colour of a shade: from the ground to the tint of the worker, or to the grey of other programs. */
function colourOf(shade: number, by: number, scene: Scene, theme: CanvasTheme): string {
  const look = scene.looks[by];
  const hue = look === undefined ? theme.ink3 : theme.tint(look.strategy, look.tint);
  const key = `${theme.ground} ${hue} ${shade}`;
  const share = idleShade + (shade / shades) * (1 - idleShade);
  const colour = mixed.get(key) ?? mix(hue, theme.ground, share);
  mixed.set(key, colour);
  return colour;
}

/** Draws the rows of the heat strip that are in view, and the kernel numbers beside them. */
export function drawHeat(ctx: Surface, scene: Scene, theme: CanvasTheme): void {
  const rows = scene.cores.filter(({ cells }) => cells !== undefined);
  rows.forEach((row, index) => drawRow(ctx, row, rows[index + 1] === undefined, scene, theme));
  if (scene.strip === undefined) writeNumbers(ctx, rows, scene, theme);
}

/** Cells of one shade and worker join. A row reaches under the next: no seam shows where pixels are fractions. */
function drawRow(
  ctx: Surface,
  { band, cells = [] }: CoreLaneScene,
  last: boolean,
  scene: Scene,
  theme: CanvasTheme,
): void {
  const height = last ? band.height : band.height + 1;
  let open: { x0: number; x1: number; shade: number; by: number } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    ctx.fillStyle = colourOf(open.shade, open.by, scene, theme);
    bar(ctx, open.x0, open.x1, band.top, height);
  };
  for (const cell of cells) {
    const shade = shadeOf(cell);
    const by = shade === 0 ? -1 : cell.by;
    if (open?.shade === shade && open.by === by && cell.x0 - open.x1 < 0.5) {
      open.x1 = cell.x1;
      continue;
    }
    close();
    open = { x0: cell.x0, x1: cell.x1, shade, by };
  }
  close();
}

/** Numbers as far apart as can be read. */
function writeNumbers(
  ctx: Surface,
  rows: readonly CoreLaneScene[],
  { layout }: Scene,
  theme: CanvasTheme,
): void {
  let lastY = Number.NEGATIVE_INFINITY;
  for (const { band, kernelId } of rows) {
    const y = band.top + band.height / 2;
    if (y - lastY < numberGap) continue;
    lastY = y;
    const style = { font: fonts.id, colour: theme.ink3, align: 'right' } as const;
    write(ctx, String(kernelId), layout.plotLeft - 12, Math.max(y, band.top + 6), style);
    upright(ctx, layout.plotLeft - 6, band.top, band.top + band.height, theme.line);
  }
}

/** Draws the mean of all cores as steps, as tall as they were busy. */
export function drawCoreStrip(ctx: Surface, scene: Scene, theme: CanvasTheme): void {
  const { coreStrip, layout } = scene;
  if (coreStrip === undefined) return;
  const { band, cells } = coreStrip;
  const floor = band.top + band.height - 2;
  rule(ctx, layout.plotLeft, layout.plotRight, floor, theme.grid);
  if (scene.strip === undefined) {
    const style = { font: fonts.id, colour: theme.ink3, align: 'right' } as const;
    write(ctx, message('timeline-mean'), layout.plotLeft - 12, band.top + band.height / 2, style);
  }
  ctx.fillStyle = theme.neutral;
  for (const { x0, x1, share } of cells) {
    const height = share * (band.height - 4);
    if (height >= 0.5) bar(ctx, x0, x1, floor - height, height, x1 - x0 >= 6 ? 1 : 0);
  }
}

/** Draws the strip of a group that is folded: as tall as the share of its workers in a task. */
export function drawFold(ctx: Surface, group: GroupScene, scene: Scene, theme: CanvasTheme): void {
  const { fold, host } = group;
  if (fold === undefined) return;
  const { band, steps, count } = fold;
  const { plotLeft, plotRight } = scene.layout;
  const floor = band.top + band.height - 2;
  rule(ctx, plotLeft, plotRight, floor, theme.grid);
  if (scene.strip === undefined) {
    const style = { font: fonts.id, colour: theme.ink3, align: 'right' } as const;
    const text = message('timeline-folded', { count });
    if (textWidth(ctx, text, fonts.id) < plotLeft - foldedLeft) {
      write(ctx, text, plotLeft - 12, band.top + band.height / 2, style);
    }
  }
  ctx.fillStyle = theme.tint(scene.cell.strategy, host?.index ?? 0);
  for (const { x0, x1, share } of steps) {
    const height = Math.max(1, share * (band.height - 4));
    bar(ctx, x0, x1, floor - height, height);
  }
}

/** Left of it stands the name of the process. */
const foldedLeft = 72;
