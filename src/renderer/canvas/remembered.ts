// Paths and fills that a canvas takes as objects which can't be read again: what each was made of is remembered, so
// that an SVG can be written of it.

const pathData = new WeakMap<Path2D, string>();

/** A path for a canvas from SVG path data. */
export function pathOf(d: string): Path2D {
  const path = new Path2D(d);
  pathData.set(path, d);
  return path;
}

/** The data a path of {@link pathOf} was made from; undefined for another path. */
export function dataOfPath(path: Path2D): string | undefined {
  return pathData.get(path);
}

/** A hue with 45° stripes of the ground, `pitch` px apart. */
export interface Stripes {
  readonly hue: string;
  readonly ground: string;
  readonly pitch: number;
  readonly lineWidth: number;
}

const stripesByPattern = new WeakMap<CanvasPattern, Stripes>();

/** The pattern of a tile that `stripes` describe; the plain hue where nothing can be drawn. */
export function stripePattern(stripes: Stripes): CanvasPattern | string {
  const { hue, ground, pitch, lineWidth } = stripes;
  const tile = document.createElement('canvas');
  tile.width = tile.height = pitch;
  const ctx = tile.getContext('2d');
  if (ctx === null) return hue;
  ctx.fillStyle = hue;
  ctx.fillRect(0, 0, pitch, pitch);
  ctx.strokeStyle = ground;
  ctx.lineWidth = lineWidth;
  ctx.beginPath();
  for (const [x0, y0, x1, y1] of stripeLines(pitch)) {
    ctx.moveTo(x0, y0);
    ctx.lineTo(x1, y1);
  }
  ctx.stroke();
  const pattern = ctx.createPattern(tile, 'repeat');
  if (pattern === null) return hue;
  stripesByPattern.set(pattern, stripes);
  return pattern;
}

/** What a pattern of {@link stripePattern} shows; undefined for another pattern. */
export function stripesOf(pattern: CanvasPattern): Stripes | undefined {
  return stripesByPattern.get(pattern);
}

/** The lines in one tile: x0, y0, x1, y1 each. The corners' pieces join those of the neighbouring tiles. */
export function stripeLines(pitch: number): readonly (readonly [number, number, number, number])[] {
  return [0, pitch, 2 * pitch].map((at) => [at + 1, -1, -1, at + 1]);
}
