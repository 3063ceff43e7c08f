// The event-loop delay of the app's main process: the worst of each interval, as bars.
import type { Table } from '@shared/base/table';
import type { sampleTables } from '@shared/report/tables';
import { lowerBound } from '../../model/search';
import { clampedX, type TimeScale } from './time-scale';

export interface LoopBar {
  readonly x0: number;
  readonly x1: number;
  readonly maxNs: number;
}

export interface LoopLane {
  readonly bars: readonly LoopBar[];
  /** Top of the scale: 16 ms (one frame at 60 Hz), or what holds the worst in view. */
  readonly topNs: number;
  readonly worst: LoopBar | undefined;
}

/** One frame at 60 Hz, as drawn on the scale. */
export const frameNs = 16e6;
/** No bar is wider than this: a pause of the reporting is not a measurement. */
const longestNs = 1e9;
const tops = [16, 50, 100, 200, 500, 1000, 2000, 5000, 10_000].map((ms) => ms * 1e6);

/** Bars of the window; those of one pixel column become one, the worst of them. */
export function loopLane(loop: Table<typeof sampleTables.loop>, scale: TimeScale): LoopLane {
  const at = loop.column('atNs');
  const max = loop.column('maxNs');
  const bars: { x0: number; x1: number; maxNs: number }[] = [];
  for (let row = lowerBound(at, loop.length, scale.fromNs); row < loop.length; row += 1) {
    const toNs = at[row] ?? 0;
    const before = row === 0 ? toNs : (at[row - 1] ?? toNs);
    const fromNs = Math.max(before, toNs - longestNs);
    if (fromNs >= scale.toNs) break;
    const maxNs = max[row] ?? 0;
    const x0 = clampedX(scale, fromNs);
    const x1 = clampedX(scale, toNs);
    const last = bars.at(-1);
    if (last !== undefined && last.x1 - last.x0 < 1) {
      last.x1 = x1;
      last.maxNs = Math.max(last.maxNs, maxNs);
    } else if (x1 > x0) {
      bars.push({ x0, x1, maxNs });
    }
  }
  const worst = bars.reduce<LoopBar | undefined>(
    (most, bar) => (most === undefined || bar.maxNs > most.maxNs ? bar : most),
    undefined,
  );
  const needed = worst?.maxNs ?? 0;
  return { bars, worst, topNs: tops.find((top) => top >= needed) ?? needed };
}
