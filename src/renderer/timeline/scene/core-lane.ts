// One core's lane: its samples in a window as steps, joined while one worker stays on it.
import type { CoreRows } from '../../model/core-rows';
import { lowerBound } from '../../model/search';
import { clampedX, type TimeScale } from './time-scale';

/** One sample, or all samples of one pixel column: smallest and largest share of it busy. */
export interface CoreStep {
  readonly x0: number;
  readonly x1: number;
  readonly low: number;
  readonly high: number;
}

/** Steps in a row that one worker was seen in. */
export interface CoreStretch {
  /** The worker's index in its trial; -1 where the core ran something else. */
  readonly by: number;
  readonly x0: number;
  readonly x1: number;
  readonly steps: readonly CoreStep[];
}

interface OpenStep {
  x0: number;
  x1: number;
  low: number;
  high: number;
  by: number;
  /** Width for which `by` was the one, to outvote it. */
  byWidth: number;
}

const nothing = new Float64Array(0);

const share = (busy: number): number => Math.min(1, Math.max(0, busy));

/** The core's stretches in the scale's window, left to right; idle and unknown stretches are left out. */
export function coreLane(
  rows: CoreRows,
  core: number,
  trial: number,
  scale: TimeScale,
): readonly CoreStretch[] {
  const { length, columns } = rows.table;
  const { atNs: at, spanNs: span, trial: trials } = columns;
  const busy = columns.busy[core] ?? nothing;
  const seen = columns.by[core] ?? nothing;
  const builder = new StretchBuilder();
  for (let row = lowerBound(at, length, scale.fromNs); row < length; row += 1) {
    const toNs = at[row] ?? 0;
    const fromNs = toNs - (span[row] ?? 0);
    if (fromNs >= scale.toNs) break;
    const figure = busy[row] ?? Number.NaN;
    if (Number.isNaN(figure)) continue;
    const by = trials[row] === trial ? (seen[row] ?? -1) : -1;
    builder.add(clampedX(scale, fromNs), clampedX(scale, toNs), share(figure), by);
  }
  return builder.finish();
}

class StretchBuilder {
  readonly #stretches: { by: number; x0: number; x1: number; steps: CoreStep[] }[] = [];
  #open: OpenStep | undefined;

  add(x0: number, x1: number, busy: number, by: number): void {
    const open = this.#open;
    if (open !== undefined && open.x1 - open.x0 < 1 && x0 - open.x1 < 1) {
      open.low = Math.min(open.low, busy);
      open.high = Math.max(open.high, busy);
      if (x1 - x0 > open.byWidth) {
        open.by = by;
        open.byWidth = x1 - x0;
      }
      open.x1 = x1;
      return;
    }
    this.#close();
    this.#open = { x0, x1, low: busy, high: busy, by, byWidth: x1 - x0 };
  }

  finish(): readonly CoreStretch[] {
    this.#close();
    return this.#stretches;
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined || open.high === 0) return;
    const { x0, x1, low, high, by } = open;
    const last = this.#stretches.at(-1);
    if (last !== undefined && last.by === by && x0 - last.x1 < 0.5) {
      last.steps.push({ x0, x1, low, high });
      last.x1 = x1;
    } else {
      this.#stretches.push({ by, x0, x1, steps: [{ x0, x1, low, high }] });
    }
  }
}
