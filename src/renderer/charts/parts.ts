// Draws what the chart of medians has besides what Chart.js has, and what both charts share: small plugins, each a
// closure over its data.
import type { Plugin } from 'chart.js';
import type { StrategyKind } from '@shared/experiment/strategies';
import { sansFont } from '@shared/look/fonts';
import { drawGlyph } from '../canvas/glyph';
import { figureFont, type ChartTheme } from './setup';

export type ChartKind = 'bar' | 'scatter';

const font = `${figureFont.size}px ${figureFont.family}`;
export const textFont = `11px ${sansFont}`;

export interface RowHead {
  readonly strategy: StrategyKind;
  readonly label: string;
}

/** Glyph and name of each row, left of the plot. */
export function rowHeads(rows: readonly RowHead[], { palette }: ChartTheme): Plugin<ChartKind> {
  return {
    id: 'rowHeads',
    afterDraw: ({ ctx, scales: { y } }) => {
      if (y === undefined) return;
      ctx.save();
      ctx.font = `12px ${sansFont}`;
      ctx.textBaseline = 'middle';
      rows.forEach(({ strategy, label }, index) => {
        const middle = y.getPixelForValue(index);
        drawGlyph(ctx, strategy, { x: 0, y: middle - 7, size: 14 }, palette.strategies[strategy]);
        ctx.fillStyle = palette.ink;
        ctx.fillText(label, 22, middle + 0.5);
      });
      ctx.restore();
    },
  };
}

/** A figure for each row in a column at the right, under its head. */
export function rowFigures(
  figures: readonly string[],
  head: string,
  { palette }: ChartTheme,
): Plugin<ChartKind> {
  return {
    id: 'rowFigures',
    afterDatasetsDraw: ({ ctx, width, chartArea, scales: { y } }) => {
      if (y === undefined) return;
      ctx.save();
      ctx.textAlign = 'right';
      ctx.textBaseline = 'middle';
      ctx.font = textFont;
      ctx.fillStyle = palette.ink3;
      ctx.fillText(head, width, chartArea.top - 8);
      ctx.font = font;
      ctx.fillStyle = palette.ink;
      figures.forEach((text, index) => {
        ctx.fillText(text, width, y.getPixelForValue(index) + 0.5);
      });
      ctx.restore();
    },
  };
}

/** A ring around each of these points: outliers. */
export function rings(
  points: readonly { readonly x: number; readonly y: number }[],
  { palette }: ChartTheme,
): Plugin<ChartKind> {
  return {
    id: 'rings',
    afterDatasetsDraw: ({ ctx, scales: { x, y } }) => {
      if (x === undefined || y === undefined) return;
      ctx.save();
      ctx.strokeStyle = palette.ink;
      ctx.lineWidth = 1;
      for (const point of points) {
        ctx.beginPath();
        ctx.arc(x.getPixelForValue(point.x), y.getPixelForValue(point.y), 6, 0, 2 * Math.PI);
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}
