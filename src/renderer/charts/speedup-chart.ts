// The chart of speed-ups by workers: what was measured, the fits, the ideal up to the cores, and
// where the cores and a quota end.
import { nameStrategy } from '@present/names/cells';
import { message } from '@present/messages/message';
import type { ScaleMarks, SpeedupSeries } from '@present/figures/speedup';
import { variantOf } from '@shared/report/variants';
import { asRatio, formatNumber, formatRatio, groupDigits } from '@present/locale/format';
import { isPython } from '@shared/experiment/strategies';
import { dotShapes } from '@shared/look/glyphs';
import { bands, endLabels, intervals, markScale, type FitCurve } from './speedup-parts';
import { decadeEnds, isDecade, type ScaleKind } from '@present/scales/scale';
import { seriesName, type SeriesOf } from '@present/words/scaling-text';
import { axisLook, tooltipLook, type ChartConfig, type ChartTheme } from './setup';
import { valueTicks } from '@present/scales/axis';
import { speedupAxes, speedupTop, spreadLabels } from '@present/figures/speedups';

/** Solid, or dashed where the app's own process spawned the workers, or, longer, for Python. */
function dashOf({ strategy, placement }: SeriesOf): number[] {
  if (isPython(strategy)) return [7, 3];
  return placement === 'main' ? [4, 3] : [];
}

const labelWidth = 92;
/** Names of Python's strategies are longer. */
const longLabelWidth = 168;

export interface SpeedupData {
  readonly series: readonly (SpeedupSeries & SeriesOf)[];
  /** Fits to some of them; what has none is joined point by point. */
  readonly curves: readonly FitCurve[];
  readonly marks: ScaleMarks;
}

/** The chartConfig for one kind of y axis. */
export function speedupRecipe(
  { series, curves, marks }: SpeedupData,
  scale: ScaleKind,
  look: ChartTheme,
): ChartConfig {
  const { palette } = look;
  const { cores } = marks;
  const fitted = new Set(curves.map(variantOf));
  const isFitted = (one: SeriesOf): boolean => fitted.has(variantOf(one));
  const axes = speedupAxes(series, cores);
  const log = scale === 'log';
  const long = series.some(({ strategy }) => isPython(strategy));
  const top = speedupTop(series);
  const all = series.flatMap(({ points }) => points.map(({ speedup }) => speedup));
  const ticks = valueTicks(top, 5);
  const ends = log ? decadeEnds([...all, 1]) : { min: 0, max: ticks.at(-1) };
  const lines = series.map((one) => ({
    type: 'scatter' as const,
    label: seriesName(one),
    data: one.points.map(({ workers, speedup }) => ({ x: workers, y: speedup })),
    showLine: !isFitted(one),
    clip: 10,
    borderDash: dashOf(one),
    borderWidth: 1.5,
    borderColor: palette.strategies[one.strategy],
    backgroundColor: isPython(one.strategy) ? palette.surface : palette.strategies[one.strategy],
    pointStyle: dotShapes[one.strategy],
    pointRadius: 4,
    pointHoverRadius: 5,
    pointBorderWidth: isPython(one.strategy) ? 1.5 : 0,
  }));
  const fits = curves.map((curve) => ({
    type: 'scatter' as const,
    data: curve.points.map(({ workers, speedup }) => ({ x: workers, y: speedup })),
    showLine: true,
    pointRadius: 0,
    pointHitRadius: 0,
    borderWidth: 1.5,
    borderDash: dashOf(curve),
    borderColor: palette.strategies[curve.strategy],
  }));
  const line = (points: readonly (readonly [number, number])[], dash: number[]) => ({
    type: 'scatter' as const,
    data: points.map(([x, y]) => ({ x, y })),
    showLine: true,
    pointRadius: 0,
    pointHitRadius: 0,
    borderWidth: 1,
    borderDash: dash,
    borderColor: palette.line,
  });
  return {
    type: 'scatter',
    data: {
      datasets: [
        ...lines,
        ...fits,
        line(
          [
            [1, 1],
            [cores, cores],
          ],
          [2, 3],
        ),
        line(
          [
            [axes.x.min, 1],
            [axes.x.max, 1],
          ],
          [],
        ),
      ],
    },
    options: {
      maintainAspectRatio: false,
      layout: { padding: { right: long ? longLabelWidth : labelWidth, top: 8 } },
      scales: {
        x: {
          type: axes.x.kind === 'log' ? 'logarithmic' : 'linear',
          min: axes.x.min,
          max: axes.x.max,
          ...axisLook(
            look,
            message(axes.x.kind === 'log' ? 'speedup-workers-log' : 'speedup-workers'),
          ),
          afterBuildTicks: (axis) => {
            axis.ticks = axes.x.ticks.map((value) => ({ value }));
          },
          ticks: { ...axisLook(look, '').ticks, callback: (value) => formatNumber(Number(value)) },
          grid: { display: false },
        },
        y: {
          type: log ? 'logarithmic' : 'linear',
          ...ends,
          ...axisLook(look, log ? message('chart-log-scale') : ''),
          afterBuildTicks: (axis) => {
            if (!log) axis.ticks = ticks.map((value) => ({ value }));
          },
          ticks: {
            ...axisLook(look, '').ticks,
            callback: (value) =>
              log && !isDecade(Number(value))
                ? null
                : asRatio(formatNumber(Number(Number(value).toPrecision(3)))),
          },
          grid: {
            tickLength: 0,
            color: ({ tick }) => (log && !isDecade(tick.value) ? 'transparent' : palette.grid),
          },
        },
      },
      plugins: {
        tooltip: {
          ...tooltipLook(look),
          filter: ({ datasetIndex }) => datasetIndex < series.length,
          callbacks: {
            title: ([item]) =>
              message('cell-label', {
                strategy: item?.dataset.label ?? '',
                workers: groupDigits(item?.parsed.x ?? Number.NaN),
              }),
            label: ({ datasetIndex, dataIndex }) => {
              const point = series[datasetIndex]?.points[dataIndex];
              if (point === undefined) return '';
              const value = formatRatio(point.speedup);
              if (point.interval === undefined) return value;
              const { low, high } = point.interval;
              return message('value-range', {
                value,
                low: formatRatio(low),
                high: formatRatio(high),
              });
            },
          },
        },
      },
    },
    plugins: [
      markScale(marks, look),
      bands(curves, look),
      intervals(
        series.flatMap(({ strategy, points }) =>
          points.flatMap(({ workers, interval }) =>
            interval === undefined ? [] : [{ x: workers, ...interval, strategy }],
          ),
        ),
        look,
      ),
      endLabels(
        [
          ...series.map((one) => ({
            y: one.points.at(-1)?.speedup ?? 1,
            text: seriesName(one),
            strategy: one.strategy,
          })),
          { y: 1, text: nameStrategy('serial'), strategy: 'serial' as const },
        ],
        look,
        spreadLabels,
      ),
    ],
  };
}
