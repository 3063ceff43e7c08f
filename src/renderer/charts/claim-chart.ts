// The chart of a claim's figures over workers or bytes: every value a dot, medians joined, one line per
// strategy and runtime. Python's are hollow and dashed; where threads and processes change places is ringed.
import { message } from '@present/messages/message';
import { formatValue } from '@present/names/outcomes';
import { formatBytes, groupDigits } from '@present/locale/format';
import { dotShapes } from '@shared/look/glyphs';
import { valueTicks } from '@present/scales/axis';
import type { ClaimChartData, ClaimSeries } from '@present/figures/claim-chart';
import { rings } from './parts';
import { decadeEnds, isDecade } from '@present/scales/scale';
import { axisLook, tooltipLook, type ChartConfig, type ChartTheme } from './setup';
import { endLabels } from './speedup-parts';
import { spreadLabels } from '@present/figures/speedups';

/** An x as text: `8`, `16.4 kB`. */
export function xWords(x: number, by: ClaimChartData['by']): string {
  return by === 'bytes' ? formatBytes(x) : groupDigits(x);
}

const dots = ({ points }: ClaimSeries) =>
  points.flatMap(({ x, values }) => values.map((y) => ({ x, y })));

/** Room for the names at the lines' ends. */
function labelWidth(series: readonly ClaimSeries[]): number {
  return 28 + 6.2 * Math.max(...series.map(({ name }) => name.length));
}

/** The chartConfig of the chart. */
export function claimRecipe(data: ClaimChartData, look: ChartTheme): ChartConfig {
  const { palette } = look;
  const { series, by, unit, crossings } = data;
  const xLog = data.xScale === 'log';
  const yLog = data.yScale === 'log';
  const xs = [...new Set(series.flatMap(({ points }) => points.map(({ x }) => x)))].sort(
    (one, other) => one - other,
  );
  const all = series.flatMap(({ points }) => points.flatMap(({ values }) => values));
  const ticks = valueTicks(Math.max(0, ...all), 5);
  const yEnds = yLog ? decadeEnds(all) : { min: 0, max: ticks.at(-1) };
  const hue = ({ strategy }: ClaimSeries): string => palette.strategies[strategy];
  const fill = (one: ClaimSeries): string =>
    one.language === 'python' ? palette.surface : hue(one);
  const lines = series.map((one) => ({
    type: 'scatter' as const,
    label: one.name,
    data: one.points.map(({ x, median }) => ({ x, y: median })),
    showLine: true,
    clip: 10,
    borderColor: hue(one),
    borderWidth: 1.5,
    borderDash: one.language === 'python' ? [6, 3] : [],
    pointRadius: 0,
    pointHitRadius: 8,
  }));
  const values = series.map((one) => ({
    type: 'scatter' as const,
    label: one.name,
    data: dots(one),
    clip: 10,
    pointStyle: dotShapes[one.base],
    pointRadius: 2.5,
    pointHoverRadius: 3.5,
    pointBorderWidth: one.language === 'python' ? 1.25 : 0,
    pointBorderColor: hue(one),
    pointBackgroundColor: fill(one),
    pointHoverBackgroundColor: fill(one),
    pointHoverBorderColor: hue(one),
  }));
  return {
    type: 'scatter',
    data: { datasets: [...values, ...lines] },
    options: {
      maintainAspectRatio: false,
      layout: { padding: { right: labelWidth(series), top: 8 } },
      scales: {
        x: {
          type: xLog ? 'logarithmic' : 'linear',
          min: xs[0] ?? 1,
          max: xs.at(-1) ?? 1,
          ...axisLook(
            look,
            message('claim-axis', {
              by: by === 'bytes' ? 'bytes' : 'workers',
              scale: xLog ? 'log' : 'linear',
            }),
          ),
          offset: false,
          afterBuildTicks: (axis) => {
            axis.ticks = xs.map((value) => ({ value }));
          },
          ticks: {
            ...axisLook(look, '').ticks,
            callback: (value) => xWords(Number(value), by),
          },
          grid: { display: false },
        },
        y: {
          type: yLog ? 'logarithmic' : 'linear',
          ...yEnds,
          ...axisLook(look, yLog ? message('chart-log-scale') : ''),
          afterBuildTicks: (axis) => {
            if (!yLog) axis.ticks = ticks.map((value) => ({ value }));
          },
          ticks: {
            ...axisLook(look, '').ticks,
            callback: (value) =>
              yLog && !isDecade(Number(value)) ? null : formatValue(Number(value), unit),
          },
          grid: {
            tickLength: 0,
            color: ({ tick }) => (yLog && !isDecade(tick.value) ? 'transparent' : palette.grid),
          },
        },
      },
      plugins: {
        tooltip: {
          ...tooltipLook(look),
          callbacks: {
            title: ([item]) =>
              item === undefined
                ? ''
                : message('claim-point', {
                    series: item.dataset.label ?? '',
                    at: xWords(item.parsed.x ?? 0, by),
                  }),
            label: ({ datasetIndex, parsed }) => {
              const value = formatValue(parsed.y ?? Number.NaN, unit);
              return datasetIndex < series.length
                ? value
                : message('claim-point-median', { value });
            },
          },
        },
      },
    },
    plugins: [
      rings(crossings, look),
      endLabels(
        series.map((one) => ({
          y: one.points.at(-1)?.median ?? 0,
          text: one.name,
          strategy: one.strategy,
        })),
        look,
        spreadLabels,
      ),
    ],
  };
}
