// A strategy's mark on a canvas.
import { glyphs, pythonBands } from '@shared/look/glyphs';
import { pathOf } from './remembered';
import type { PictureSurface } from './pen';
import { isPython, type StrategyKind } from '@shared/experiment/strategies';

/** Draws a strategy's mark into a box whose top left corner is at x, y. */
export function drawGlyph(
  ctx: PictureSurface,
  kind: StrategyKind,
  box: { readonly x: number; readonly y: number; readonly size: number },
  colour: string,
): void {
  ctx.save();
  ctx.translate(box.x, box.y);
  ctx.scale(box.size / 16, box.size / 16);
  ctx.fillStyle = ctx.strokeStyle = colour;
  if (isPython(kind)) ctx.clip(pathOf(pythonBands));
  for (const { d, width } of glyphs[kind]) {
    const path = pathOf(d);
    if (width === undefined) {
      ctx.fill(path);
    } else {
      ctx.lineWidth = width;
      ctx.stroke(path);
    }
  }
  ctx.restore();
}
