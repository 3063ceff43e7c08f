// What is not known: a dotted grid, and the words where they fit.
import { message } from '@present/messages/message';
import { textWidth, write, type Box, type Surface } from '../../canvas/pen';
import { fonts, type CanvasTheme } from '../../canvas/theme';

const pitch = 6;

/** Draws that nothing is known in a box; nothing where it has no room for a dot. */
export function drawUnknown(ctx: Surface, box: Box, theme: CanvasTheme): void {
  const { x, y, width, height } = box;
  if (width < pitch) return;
  ctx.fillStyle = theme.line;
  for (let row = y + height - pitch; row > y; row -= pitch) {
    for (let column = x + pitch / 2; column < x + width; column += pitch) {
      ctx.fillRect(Math.round(column), Math.round(row), 1, 1);
    }
  }
  const text = message('not-known');
  if (textWidth(ctx, text, fonts.note) + 16 > width || height < 16) return;
  const style = { font: fonts.note, colour: theme.ink3, rim: theme.ground } as const;
  write(ctx, text, x + 8, y + height / 2, style);
}
