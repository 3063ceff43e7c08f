// Chart.js with the parts that are used, and the look all charts share.
import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LogarithmicScale,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
  type ChartConfiguration,
} from 'chart.js';
import { language } from '@present/messages/message';
import type { Language } from '@shared/base/language';
import { monoFont, sansFont } from '@shared/look/fonts';
import { palettes, type Palette, type ThemeName } from '@shared/look/palette';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineElement,
  LogarithmicScale,
  PointElement,
  ScatterController,
  Tooltip,
);
Chart.defaults.animation = false;
Chart.defaults.font = {
  family: sansFont,
  size: 11,
  lineHeight: 1.4,
};

/** Figures of a chart. */
export const figureFont = { family: monoFont, size: 11 } as const;

/** A chart of bars and points, as this app draws them. */
export type ChartConfig = ChartConfiguration<'bar' | 'scatter', unknown[], string>;

/** What a chartConfig is made for. */
export interface ChartTheme {
  readonly theme: ThemeName;
  readonly palette: Palette;
  /** Its texts are written when they are drawn: in another language it is another chart. */
  readonly language: Language;
}

export function lookOf(theme: ThemeName): ChartTheme {
  return { theme, palette: palettes[theme], language: language() };
}

/** Axis parts in the palette; `title` holds what is shown, its unit and, if so, that it is a log. */
export function axisLook({ palette }: ChartTheme, title: string) {
  return {
    border: { color: palette.line },
    grid: { color: palette.grid, tickLength: 0 },
    ticks: { color: palette.ink3, font: figureFont, padding: 6, maxRotation: 0 },
    title: { display: title !== '', text: title, color: palette.ink3, align: 'start' as const },
  };
}

/** A tooltip as the rest of the app draws them. */
export function tooltipLook({ palette }: ChartTheme) {
  return {
    backgroundColor: palette.surface,
    borderColor: palette.line,
    borderWidth: 1,
    titleColor: palette.ink,
    bodyColor: palette.ink2,
    bodyFont: figureFont,
    cornerRadius: 2,
    caretSize: 0,
    displayColors: false,
    padding: 8,
  };
}

export { Chart };
