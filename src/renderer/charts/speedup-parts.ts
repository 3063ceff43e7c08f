// Draws what the chart of speed-ups has besides what Chart.js has: where the cores end, bands and intervals, names
// at the ends.
import { message } from '@present/messages/message';
import type { Chart, Plugin } from 'chart.js';
import type { FitPoint, ScaleMarks } from '@present/figures/speedup';
import { formatFigure } from '@present/locale/format';
import { mix } from '@shared/look/palette';
import type { StrategyKind } from '@shared/experiment/strategies';
import { drawGlyph } from '../canvas/glyph';
import { textFont, type ChartKind } from './parts';
import { countCores } from '@present/words/count';
import type { SeriesOf } from '@present/words/scaling-text';
import type { ChartTheme } from './setup';

/** Rules at the cores and the quota, each with its name; beyond the cores a ground of its own. */
export function markScale(
  { cores, quotaCores }: ScaleMarks,
  { palette }: ChartTheme,
): Plugin<ChartKind> {
  const rules = [
    { at: cores, text: countCores(cores), dash: [] },
    ...(quotaCores === undefined
      ? []
      : [
          {
            at: quotaCores,
            text: message('speedup-quota', { cores: formatFigure(quotaCores) }),
            dash: [3, 2],
          },
        ]),
  ];
  const place = ({ x }: Chart<ChartKind>['scales'], workers: number): number =>
    x === undefined ? Number.NaN : Math.round(x.getPixelForValue(workers)) + 0.5;
  return {
    id: 'markScale',
    beforeDatasetsDraw: ({ ctx, chartArea, scales }) => {
      const { top, bottom, right, height } = chartArea;
      const over = place(scales, cores);
      ctx.save();
      ctx.fillStyle = mix(palette.ink, palette.surface, 0.04);
      ctx.fillRect(over, top, Math.max(0, right - over), height);
      ctx.strokeStyle = palette.ink;
      ctx.lineWidth = 1;
      for (const { at, dash } of rules) {
        const left = place(scales, at);
        ctx.setLineDash(dash);
        ctx.beginPath();
        ctx.moveTo(left, top - 4);
        ctx.lineTo(left, bottom);
        ctx.stroke();
      }
      ctx.restore();
    },
    afterDatasetsDraw: ({ ctx, chartArea: { bottom, right }, scales }) => {
      ctx.save();
      ctx.font = textFont;
      ctx.lineJoin = 'round';
      ctx.lineWidth = 3;
      ctx.strokeStyle = palette.surface;
      ctx.fillStyle = palette.ink2;
      rules.forEach(({ at, text }, row) => {
        const left = place(scales, at);
        const room = right - left > ctx.measureText(text).width + 8;
        ctx.textAlign = room ? 'left' : 'right';
        const from = left + (room ? 5 : -5);
        ctx.strokeText(text, from, bottom - 6 - row * 15);
        ctx.fillText(text, from, bottom - 6 - row * 15);
      });
      ctx.restore();
    },
  };
}

/** A fitted curve with the ends of its interval. */
export interface FitCurve extends SeriesOf {
  readonly points: readonly FitPoint[];
}

/** The intervals of fitted curves as pale bands. */
export function bands(curves: readonly FitCurve[], { palette }: ChartTheme): Plugin<ChartKind> {
  return {
    id: 'bands',
    beforeDatasetsDraw: ({ ctx, chartArea, scales: { x, y } }) => {
      if (x === undefined || y === undefined) return;
      const { left, top, width, height } = chartArea;
      ctx.save();
      ctx.beginPath();
      ctx.rect(left, top, width, height);
      ctx.clip();
      ctx.globalAlpha = 0.18;
      for (const { strategy, points } of curves) {
        ctx.fillStyle = palette.strategies[strategy];
        ctx.beginPath();
        for (const { workers, low } of points) {
          ctx.lineTo(x.getPixelForValue(workers), y.getPixelForValue(low));
        }
        for (const { workers, high } of [...points].reverse()) {
          ctx.lineTo(x.getPixelForValue(workers), y.getPixelForValue(high));
        }
        ctx.fill();
      }
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
  { palette }: ChartTheme,
): Plugin<ChartKind> {
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
  look: ChartTheme,
  spread: (wished: readonly number[], gap: number, end: number) => readonly number[],
): Plugin<ChartKind> {
  const { palette } = look;
  return {
    id: 'endLabels',
    afterDatasetsDraw: ({ ctx, chartArea, scales: { y } }: Chart<ChartKind>) => {
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
