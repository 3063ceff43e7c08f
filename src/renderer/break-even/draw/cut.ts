// One column of the break-even map as curves: a point where measured, straight lines between.
import type { CutLine, CutScene } from '../scene/cut';
import { dashedLine, rule, textWidth, upright, write, type Surface } from '../../canvas/pen';
import { fonts, type CanvasTheme } from '../../canvas/theme';

/** Draws the scene on a surface whose unit is the CSS pixel. */
export function drawCut(ctx: Surface, scene: CutScene, theme: CanvasTheme): void {
  const { plot } = scene;
  ctx.fillStyle = theme.ground;
  ctx.fillRect(0, 0, scene.width, scene.height);
  const floor = plot.y + plot.height;
  const style = { font: fonts.id, colour: theme.ink3 } as const;
  for (const { at, label } of scene.yTicks) {
    rule(ctx, plot.x, plot.x + plot.width, at, theme.grid);
    write(ctx, label, plot.x - 8, at, { ...style, align: 'right' });
  }
  for (const { at, label } of scene.xTicks) {
    upright(ctx, at, plot.y, floor, theme.grid);
    const half = textWidth(ctx, label, fonts.id) / 2;
    const x = Math.min(scene.width - half, at);
    write(ctx, label, x, floor + 14, { ...style, align: 'center' });
  }
  drawCrossing(ctx, scene, theme);
  for (const line of scene.lines) drawLine(ctx, line, theme);
  for (const { strategy, name, label } of scene.lines) {
    const colour = theme.strategies[strategy];
    write(ctx, name, label.x, label.y, { font: fonts.note, colour, rim: theme.ground });
  }
}

function drawLine(ctx: Surface, { strategy, points }: CutLine, theme: CanvasTheme): void {
  const colour = theme.strategies[strategy];
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.75;
  ctx.lineJoin = 'round';
  ctx.beginPath();
  points.forEach(({ x, y }, index) => {
    if (index === 0) ctx.moveTo(x, y);
    else ctx.lineTo(x, y);
  });
  ctx.stroke();
  ctx.fillStyle = colour;
  for (const { x, y } of points) {
    ctx.beginPath();
    ctx.arc(x, y, 2.5, 0, 2 * Math.PI);
    ctx.fill();
  }
}

/** Where workers begin to pay, with the size written at its foot, on the side that has room. */
function drawCrossing(ctx: Surface, { crossing, plot }: CutScene, theme: CanvasTheme): void {
  if (crossing === undefined) return;
  const x = Math.round(crossing.at) + 0.5;
  const floor = plot.y + plot.height;
  dashedLine(ctx, [x, plot.y], [x, floor], theme.ink, [2, 3]);
  const width = textWidth(ctx, crossing.label, fonts.figure) + 6;
  const fitsLeft = x - width >= plot.x;
  write(ctx, crossing.label, x + (fitsLeft ? -6 : 6), floor - 10, {
    font: fonts.figure,
    colour: theme.ink,
    align: fitsLeft ? 'right' : 'left',
    rim: theme.ground,
  });
}
