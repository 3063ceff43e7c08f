// The legend of a picture: swatches with their words, in rows that fit.
import { textWidth, write, type Box, type PictureSurface } from '../canvas/pen';
import { fonts, type CanvasTheme } from '../canvas/theme';

export interface LegendEntry {
  readonly text: string;
  /** Draws what the text explains into the box. */
  readonly draw: (ctx: PictureSurface, box: Box, theme: CanvasTheme) => void;
}

/** Height of a row, in px. */
export const legendRowHeight = 18;

const swatch = { width: 28, height: 10 } as const;
const afterSwatch = 6;
const between = 18;

export interface PlacedEntry {
  readonly entry: LegendEntry;
  /** From the legend's corner, in px. */
  readonly x: number;
  readonly row: number;
}

/** Places entries one after another; those that don't fit into `room` px begin a row. */
export function placeLegend(
  ctx: PictureSurface,
  entries: readonly LegendEntry[],
  room: number,
): readonly PlacedEntry[] {
  let [x, row] = [0, 0];
  return entries.map((entry) => {
    const width = swatch.width + afterSwatch + textWidth(ctx, entry.text, fonts.note);
    if (x > 0 && x + width > room) [x, row] = [0, row + 1];
    const placed = { entry, x, row };
    x += width + between;
    return placed;
  });
}

/** Draws placed entries with the legend's corner at left, top. */
export function drawLegend(
  ctx: PictureSurface,
  placed: readonly PlacedEntry[],
  left: number,
  top: number,
  theme: CanvasTheme,
): void {
  for (const { entry, x, row } of placed) {
    const middle = top + (row + 0.5) * legendRowHeight;
    entry.draw(ctx, { x: left + x, y: middle - swatch.height / 2, ...swatch }, theme);
    const style = { font: fonts.note, colour: theme.ink2 };
    write(ctx, entry.text, left + x + swatch.width + afterSwatch, middle, style);
  }
}
