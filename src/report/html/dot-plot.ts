// Every trial a dot, zoomed to the ways near the best: the plot column of the results table.
import { numberTrial } from '@shared/words/names';
import type { ResultRow } from '@present/figures/views';
import { formatDuration, type TimeColumn } from '@shared/base/format';
import { markup, type Markup } from './markup';
import { dot } from './marks';
import { linearScale, niceTicks, type Scale } from './scale';

const width = 220;
const height = 30;
const inset = 10;

/** Ways with a median above this many times the best are shown as an arrow with the figure. */
const farthest = 1.6;

export interface DotPlot {
  /** Axis with its ticks, for the head of the table. */
  readonly axis: Markup;
  row(row: ResultRow): Markup;
}

function isNear(row: ResultRow, best: number): boolean {
  return row.cold !== undefined && row.cold.median <= best * farthest;
}

function plotRange(rows: readonly ResultRow[], best: number): readonly [number, number] {
  const times = rows
    .filter((row) => isNear(row, best))
    .flatMap((row) => row.times.map(({ ns }) => ns));
  const min = Math.min(...times, best);
  const max = Math.min(Math.max(...times, best), best * farthest * 1.2);
  const margin = (max - min || best) * 0.04;
  return [Math.max(0, min - margin), max + margin];
}

function drawRow(row: ResultRow, scale: Scale): Markup {
  const middle = height / 2;
  const { cold, coldInterval } = row;
  if (cold === undefined) return markup``;
  const band =
    coldInterval &&
    markup`<rect
      class="band"
      x="${scale.at(coldInterval.low)}"
      y="${middle - 8}"
      width="${Math.max(1, scale.at(coldInterval.high) - scale.at(coldInterval.low))}"
      height="16"
    />`;
  const dots = row.times.map(({ trial, ns }, index) => {
    const beyond = ns > scale.max;
    const y = middle + ((index % 5) - 2) * 2.4;
    return markup`<g
      ><title>${numberTrial(trial)}: ${formatDuration(ns)}${beyond ? ', beyond the axis' : ''}</title
      >${dot(row.strategy, scale.at(ns), y, beyond ? 1.5 : 2.5)}</g
    >`;
  });
  const median = scale.at(cold.median);
  return markup`${band}<path class="rule" d="M${median} ${middle - 10}v20" />${dots}`;
}

/** The plot for these rows; `column` writes the figures on its axis. */
export function dotPlot(rows: readonly ResultRow[], column: TimeColumn): DotPlot {
  const medians = rows.flatMap((row) => row.cold?.median ?? []);
  const best = Math.min(...medians);
  const [min, max] = plotRange(rows, best);
  const scale = linearScale(min, max, inset, width - inset);
  const ticks = medians.length === 0 ? [] : niceTicks(min, max, 4);
  const grid = ticks.map(
    (tick) => markup`<path class="grid" d="M${scale.at(tick)} 0v${height}" />`,
  );
  const labels = ticks.map(
    (tick) =>
      markup`<text x="${scale.at(tick)}" y="12" class="middle">${column.write(tick)}</text>`,
  );
  const frame = (content: Markup, tall: number): Markup =>
    markup`<svg class="plot" width="${width}" height="${tall}" aria-hidden="true">${content}</svg>`;
  return {
    axis: frame(markup`${labels}`, 16),
    row(row) {
      if (row.cold === undefined || isNear(row, best)) {
        return frame(markup`${grid}${drawRow(row, scale)}`, height);
      }
      const figure = column.write(row.cold.median);
      return frame(
        markup`${grid}<text x="${width - 24}" y="19" class="end quiet">${figure}</text
          ><path class="arrow" d="M${width - 18} 15h14m-4 -4l4 4l-4 4" />`,
        height,
      );
    },
  };
}
