// The colour tokens, once: the window's CSS variables, the canvases and the HTML report take them
// from here.
import { forEveryStrategy, type StrategyKind } from '../experiment/strategies';

export const themeNames = ['light', 'dark'] as const;

export type ThemeName = (typeof themeNames)[number];

export interface Palette {
  readonly ground: string;
  readonly surface: string;
  readonly sunk: string;
  readonly hair: string;
  readonly grid: string;
  readonly line: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly signal: string;
  readonly strategies: Readonly<Record<StrategyKind, string>>;
}

export const palettes: Readonly<Record<ThemeName, Palette>> = {
  light: {
    ground: '#F5F5F2',
    surface: '#FCFCFA',
    sunk: '#ECECE7',
    hair: '#DCDCD6',
    grid: '#E6E6E0',
    line: '#868884',
    ink: '#15181A',
    ink2: '#43494D',
    ink3: '#61676A',
    signal: '#BF1E2E',
    strategies: forEveryStrategy({
      serial: '#687076',
      async: '#A08A10',
      threads: '#1A70D2',
      processes: '#A33A06',
      hybrid: '#74184C',
    }),
  },
  dark: {
    ground: '#101416',
    surface: '#161B1E',
    sunk: '#0B0E10',
    hair: '#283035',
    grid: '#1E2529',
    line: '#6B767C',
    ink: '#EDF0F0',
    ink2: '#B4BDC0',
    ink3: '#8C979C',
    signal: '#FF6B6B',
    strategies: forEveryStrategy({
      serial: '#A9B2B6',
      async: '#E8CC35',
      threads: '#3D8FF2',
      processes: '#EC6A1E',
      hybrid: '#C070B0',
    }),
  },
};

type Triple = readonly [number, number, number];

function channels(hex: string): Triple {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

const linear = (channel: number): number => {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
};

const gamma = (light: number): number => {
  const share = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, Math.max(0, share)) * 255);
};

// OKLab, Björn Ottosson 2020: https://bottosson.github.io/posts/oklab/
function toOklab(hex: string): Triple {
  const [r, g, b] = channels(hex).map(linear) as unknown as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]: Triple): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const rgb = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map(gamma);
  return `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** `share` (0 to 1) of `front` mixed with `back` in OKLab, as `#rrggbb`. */
export function mix(front: string, back: string, share: number): string {
  const [l1, a1, b1] = toOklab(front);
  const [l2, a2, b2] = toOklab(back);
  const between = (one: number, other: number): number => one * share + other * (1 - share);
  return fromOklab([between(l1, l2), between(a1, a2), between(b1, b2)]);
}

const luminance = (hex: string): number => {
  const [r, g, b] = channels(hex).map(linear) as unknown as Triple;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Contrast of two colours as WCAG 2 defines it, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const shares = { light: [1, 0.58, 0.86, 0.42], dark: [1, 0.58, 0.9, 0.42] } as const;

/** Fill of process `index` of a strategy (in `threads`: of thread `index`), neighbours apart. */
export function workerTint(theme: ThemeName, strategy: StrategyKind, index: number): string {
  const palette = palettes[theme];
  return mix(palette.strategies[strategy], palette.ground, shares[theme][index % 4] ?? 1);
}

/** Minimum contrast of text, WCAG 2 level AA. */
const minTextContrast = 4.5;

/** Ink or ground, whichever can be read better on `fill`; black or white where neither suffices. */
export function textOn(theme: ThemeName, fill: string): string {
  const { ink, ground } = palettes[theme];
  const better = (one: string, other: string): string =>
    contrast(one, fill) >= contrast(other, fill) ? one : other;
  const text = better(ink, ground);
  return contrast(text, fill) >= minTextContrast ? text : better('#000000', '#FFFFFF');
}
