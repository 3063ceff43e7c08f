// The colours and type a canvas is drawn with, from the same palette as the window's CSS.
import {
  mix,
  palettes,
  textOn,
  workerTint,
  type Palette,
  type ThemeName,
} from '@shared/look/palette';
import { monoFont, sansFont } from '@shared/look/fonts';
import type { StrategyKind } from '@shared/experiment/strategies';

/** Fonts by their place on the type scale. */
export const fonts = {
  title: `400 20px ${sansFont}`,
  note: `400 11px ${sansFont}`,
  name: `400 12px ${sansFont}`,
  head: `600 12px ${sansFont}`,
  id: `400 11px ${monoFont}`,
  figure: `500 12px ${monoFont}`,
} as const;

export interface CanvasTheme extends Palette {
  readonly name: ThemeName;
  /** Fill of a worker's bars. */
  tint(strategy: StrategyKind, index: number): string;
  /** The same, set back: for its sampled states and what is still to come. */
  faint(strategy: StrategyKind, index: number): string;
  /** Colour of text on a fill. */
  textOn(fill: string): string;
  /** Bars of what belongs to no strategy. */
  readonly neutral: string;
  /** Ground of a core's share that other programs took; its height is ruled in `ink3`. */
  readonly others: string;
}

function remember<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const found = known.get(key) ?? make(key);
    known.set(key, found);
    return found;
  };
}

function createTheme(name: ThemeName): CanvasTheme {
  const palette = palettes[name];
  const text = remember((fill) => textOn(name, fill));
  const faint = remember((fill) => mix(fill, palette.ground, 0.55));
  // Tints repeat after four.
  const tints = remember((key) => {
    const [strategy, index] = key.split(' ') as [StrategyKind, string];
    return workerTint(name, strategy, Number(index));
  });
  const tint = (strategy: StrategyKind, index: number): string => tints(`${strategy} ${index % 4}`);
  return {
    ...palette,
    name,
    tint,
    faint: (strategy, index) => faint(tint(strategy, index)),
    textOn: text,
    neutral: mix(palette.ink3, palette.ground, 0.75),
    others: mix(palette.ink3, palette.ground, 0.25),
  };
}

const themes: Readonly<Record<ThemeName, CanvasTheme>> = {
  light: createTheme('light'),
  dark: createTheme('dark'),
};

/** The canvas theme of that name. */
export function canvasTheme(name: ThemeName): CanvasTheme {
  return themes[name];
}
