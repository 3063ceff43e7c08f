// Puts the palette and the font stacks on :root as CSS variables. Through the CSSOM, which the window's content security
// policy allows and a style attribute would not be.
import { monoFont, sansFont } from '@shared/look/fonts';
import { palettes, type ThemeName } from '@shared/look/palette';
import { baseStrategyOf, strategyKinds, type StrategyKind } from '@shared/experiment/strategies';

const tokens = [
  'ground',
  'surface',
  'sunk',
  'hair',
  'grid',
  'line',
  'ink',
  'ink2',
  'ink3',
  'signal',
] as const;

/** The colour of text on a chip filled with a strategy's hue. */
export function onStrategy(theme: ThemeName, kind: StrategyKind): string {
  if (theme === 'dark') return palettes.dark.ground;
  return baseStrategyOf(kind) === 'async' ? palettes.light.ink : '#FFFFFF';
}

/** Sets `--sans`, `--mono`, `--ground` … `--hybrid`, and `--on-serial` … for text on a filled chip. */
export function applyTheme(theme: ThemeName, root: HTMLElement = document.documentElement): void {
  const palette = palettes[theme];
  root.style.setProperty('--sans', sansFont);
  root.style.setProperty('--mono', monoFont);
  for (const token of tokens) root.style.setProperty(`--${token}`, palette[token]);
  for (const kind of strategyKinds) {
    root.style.setProperty(`--${kind}`, palette.strategies[kind]);
    root.style.setProperty(`--on-${kind}`, onStrategy(theme, kind));
  }
  root.style.colorScheme = theme;
  root.dataset['theme'] = theme;
}
