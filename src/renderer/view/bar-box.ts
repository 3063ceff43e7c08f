// Where a task's bar stands in its lane, in px: drawing and pointing agree by it.
import type { WorkerLaneScene } from './scene';
import type { SpanBar } from './worker-lane';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The bar's box; the last pixel stays free, so that two tasks in a row don't join. */
export function barBox(
  bar: SpanBar,
  { band, track }: Pick<WorkerLaneScene, 'band' | 'track'>,
): Box {
  const rowHeight = band.spanHeight / track.rows;
  const width = bar.x1 - bar.x0;
  const gap = track.rows > 1 && rowHeight >= 3 ? 1 : 0;
  return {
    x: bar.x0,
    y: band.top + bar.row * rowHeight,
    width: Math.max(1, width > 3 && bar.count === 1 ? width - 1 : width),
    height: Math.max(1, rowHeight - gap),
  };
}
