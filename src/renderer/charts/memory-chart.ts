// The chart of memory over time: a stepped curve for each cell, its median trial, with exact readings as dots.
import { message } from '@present/messages/message';
import {
  formatBytes,
  formatNumber,
  groupDigits,
  timeColumn,
  withUnit,
} from '@present/locale/format';
import type { CellMemory } from '@present/figures/memory-by-cell';
import { spreadLabels } from '@present/figures/speedups';
import { valueTicks } from '@present/scales/axis';
import { isPython } from '@shared/experiment/strategies';
import { dotShapes } from '@shared/look/glyphs';
import { endLabels } from './speedup-parts';
import { axisLook, tooltipLook, type ChartConfig, type ChartTheme } from './setup';

const labelWidth = 168;
const megabyte = 1e6;

/** The chartConfig; from zero on both axes, time from the decision. */
export function memoryRecipe(cells: readonly CellMemory[], look: ChartTheme): ChartConfig {
  const { palette } = look;
  const lastNs = Math.max(1, ...cells.map(({ points }) => points.at(-1)?.atNs ?? 0));
  const { unit, unitNs } = timeColumn([lastNs]);
  const xTicks = valueTicks(lastNs / unitNs, 6);
  const yTicks = valueTicks(Math.max(1, ...cells.map(({ peakBytes }) => peakBytes)) / megabyte, 5);
  const xy = ({ atNs, bytes }: CellMemory['points'][number]) => ({
    x: atNs / unitNs,
    y: bytes / megabyte,
  });
  const lines = cells.map(({ label, strategy, points }) => ({
    type: 'scatter' as const,
    label,
    data: points.map(xy),
    showLine: true,
    stepped: 'before' as const,
    pointRadius: 0,
    pointHitRadius: 6,
    borderWidth: 1.5,
    borderDash: isPython(strategy) ? [7, 3] : [],
    borderColor: palette.strategies[strategy],
  }));
  const dots = cells.map(({ label, strategy, exact }) => ({
    type: 'scatter' as const,
    label,
    data: exact.map(xy),
    backgroundColor: isPython(strategy) ? palette.surface : palette.strategies[strategy],
    borderColor: palette.strategies[strategy],
    pointStyle: dotShapes[strategy],
    pointRadius: 3,
    pointBorderWidth: isPython(strategy) ? 1.5 : 0,
  }));
  return {
    type: 'scatter',
    data: { datasets: [...lines, ...dots] },
    options: {
      maintainAspectRatio: false,
      layout: { padding: { right: labelWidth, top: 8 } },
      scales: {
        x: {
          type: 'linear',
          min: 0,
          max: xTicks.at(-1) ?? 1,
          ...axisLook(look, message('memory-chart-time', { unit })),
          afterBuildTicks: (axis) => {
            axis.ticks = xTicks.map((value) => ({ value }));
          },
          ticks: { ...axisLook(look, '').ticks, callback: (value) => formatNumber(Number(value)) },
          grid: { display: false },
        },
        y: {
          type: 'linear',
          min: 0,
          max: yTicks.at(-1) ?? 1,
          ...axisLook(look, ''),
          afterBuildTicks: (axis) => {
            axis.ticks = yTicks.map((value) => ({ value }));
          },
          ticks: {
            ...axisLook(look, '').ticks,
            // The unit stands at the last tick.
            callback: (value) => {
              const figure = groupDigits(Number(value));
              return Number(value) === yTicks.at(-1) ? withUnit(figure, 'MB') : figure;
            },
          },
        },
      },
      plugins: {
        tooltip: {
          ...tooltipLook(look),
          callbacks: {
            title: ([item]) => item?.dataset.label ?? '',
            label: ({ parsed }) =>
              message('memory-chart-at', {
                size: formatBytes((parsed.y ?? Number.NaN) * megabyte),
                time: timeColumn([lastNs]).writeWhole((parsed.x ?? Number.NaN) * unitNs),
              }),
          },
        },
      },
    },
    plugins: [
      endLabels(
        cells.map(({ label, strategy, points, peakBytes }) => ({
          // One whose processes are gone ends at 0: its name stands where it was.
          y: (points.findLast(({ bytes }) => bytes > 0)?.bytes ?? peakBytes) / megabyte,
          text: label,
          strategy,
        })),
        look,
        spreadLabels,
      ),
    ],
  };
}
