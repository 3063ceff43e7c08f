// Every trial a dot, zoomed to the strategies near the best: the plot column of the results table.
import type { ResultRow } from '@present/figures/views';
import { dotRow, dotScale, place, type DotRow } from '@present/figures/dot-plot';
import type { TimeColumn } from '@present/locale/format';
import { markup, type Markup } from './markup';
import { dot } from './marks';

const width = 220;
const height = 30;
const middle = height / 2;
const inset = 10;
/** How far a dot stands from the middle of its row at most. */
const scatter = 6;

export interface DotPlot {
  /** Axis with its ticks, for the head of the table. */
  readonly axis: Markup;
  row(row: ResultRow): Markup;
}

const x = (share: number): number => inset + share * (width - 2 * inset);

function drawRow({ strategy }: ResultRow, { median, off, dots, band, cut }: DotRow): Markup {
  if (off !== undefined) {
    return markup`<text x="${width - 24}" y="19" class="end quiet">${off}</text
      ><path class="arrow" d="M${width - 18} 15h14m-4 -4l4 4l-4 4" />`;
  }
  const interval =
    band &&
    markup`<rect
      class="band"
      x="${x(band.from)}"
      y="${middle - 8}"
      width="${Math.max(1, x(band.to) - x(band.from))}"
      height="16"
    />`;
  const trials = dots.map(({ at, offset, outlier, text }) => {
    const y = middle + offset * scatter;
    const ring = outlier
      ? markup`<circle class="ring" cx="${x(at)}" cy="${y}" r="5" />`
      : undefined;
    return markup`<g><title>${text}</title>${ring}${dot(strategy, x(at), y, 2.5)}</g>`;
  });
  const goesOn = cut ? markup`<path class="arrow" d="M${width - 8} 11l4 4l-4 4" />` : undefined;
  return markup`${interval}<path class="rule" d="M${x(median)} ${middle - 10}v20" />${trials}${goesOn}`;
}

/** The plot for these rows; `column` writes the figures on its axis. */
export function dotPlot(rows: readonly ResultRow[], column: TimeColumn): DotPlot {
  const scale = dotScale(rows);
  const ticks = scale?.ticks.map((tick) => ({
    at: x(place(tick, scale)),
    text: column.write(tick),
  }));
  const grid = ticks?.map(({ at }) => markup`<path class="grid" d="M${at} 0v${height}" />`);
  const labels = ticks?.map(
    ({ at, text }) => markup`<text x="${at}" y="12" class="middle">${text}</text>`,
  );
  const frame = (content: Markup, tall: number): Markup =>
    markup`<svg class="plot" width="${width}" height="${tall}" aria-hidden="true">${content}</svg>`;
  return {
    axis: frame(markup`${labels}`, 16),
    row(row) {
      const drawn = scale && dotRow(row, scale, column);
      return frame(markup`${grid}${drawn && drawRow(row, drawn)}`, height);
    },
  };
}
