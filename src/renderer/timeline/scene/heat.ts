// The heat strip of many cores: for each core and each column of pixels the share that it was busy, as sampled.
import type { CoreRows } from '../../model/core-rows';
import { lowerBound } from '../../model/search';
import { clampedX, type TimeScale } from './time-scale';

/** One sample of a core, or all samples of a column. */
export interface HeatCell {
  readonly x0: number;
  readonly x1: number;
  /** Share of its time that the core was busy, 0 to 1. */
  readonly share: number;
  /** The worker that was seen in most of it; -1 where none of the trial's was. */
  readonly by: number;
  /** Time that was sampled in it, in ns. */
  readonly ns: number;
}

/** Samples are joined until their column is this wide, in px. */
const minColumn = 2;

const nothing = new Float64Array(0);

type Taken = Pick<HeatCell, 'by' | 'ns'> & {
  readonly busyNs: number;
};

/**
 * Columns of the samples in the scale's window.
 * @param take what a row says: time and busy time, in ns; no time where it is not known
 */
function columnsOf(
  { table }: CoreRows,
  scale: TimeScale,
  take: (row: number, spanNs: number) => Taken,
): readonly HeatCell[] {
  const { atNs: at, spanNs: span } = table.columns;
  const cells: HeatCell[] = [];
  let open = { x0: 0, x1: 0, busyNs: 0, ns: 0, by: -1, byNs: 0 };
  const close = (): void => {
    const { x0, x1, busyNs, ns, by } = open;
    if (ns <= 0 || x1 <= x0) return;
    cells.push({ x0, x1, share: Math.min(1, Math.max(0, busyNs / ns)), by, ns });
  };
  for (let row = lowerBound(at, table.length, scale.fromNs); row < table.length; row += 1) {
    const toNs = at[row] ?? 0;
    const fromNs = toNs - (span[row] ?? 0);
    if (fromNs >= scale.toNs) break;
    const { busyNs, ns, by } = take(row, toNs - fromNs);
    if (ns <= 0) continue;
    const [x0, x1] = [clampedX(scale, fromNs), clampedX(scale, toNs)];
    if (open.ns === 0 || open.x1 - open.x0 >= minColumn || x0 - open.x1 >= 1) {
      close();
      open = { x0, x1, busyNs: 0, ns: 0, by, byNs: 0 };
    }
    open.x1 = x1;
    open.busyNs += busyNs;
    open.ns += ns;
    if (busyNs > open.byNs) [open.by, open.byNs] = [by, busyNs];
  }
  close();
  return cells;
}

const unknown: Taken = { busyNs: 0, ns: 0, by: -1 };

/** The core's cells in the scale's window, left to right; time that was not sampled has none. */
export function heatCells(
  rows: CoreRows,
  core: number,
  trial: number,
  scale: TimeScale,
): readonly HeatCell[] {
  const { columns } = rows.table;
  const busy = columns.busy[core] ?? nothing;
  const seen = columns.by[core] ?? nothing;
  return columnsOf(rows, scale, (row, ns) => {
    const share = busy[row] ?? Number.NaN;
    if (Number.isNaN(share)) return unknown;
    return { busyNs: share * ns, ns, by: columns.trial[row] === trial ? (seen[row] ?? -1) : -1 };
  });
}

/** The mean over all cores in each column: of no one worker. */
export function meanCells(rows: CoreRows, scale: TimeScale): readonly HeatCell[] {
  const { busy } = rows.table.columns;
  return columnsOf(rows, scale, (row, spanNs) => {
    let [busyNs, ns] = [0, 0];
    for (const shares of busy) {
      const share = shares[row] ?? Number.NaN;
      if (Number.isNaN(share)) continue;
      busyNs += share * spanNs;
      ns += spanNs;
    }
    return { busyNs, ns, by: -1 };
  });
}

/** The cell at `x`; undefined where there is none. */
export function cellAt(cells: readonly HeatCell[], x: number): HeatCell | undefined {
  return cells.find((cell) => x >= cell.x0 && x < cell.x1);
}
