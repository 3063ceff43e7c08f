// What the charts draw besides what Chart.js has: small plugins, each a closure over its data.
import type { Chart, Plugin } from 'chart.js';
import type { StrategyKind } from '@shared/strategies';
import { glyphs } from '../components/base/glyphs';
import { monoFont, type Look } from './setup';

type Kind = 'bar' | 'scatter';

const font = `${monoFont.size}px ${monoFont.family}`;
const textFont = "11px 'IBM Plex Sans', sans-serif";

/** Draws a strategy's mark into a box whose top left corner is at x, y. */
function drawGlyph(
  ctx: CanvasRenderingContext2D,
  kind: StrategyKind,
  box: { readonly x: number; readonly y: number; readonly size: number },
  colour: string,
): void {
  ctx.save();
  ctx.translate(box.x, box.y);
  ctx.scale(box.size / 16, box.size / 16);
  ctx.fillStyle = ctx.strokeStyle = colour;
  for (const { d, width } of glyphs[kind]) {
    const path = new Path2D(d);
    if (width === undefined) {
      ctx.fill(path);
    } else {
      ctx.lineWidth = width;
      ctx.stroke(path);
    }
  }
  ctx.restore();
}

export interface RowHead {
  readonly strategy: StrategyKind;
  readonly label: string;
}

/** Glyph and name of each row, left of the plot. */
export function rowHeads(rows: readonly RowHead[], { palette }: Look): Plugin<Kind> {
  return {
    id: 'rowHeads',
    afterDraw: ({ ctx, scales: { y } }) => {
      if (y === undefined) return;
      ctx.save();
      ctx.font = "12px 'IBM Plex Sans', sans-serif";
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
  { palette }: Look,
): Plugin<Kind> {
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

/** The core count: a rule, and beyond it a ground that says so. */
export function coreMarker(cores: number, { palette }: Look): Plugin<Kind> {
  return {
    id: 'coreMarker',
    beforeDatasetsDraw: ({ ctx, chartArea, scales: { x } }) => {
      if (x === undefined) return;
      const at = Math.round(x.getPixelForValue(cores)) + 0.5;
      ctx.save();
      ctx.fillStyle = palette.sunk;
      ctx.fillRect(at, chartArea.top, Math.max(0, chartArea.right - at), chartArea.height);
      ctx.strokeStyle = palette.ink;
      ctx.lineWidth = 1;
      ctx.beginPath();
      ctx.moveTo(at, chartArea.top - 4);
      ctx.lineTo(at, chartArea.bottom);
      ctx.stroke();
      ctx.font = textFont;
      ctx.fillStyle = palette.ink2;
      const text = `${cores} ${cores === 1 ? 'core' : 'cores'}`;
      const room = chartArea.right - at > ctx.measureText(text).width + 8;
      ctx.textAlign = room ? 'left' : 'right';
      ctx.fillText(text, at + (room ? 5 : -5), chartArea.bottom - 6);
      ctx.restore();
    },
  };
}

/** Intervals as upright lines through their points. */
export function intervals(
  points: readonly {
    readonly x: number;
    readonly low: number;
    readonly high: number;
    readonly strategy: StrategyKind;
  }[],
  { palette }: Look,
): Plugin<Kind> {
  return {
    id: 'intervals',
    beforeDatasetsDraw: ({ ctx, scales: { x, y } }) => {
      if (x === undefined || y === undefined) return;
      ctx.save();
      ctx.lineWidth = 1.75;
      for (const point of points) {
        ctx.strokeStyle = palette.strategies[point.strategy];
        ctx.beginPath();
        ctx.moveTo(x.getPixelForValue(point.x), y.getPixelForValue(point.low));
        ctx.lineTo(x.getPixelForValue(point.x), y.getPixelForValue(point.high));
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}

/** Names at the right of their lines' ends, moved apart where they would touch. */
export function endLabels(
  labels: readonly { readonly y: number; readonly text: string; readonly strategy: StrategyKind }[],
  look: Look,
  spread: (wished: readonly number[], gap: number, end: number) => readonly number[],
): Plugin<Kind> {
  const { palette } = look;
  return {
    id: 'endLabels',
    afterDatasetsDraw: ({ ctx, chartArea, scales: { y } }: Chart<Kind>) => {
      if (y === undefined) return;
      const wished = labels.map((label) => y.getPixelForValue(label.y));
      const placed = spread(wished, 16, chartArea.bottom - 4);
      ctx.save();
      ctx.font = textFont;
      ctx.textBaseline = 'middle';
      labels.forEach(({ text, strategy }, index) => {
        const at = placed[index] ?? 0;
        const left = chartArea.right + 8;
        const box = { x: left, y: at - 6, size: 12 };
        drawGlyph(ctx, strategy, box, palette.strategies[strategy]);
        ctx.fillStyle = palette.ink2;
        ctx.fillText(text, left + 17, at + 0.5);
      });
      ctx.restore();
    },
  };
}
