// The app's icon: the logo in ink on a square of the ground, drawn as pixels, for no file of it is needed.
import { nativeImage, type NativeImage } from 'electron';
import { logoParts } from '@shared/look/logo';
import { palettes } from '@shared/look/palette';

/** The logo's box is 20 units wide; the icon leaves a margin around it. */
const logoBox = 20;
const iconBox = 28;
const corner = 5;

interface Bar {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Returns the bars that a path of straight lines across and down is made of; its bends are square. */
export function barsOf(d: string, width: number): readonly Bar[] {
  const bars: Bar[] = [];
  const half = width / 2;
  let [x, y] = [0, 0];
  for (const run of d.split('M').slice(1)) {
    const steps = [...run.matchAll(/([VvHh ]?)(-?[\d.]+)/g)];
    [x, y] = [Number(steps[0]?.[2]), Number(steps[1]?.[2])];
    const lines = steps.slice(2);
    lines.forEach(([, kind = '', figure = ''], at) => {
      const to = Number(figure);
      const [nextX, nextY] =
        kind === 'H' ? [to, y] : kind === 'h' ? [x + to, y] : kind === 'V' ? [x, to] : [x, y + to];
      // Past a bend by half a line; at an open end not at all.
      const before = at === 0 ? 0 : half;
      const after = at === lines.length - 1 ? 0 : half;
      const back = nextX < x || nextY < y;
      const [low, high] = back ? [after, before] : [before, after];
      bars.push(
        nextY === y
          ? {
              left: Math.min(x, nextX) - low,
              right: Math.max(x, nextX) + high,
              top: y - half,
              bottom: y + half,
            }
          : {
              left: x - half,
              right: x + half,
              top: Math.min(y, nextY) - low,
              bottom: Math.max(y, nextY) + high,
            },
      );
      [x, y] = [nextX, nextY];
    });
  }
  return bars;
}

const channels = (hex: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** How much of a pixel lies between two edges. */
const share = (from: number, to: number, low: number, high: number): number =>
  Math.max(0, Math.min(to, high) - Math.max(from, low)) / (to - from);

/** Returns the icon's pixels: blue, green, red and alpha, row after row. */
export function iconPixels(size: number): Uint8Array {
  const unit = iconBox / size;
  const margin = (iconBox - logoBox) / 2;
  const bars = logoParts.flatMap(({ d, width }) => barsOf(d, width));
  const [ground, ink] = [channels(palettes.light.ground), channels(palettes.light.ink)];
  const pixels = new Uint8Array(size * size * 4);
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const [x, y] = [column * unit - margin, row * unit - margin];
      const covered = Math.min(
        1,
        bars.reduce(
          (most, { left, right, top, bottom }) =>
            Math.max(most, share(x, x + unit, left, right) * share(y, y + unit, top, bottom)),
          0,
        ),
      );
      const at = (row * size + column) * 4;
      [2, 1, 0].forEach((channel, offset) => {
        const [from = 0, to = 0] = [ground[channel], ink[channel]];
        pixels[at + offset] = Math.round(from + (to - from) * covered);
      });
      pixels[at + 3] = Math.round(255 * inside((column + 0.5) * unit, (row + 0.5) * unit, unit));
      // Pixels are premultiplied.
      for (const offset of [0, 1, 2]) {
        pixels[at + offset] = Math.round(
          ((pixels[at + offset] ?? 0) * (pixels[at + 3] ?? 0)) / 255,
        );
      }
    }
  }
  return pixels;
}

/** How much of a pixel lies in the rounded square. */
function inside(x: number, y: number, unit: number): number {
  const dx = Math.max(corner - x, x - (iconBox - corner), 0);
  const dy = Math.max(corner - y, y - (iconBox - corner), 0);
  return Math.min(1, Math.max(0, (corner - Math.hypot(dx, dy)) / unit + 0.5));
}

const iconSize = 256;

/** The icon for the window, and for the dock of a Mac. */
export function appIcon(): NativeImage {
  return nativeImage.createFromBitmap(Buffer.from(iconPixels(iconSize)), {
    width: iconSize,
    height: iconSize,
  });
}
