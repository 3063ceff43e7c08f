// Speed-up by workers: every trial a dot, the ratio of medians a larger mark with its interval.
import { paragraph } from '@present/messages/list';
import { message } from '@present/messages/message';
import { countCores } from '@present/words/count';
import { asRatio, formatNumber, formatRatio, writeNumber } from '@present/locale/format';
import { seriesName, scalingLines } from '@present/words/scaling-text';
import { labelStrategy } from '@present/names/cells';
import { speedupSeries, type SpeedupPoint, type SpeedupSeries } from '@present/figures/speedup';

import type { Report } from '@shared/report/report';
import { markup, type Markup } from './markup';
import { dot, glyph } from './marks';
import { valueTicks } from '@present/scales/axis';
import { linearScale, type LinearScale } from '@present/scales/linear-scale';
import { baseStrategyOf } from '@shared/experiment/strategies';

const width = 344;
const height = 320;
const nameHeight = 14;
const plot = { left: 40, right: 262, top: 26, bottom: 272 } as const;

interface Axes {
  readonly x: LinearScale;
  readonly y: LinearScale;
  /** From 0 to the end of the axis of speed-ups. */
  readonly ticks: readonly number[];
  readonly cores: number;
}

function makeAxes(points: readonly SpeedupPoint[], cores: number): Axes {
  const maxWorkers = Math.max(2, cores, ...points.map(({ workers }) => workers));
  const highest = Math.max(
    1,
    ...points.flatMap(({ speedup, interval, trials }) => [speedup, interval?.high ?? 0, ...trials]),
  );
  const ticks = valueTicks(highest * 1.05, 5);
  return {
    x: linearScale(1, maxWorkers, plot.left, plot.right),
    y: linearScale(0, ticks.at(-1) || 1, plot.bottom, plot.top),
    ticks,
    cores,
  };
}

function drawGrid({ y, ticks }: Axes): Markup {
  const lines = ticks.map(
    (tick) => markup`<path class="grid" d="M${plot.left} ${y.at(tick)}H${plot.right}" />
      <text class="end" x="${plot.left - 6}" y="${y.at(tick) + 4}">${asRatio(formatNumber(tick))}</text>`,
  );
  return markup`${lines}<path class="axis" d="M${plot.left} ${plot.bottom}H${plot.right}" />`;
}

/** Worker counts under the axis, the ones that would touch a neighbour left out. */
function drawCounts({ x, cores }: Axes, points: readonly SpeedupPoint[]): Markup {
  const counts = [...new Set([1, cores, ...points.map(({ workers }) => workers)])];
  const wanted = [cores, ...counts.sort((one, other) => one - other)];
  const shown: number[] = [];
  for (const count of wanted) {
    if (shown.every((other) => Math.abs(x.at(other) - x.at(count)) >= 16)) shown.push(count);
  }
  const labels = shown.map(
    (count) =>
      markup`<text class="middle" x="${x.at(count)}" y="${plot.bottom + 18}">${writeNumber(count)}</text>`,
  );
  return markup`${labels}<text x="${plot.left}" y="${plot.bottom + 38}">${message('page-speedup-workers')}</text>`;
}

/** Returns what the cores allow at most, and where they end. */
function drawLimits({ x, y, cores }: Axes): Markup {
  const at = x.at(cores);
  const best = Math.min(cores, y.max);
  const label = countCores(cores);
  const side = at > plot.right - 60 ? { anchor: 'end', x: at - 6 } : { anchor: 'start', x: at + 6 };
  return markup`<rect class="beyond" x="${at}" y="${plot.top}" width="${plot.right - at}" height="${plot.bottom - plot.top}" />
    <path class="ideal" d="M${x.at(1)} ${y.at(1)}L${x.at(best)} ${y.at(best)}" />
    <path class="serial line dashed" d="M${plot.left} ${y.at(1)}H${plot.right}" />
    <path class="cores" d="M${at} ${plot.top - 22}V${plot.bottom}" />
    <text class="${side.anchor}" x="${side.x}" y="${plot.top - 12}">${label}</text>`;
}

