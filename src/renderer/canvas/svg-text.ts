// The small pieces an SVG is written of: escaped texts, short numbers, attributes, transforms, fonts.
import { cleanText } from '@shared/base/clean-text';

/** Longer than any label. */
const maxCharacters = 2000;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** A text as XML holds it: what XML does not allow or what disguises is written out, as everywhere else. */
export function escapeXml(text: string): string {
  return escape(cleanText(text, maxCharacters));
}

/** A number with at most two decimals; 0 where it is not finite. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '0';
  return String(Math.round(value * 100) / 100 || 0);
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Attributes with a space before each; those that are undefined are left out. */
export function attributes(all: Attributes): string {
  return Object.entries(all)
    .map(([name, value]) =>
      value === undefined
        ? ''
        : ` ${name}="${typeof value === 'number' ? short(value) : escape(value)}"`,
    )
    .join('');
}

/** a, b, c, d, e, f as in `setTransform`: x′ = a·x + c·y + e, y′ = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

export const unmoved: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [
    ...([a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j] as const),
    ...([a * k + c * l + e, b * k + d * l + f] as const),
  ];
}

/** Where a point comes to lie. */
export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** How much longer lines become, for transforms that keep shapes alike. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** The attribute's text; undefined where nothing is moved. */
export function transformText(matrix: Matrix): string | undefined {
  if (matrix.every((part, index) => part === unmoved[index])) return undefined;
  const [a, b, c, d, e, f] = matrix;
  if (a === 1 && b === 0 && c === 0 && d === 1) return `translate(${short(e)} ${short(f)})`;
  const exact = (part: number): string => String(Number(part.toFixed(5)));
  return `matrix(${[a, b, c, d].map(exact).join(' ')} ${short(e)} ${short(f)})`;
}

const fontParts = /^(?:(?:italic|normal)\s+)?(?:(\d{3}|bold|normal)\s+)?([\d.]+)px\s+(.+)$/;

/** The parts of a canvas's font; that of a canvas that was given none where it can't be read. */
export function readFont(font: string): {
  readonly weight: string | undefined;
  readonly size: number;
  readonly family: string;
} {
  const [, weight, size = '10', family = 'sans-serif'] = fontParts.exec(font) ?? [];
  return { weight: weight === '400' ? undefined : weight, size: Number(size), family };
}
