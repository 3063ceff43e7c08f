// The chart of medians: bars from zero with the trials as dots; on a logarithmic axis, where a bar
// has no zero to start from, the interval and a rule at the median instead.
import { message } from '@present/messages/message';
import type { Basis } from '@analysis/cells/cells';
import { isPython } from '@shared/experiment/strategies';
import { formatFigure, formatNumber } from '@present/locale/format';
import { mix } from '@shared/look/palette';
import { stripePitch } from '../canvas/pen';
import { stripePattern } from '../canvas/remembered';
import { rings, rowFigures, rowHeads } from './parts';
import type { MedianData } from '@present/figures/medians';
import { valueTicks } from '@present/scales/axis';
import { decadeEnds, isDecade, type ScaleKind } from '@present/scales/scale';
import { axisLook, tooltipLook, type ChartConfig, type ChartTheme } from './setup';

/** Room for a mark and for labels such as `hybrid 4×2`; Python's are longer. */
const headWidth = { least: 124, mark: 22, character: 6.4, gap: 10 } as const;
const figureWidth = 76;

/** Height in px that gives every row its room. */
export function medianHeight(data: MedianData): number {
  return data.bars.length * 30 + 60;
}

/** Width in px of the heads of these rows. */
export function medianHeadWidth({ bars }: Pick<MedianData, 'bars'>): number {
  const longest = Math.max(0, ...bars.map(({ label }) => label.length));
  const { least, mark, character, gap } = headWidth;
  return Math.max(least, Math.ceil(mark + longest * character + gap));
}

/** The chart's configuration, of cold or warm times. */
export function medianRecipe(
  data: MedianData,
  scale: ScaleKind,
  basis: Basis,
  look: ChartTheme,
): ChartConfig {
  const { palette } = look;
  const log = scale === 'log';
  const all = [...data.dots.map(({ x }) => x), ...data.bars.map(({ median }) => median)];
  const ticks = valueTicks(Math.max(0, ...all), 6);
  const ends = log ? decadeEnds(all) : { min: 0, max: ticks.at(-1) };
  const bars = data.bars.map(({ median, interval }) =>
    log ? [...(interval ?? [median, median])] : median,
  );
  const full = data.bars.map(({ strategy }) => palette.strategies[strategy]);
  const fills = data.bars.map(({ strategy }) =>
    isPython(strategy)
      ? striped(palette.strategies[strategy], palette.surface)
      : palette.strategies[strategy],
  );
  const pale = full.map((hue) => mix(hue, palette.surface, 0.35));
  const dotted = {
    type: 'scatter' as const,
    parsing: false as const,
    clip: 8,
    data: data.dots.map(({ x, y }) => ({ x, y })),
    pointRadius: 3,
    pointHoverRadius: 4,
    pointBorderWidth: 1.25,
    pointBackgroundColor: log
      ? data.dots.map(({ strategy }) =>
          isPython(strategy) ? palette.surface : palette.strategies[strategy],
        )
      : palette.surface,
    pointBorderColor: log
      ? data.dots.map(({ strategy }) =>
          isPython(strategy) ? palette.strategies[strategy] : palette.surface,
        )
      : palette.ink,
  };
  const rules = {
    type: 'scatter' as const,
    parsing: false as const,
    data: data.bars.map(({ median }, y) => ({ x: median, y })),
    pointStyle: 'line' as const,
    pointRotation: 90,
    pointRadius: 9,
    pointHoverRadius: 9,
    pointBorderWidth: 2,
    pointBorderColor: full,
  };
  return {
    type: 'bar',
    data: {
      labels: data.bars.map(({ label }) => label),
      datasets: [
        dotted,
        ...(log ? [rules] : []),
        {
          type: 'bar',
          data: bars,
          backgroundColor: log ? pale : fills,
          barThickness: 16,
          hoverBackgroundColor: log ? pale : fills,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      maintainAspectRatio: false,
      layout: { padding: { left: medianHeadWidth(data), right: figureWidth, top: 16 } },
      scales: {
        x: {
          type: log ? 'logarithmic' : 'linear',
          ...ends,
          ...axisLook(
            look,
            message(log ? 'median-x-axis-log' : 'median-x-axis', { basis, unit: data.unit }),
          ),
          afterBuildTicks: (axis) => {
            if (!log) axis.ticks = ticks.map((value) => ({ value }));
          },
          ticks: {
            ...axisLook(look, '').ticks,
            callback: (value) =>
              log && !isDecade(Number(value)) ? null : formatTick(Number(value)),
          },
          grid: {
            tickLength: 0,
            color: (context) =>
              log && !isDecade(context.tick.value) ? 'transparent' : palette.grid,
          },
        },
        y: { grid: { display: false }, ticks: { display: false }, border: { color: palette.line } },
      },
      plugins: {
        tooltip: {
          ...tooltipLook(look),
          callbacks: {
            title: ([item]) => data.bars[Math.round(item?.parsed.y ?? 0)]?.label ?? '',
            label: ({ dataset, dataIndex }) => {
              const dot = dataset.type === 'scatter' && !('pointStyle' in dataset);
              const found = dot ? data.dots[dataIndex] : undefined;
              return found === undefined
                ? message('chart-median', {
                    value: formatFigure(data.bars[dataIndex]?.median ?? Number.NaN),
                    unit: data.unit,
                  })
                : message(found.outlier ? 'dot-outlier' : 'dot-trial', {
                    number: found.trial + 1,
                    time: message('chart-value', { value: formatFigure(found.x), unit: data.unit }),
                  });
            },
          },
        },
      },
    },
    plugins: [
      rings(
        data.dots.filter(({ outlier }) => outlier),
        look,
      ),
      rowHeads(data.bars, look),
      rowFigures(
        data.bars.map(({ text }) => text),
        message('chart-median-unit', { unit: data.unit }),
        look,
      ),
    ],
  };
}

/** A tick without needless zeros. */
function formatTick(value: number): string {
  return formatNumber(Number(value.toPrecision(6)));
}

/** The fill of a Python strategy's bars: a hue with stripes of the ground. */
function striped(hue: string, ground: string): CanvasPattern | string {
  return stripePattern({ hue, ground, pitch: stripePitch, lineWidth: 1.25 });
}