function describePoint(
  label: string,
  workers: number,
  speedup: number,
  interval: SpeedupPoint['interval'],
): string {
  const point = { label, workers, ratio: formatRatio(speedup) };
  if (interval === undefined) return message('page-speedup-point', point);
  const [low, high] = [formatRatio(interval.low), formatRatio(interval.high)];
  return message('page-speedup-interval', { ...point, low, high });
}

function drawSeries(
  { strategy, placement, python, points }: SpeedupSeries,
  { x, y }: Axes,
): Markup {
  const line = points.map(({ workers, speedup }) => `${x.at(workers)} ${y.at(speedup)}`).join('L');
  const marks = points.map(({ workers, speedup, interval, trials }) => {
    const at = x.at(workers);
    const label = labelStrategy({ strategy, python });
    return markup`<g><title>${describePoint(label, workers, speedup, interval)}</title>${
      interval &&
      markup`<path class="line" d="M${at} ${y.at(interval.low)}V${y.at(interval.high)}" />`
    }<g class="faint">${trials.map((trial) => dot(strategy, at, y.at(trial), 1.6))}</g>${dot(strategy, at, y.at(speedup), 3.4)}</g>`;
  });
  const dashed = placement === 'main' ? ' dashed' : '';
  return markup`<g class="${strategy}"><path class="line${dashed}" d="M${line}" />${marks}</g>`;
}

/** A name beside the last point of each series, moved apart where they would touch. */
function drawNames(series: readonly SpeedupSeries[], { x, y }: Axes): Markup {
  const ends = series
    .flatMap(({ strategy, placement, python, points }) => {
      const last = points[points.length - 1];
      const name = seriesName({ strategy, placement, python });
      return last === undefined
        ? []
        : [{ strategy, name, x: x.at(last.workers), y: y.at(last.speedup) }];
    })
    .sort((one, other) => one.y - other.y);
  // Downwards from the highest, yet so that those below still have their place above the axis.
  let free = plot.top;
  return markup`${ends.map((end, index) => {
    const lowest = plot.bottom - 4 - (ends.length - 1 - index) * nameHeight;
    const at = Math.min(Math.max(end.y, free), lowest);
    free = at + nameHeight;
    return markup`<text class="name ${end.strategy}" x="${end.x + 9}" y="${at + 4}">${end.name}</text>`;
  })}`;
}

/** The chart of cold speed-ups, or why there is none. */
export function speedupChart(report: Report): Markup {
  const series = speedupSeries(report.cells);
  if (series.length === 0) {
    return markup`<p class="quiet">${message('page-speedup-none')}</p>`;
  }
  const points = series.flatMap((each) => each.points);
  const axes = makeAxes(points, report.environment.usableCores);
  const async = series.some(({ strategy }) => baseStrategyOf(strategy) === 'async');
  return markup`<svg class="chart speedups" viewBox="0 0 ${width} ${height}" role="img" aria-label="${message('page-speedup-picture')}">
    ${drawLimits(axes)}${drawGrid(axes)}${drawCounts(axes, points)}
    ${series.map((each) => drawSeries(each, axes))}${drawNames(series, axes)}
  </svg><p class="quiet">${message(async ? 'page-speedup-async' : 'page-speedup-lines')}</p>`;
}

/** A line for each strategy with several worker counts, cold. */
export function scalingFacts({ scaling, environment, cells }: Report): Markup {
  const lines = scalingLines(scaling, 'cold', environment.usableCores, cells).map(
    ({ strategy, name, sentences }) =>
      markup`<p class="quiet">${glyph(strategy)} <b>${name}</b> ${paragraph(sentences)}</p>`,
  );
  return markup`${lines}`;
}
