// The few strokes every picture is made of: hairlines on the half pixel, hatches, text that fits.

import type { Box } from './bar-box';

export type { Box };

/** The part of a 2D context that pictures use; tests give one that writes down what is drawn. */
export type Surface = Pick<
  CanvasRenderingContext2D,
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'lineJoin'
  | 'globalAlpha'
  | 'fillRect'
  | 'strokeRect'
  | 'clearRect'
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'rect'
  | 'clip'
  | 'fill'
  | 'stroke'
  | 'save'
  | 'restore'
  | 'setLineDash'
  | 'fillText'
  | 'strokeText'
  | 'measureText'
>;

/** A surface that a picture with glyphs and parts of its own is drawn on. */
export type PictureSurface = Surface & Pick<CanvasRenderingContext2D, 'translate' | 'scale'>;

/** Fills a whole picture with one colour: where there is nothing to show. */
export function clear(ctx: Surface, width: number, height: number, colour: string): void {
  ctx.fillStyle = colour;
  ctx.fillRect(0, 0, width, height);
}

/** The nearest half pixel, where a 1 px line is sharp. */
export function crisp(position: number): number {
  return Math.round(position - 0.5) + 0.5;
}

/** A horizontal hairline at `y`. */
export function rule(ctx: Surface, x0: number, x1: number, y: number, colour: string): void {
  ctx.fillStyle = colour;
  ctx.fillRect(x0, Math.round(y), x1 - x0, 1);
}

/** A filled bar between two x, its edges on whole pixels so that neighbours neither overlap nor part. */
export function bar(
  ctx: Surface,
  x0: number,
  x1: number,
  y: number,
  height: number,
  gap = 0,
): void {
  const left = Math.round(x0);
  const width = Math.round(x1) - left;
  ctx.fillRect(left, y, Math.max(1, width - gap), height);
}

/** A vertical hairline at `x`. */
export function upright(ctx: Surface, x: number, y0: number, y1: number, colour: string): void {
  ctx.fillStyle = colour;
  ctx.fillRect(Math.round(x), y0, 1, y1 - y0);
}

/** A dashed or dotted line; `dash` as in `setLineDash`. */
export function dashedLine(
  ctx: Surface,
  from: readonly [number, number],
  to: readonly [number, number],
  colour: string,
  dash: readonly number[],
): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.setLineDash([...dash]);
  ctx.beginPath();
  ctx.moveTo(...from);
  ctx.lineTo(...to);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** The mark of what can be folded, around its middle: downwards where it is open, to the right where it isn't. */
export function caret(ctx: Surface, x: number, y: number, isOpen: boolean, colour: string): void {
  const [wide, high] = isOpen ? [4, 2.5] : [2.5, 4];
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.moveTo(x - wide, y - high);
  ctx.lineTo(x + wide, isOpen ? y - high : y);
  ctx.lineTo(isOpen ? x : x - wide, y + high);
  ctx.fill();
}

/** A 1 px outline inside a box, dashed where `dash` is given. */
export function outline(
  ctx: Surface,
  box: Box,
  colour: string,
  dash: readonly number[] = [],
): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1;
  ctx.setLineDash([...dash]);
  ctx.strokeRect(crisp(box.x), crisp(box.y), Math.round(box.width) - 1, Math.round(box.height) - 1);
  if (dash.length > 0) ctx.setLineDash([]);
}

/** Pieces of 45° lines, `pitch` px apart, that lie in a box: x0, y0, x1, y1 each. */
export function hatchLines(box: Box, pitch: number): readonly (readonly number[])[] {
  const { x, y, width, height } = box;
  const lines: (readonly number[])[] = [];
  // Lines rise to the right: x + y is constant along each, and a multiple of the pitch, so that
  // neighbouring boxes join.
  for (let c = Math.ceil((x + y) / pitch) * pitch; c < x + y + width + height; c += pitch) {
    const x0 = Math.max(x, c - y - height);
    const x1 = Math.min(x + width, c - y);
    if (x1 > x0) lines.push([x0, c - x0, x1, c - x1]);
  }
  return lines;
}

/** Between the ground stripes of what runs in Python. */
export const stripePitch = 6;

/** Hatches boxes with 45° lines, in one stroke. */
export function hatch(
  ctx: Surface,
  boxes: readonly Box[],
  colour: string,
  pitch = 4,
  lineWidth = 1.25,
): void {
  ctx.strokeStyle = colour;
  ctx.lineWidth = lineWidth;
  ctx.beginPath();
  for (const box of boxes) {
    for (const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] of hatchLines(box, pitch)) {
      ctx.moveTo(x0, y0);
      ctx.lineTo(x1, y1);
    }
  }
  ctx.stroke();
}

export interface TextStyle {
  readonly font: string;
  readonly colour: string;
  readonly align?: 'left' | 'right' | 'center';
  /** A rim in this colour, where the text lies over data. */
  readonly rim?: string;
}

/** Writes a text whose middle is at `y`. */
export function write(ctx: Surface, text: string, x: number, y: number, style: TextStyle): void {
  ctx.font = style.font;
  ctx.textAlign = style.align ?? 'left';
  ctx.textBaseline = 'middle';
  if (style.rim !== undefined) {
    ctx.strokeStyle = style.rim;
    ctx.lineWidth = 4;
    ctx.lineJoin = 'round';
    ctx.strokeText(text, x, y + 0.5);
  }
  ctx.fillStyle = style.colour;
  ctx.fillText(text, x, y + 0.5);
}

const widths = new Map<string, number>();

/** Width of a text in px; remembered, for labels come back in every picture. */
export function textWidth(ctx: Surface, text: string, font: string): number {
  const key = `${font}|${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  ctx.font = font;
  const { width } = ctx.measureText(text);
  if (widths.size > 5000) widths.clear();
  widths.set(key, width);
  return width;
}

/** Forgets measured widths: fonts have come in since. */
export function forgetTextWidths(): void {
  widths.clear();
}

/** Space left and right of a label inside what it names. */
export const labelPad = 4;

/** Writes a label at the left of a bar if it fits with 4 px each side; where it ends, or undefined. */
export function label(
  ctx: Surface,
  text: string,
  box: Box,
  font: string,
  colour: string,
): number | undefined {
  const width = textWidth(ctx, text, font);
  if (width + 2 * labelPad > box.width || box.height < 9) return undefined;
  write(ctx, text, box.x + labelPad, box.y + box.height / 2, { font, colour });
  return box.x + labelPad + width;
}
