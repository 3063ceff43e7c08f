// Models how long one task takes by the value of its size parameter: what was measured, and on logarithmic axes
// straight lines between it and beyond it. It only guides a search; no report holds it.
import { median } from '../stats/quantile';

export interface SizedTime {
  /** Value of the workload's size parameter. */
  readonly size: number;
  readonly taskNs: number;
}

export interface SizeRange {
  readonly min: number;
  readonly max: number;
}

export interface SizeModel {
  /** Expected time of one task of this size, in nanoseconds; it never falls as the size grows. */
  taskNs(size: number): number;
  /** The smallest whole size in the range whose task is expected to take this long; else the largest. */
  sizeFor(taskNs: number): number;
  /** The power of its size by which long tasks grow. */
  readonly power: number;
}

/** Beyond what was measured a task is taken to grow at least and at most by this power of its size. */
const minPower = 0.5;
const maxPower = 3;

/** A size of 0 has no logarithm. */
const logOf = (size: number): number => Math.log(Math.max(size, 0.5));

interface Knot {
  readonly x: number;
  readonly y: number;
}

/**
 * One knot a size, rising: no size takes longer than a larger one did, for what disturbs a
 * measurement only ever makes it longer.
 */
function knotsOf(known: readonly SizedTime[]): readonly Knot[] {
  const bySize = new Map<number, number[]>();
  for (const { size, taskNs } of known) {
    if (taskNs > 0) bySize.set(size, [...(bySize.get(size) ?? []), taskNs]);
  }
  let ceiling = Infinity;
  return [...bySize]
    .sort(([one], [other]) => other - one)
    .map(([size, times]) => {
      ceiling = Math.min(ceiling, Math.log(median(times) ?? 1));
      return { x: logOf(size), y: ceiling };
    })
    .reverse();
}

/** Over so wide a range of sizes the power is taken. */
const powerOver = Math.log(8);

/** The power by which the last knots grow; 1 where there is but one. */
function lastPower(knots: readonly Knot[]): number {
  const last = knots.at(-1);
  const before = knots.findLast(({ x }) => last !== undefined && last.x - x >= powerOver);
  if (last === undefined || before === undefined) return 1;
  return Math.min(maxPower, Math.max(minPower, (last.y - before.y) / (last.x - before.x)));
}

function logTime(knots: readonly Knot[], power: number, x: number): number {
  const above = knots.find((knot) => knot.x >= x);
  const below = knots.findLast((knot) => knot.x <= x);
  if (above === undefined || below === undefined) {
    const end = below ?? above ?? { x: 0, y: 0 };
    return below === undefined ? end.y : end.y + power * (x - end.x);
  }
  if (above.x === below.x) return below.y;
  return below.y + ((above.y - below.y) * (x - below.x)) / (above.x - below.x);
}

/** The model through these times; they need be neither sorted nor one a size. */
export function sizeModel(known: readonly SizedTime[], range: SizeRange): SizeModel {
  const knots = knotsOf(known);
  const power = lastPower(knots);
  const taskNs = (size: number): number => Math.exp(logTime(knots, power, logOf(size)));
  return {
    power,
    taskNs,
    sizeFor(wantedNs) {
      let [low, high] = [range.min, range.max];
      while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if (taskNs(middle) >= wantedNs) high = middle;
        else low = middle + 1;
      }
      return low;
    },
  };
}
