// Computes a task's bar in its lane, in px, for both drawing and hit testing.

/** A task's bar: where it begins and ends across, in which row, and how many tasks it stands for. */
interface Bar {
  readonly x0: number;
  readonly x1: number;
  readonly row: number;
  readonly count: number;
}

/** The lane the bar stands in: its top, the height of its tasks, and how many rows share that. */
interface Lane {
  readonly band: { readonly top: number; readonly spanHeight: number };
  readonly track: { readonly rows: number };
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The bar's box; the last pixel stays free, so that two tasks in a row don't join. */
export function barBox(bar: Bar, { band, track }: Lane): Box {
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
