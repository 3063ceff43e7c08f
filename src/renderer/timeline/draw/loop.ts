// The event-loop delay of the app's main process: is the app itself still alive?
import { formatDuration } from '@present/locale/format';
import { frameNs, type LoopLane } from '../scene/loop-lane';
import type { Band } from '../scene/layout';
import { bar, dashedLine, rule, textWidth, write, type Surface } from '../../canvas/pen';
import { fonts, type CanvasTheme } from '../../canvas/theme';

interface Place {
  readonly plot: Band;
  readonly x0: number;
  readonly x1: number;
  /** Where the clock's line stands: no figure is written across it. */
  readonly nowX?: number;
  /** Bars alone: no scale, no figures. */
  readonly low?: boolean;
}

/** From this height on, a bar says its figure. */
const worthSayingNs = 8e6;

/** Draws the bars, the 16 ms line and the scale; no bars where nothing was measured. */
export function drawLoop(ctx: Surface, lane: LoopLane, place: Place, theme: CanvasTheme): void {
  const { plot, x0, x1 } = place;
  const floor = plot.top + plot.height;
  const yOf = (ns: number): number => floor - (ns / lane.topNs) * plot.height;
  rule(ctx, x0, x1, floor, theme.line);
  if (place.low !== true) drawScale(ctx, lane, place, yOf, theme);
  ctx.fillStyle = theme.ink3;
  for (const { x0: from, x1: to, maxNs } of lane.bars) {
    const height = Math.max(1, floor - yOf(maxNs));
    bar(ctx, from, to, floor - height, height, to - from >= 4 ? 1 : 0);
  }
  if (place.low !== true) writeWorst(ctx, lane, place, yOf, theme);
}

type YOf = (ns: number) => number;

/** The 16 ms line and the figures at the left. */
function drawScale(
  ctx: Surface,
  lane: LoopLane,
  { plot, x0, x1 }: Place,
  yOf: YOf,
  theme: CanvasTheme,
): void {
  const floor = plot.top + plot.height;
  const frameY = yOf(frameNs);
  dashedLine(
    ctx,
    [x0, Math.round(frameY) + 0.5],
    [x1, Math.round(frameY) + 0.5],
    theme.ink3,
    [1, 3],
  );
  const scale = { font: fonts.id, colour: theme.ink3, align: 'right' } as const;
  write(ctx, '0', x0 - 12, floor - 3, scale);
  if (lane.topNs > frameNs) {
    write(ctx, formatDuration(lane.topNs), x0 - 12, plot.top + 2, scale);
  }
  if (frameY < floor - 14 && (lane.topNs === frameNs || frameY > plot.top + 13)) {
    write(ctx, '16 ms', x0 - 12, frameY + 1, scale);
  }
}

/** The figure of the tallest bar, beside the clock's line. */
function writeWorst(
  ctx: Surface,
  lane: LoopLane,
  place: Place,
  yOf: YOf,
  theme: CanvasTheme,
): void {
  const { x1 } = place;
  const { worst } = lane;
  if (worst === undefined || worst.maxNs < worthSayingNs) return;
  const text = formatDuration(worst.maxNs);
  const end = worst.x0 + 4 + textWidth(ctx, text, fonts.id);
  const crossesNow = place.nowX !== undefined && worst.x0 < place.nowX - 2 && end > place.nowX;
  const before = end > x1 || crossesNow;
  // Above the tallest bar no other stands in the way.
  write(ctx, text, before ? worst.x1 : worst.x0, yOf(worst.maxNs) - 7, {
    font: fonts.id,
    colour: theme.ink2,
    align: before ? 'right' : 'left',
    rim: theme.ground,
  });
}
