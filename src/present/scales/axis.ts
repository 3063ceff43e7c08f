// Ticks at round figures, with labels that say no more digits than the step needs.

import { formatDecimals, unitSign } from '../locale/format';

export interface Tick {
  readonly at: number;
  readonly label: string;
}

export interface TimeTicks {
  readonly ticks: readonly Tick[];
  readonly unit: string;
}

/** The unit by the step: at most two decimals are needed. */
const units = [
  { minStepNs: 1e7, divisor: 1e9, unit: 's' },
  { minStepNs: 1e4, divisor: 1e6, unit: 'ms' },
  { minStepNs: 10, divisor: 1e3, unit: 'us' },
  { minStepNs: 0, divisor: 1, unit: 'ns' },
] as const;

/** The smallest step of 1, 2 or 5 times a power of ten that gives at most `most` steps in `range`. */
export function niceStep(range: number, most: number): number {
  const least = range / Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((one) => one * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}

function decimals(step: number): number {
  return Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
}

/** Unit and decimals in which moments of one axis are written. */
export function timeFormat(stepNs: number): { unit: string; write(ns: number): string } {
  const found = units.find(({ minStepNs }) => stepNs >= minStepNs) ?? units[3];
  const digits = decimals(stepNs / found.divisor);
  return {
    unit: unitSign(found.unit),
    write: (ns) => formatDecimals(ns / found.divisor, digits),
  };
}

/** Ticks of a time axis: `at` in ns on the run's clock, labels counted from `zeroNs`. */
export function timeTicks(fromNs: number, toNs: number, zeroNs: number, most: number): TimeTicks {
  const step = niceStep(toNs - fromNs, most);
  const { unit, write } = timeFormat(step);
  const ticks: Tick[] = [];
  const first = Math.ceil((fromNs - zeroNs) / step - 1e-9);
  for (let n = first; n * step <= toNs - zeroNs + step * 1e-9; n += 1) {
    ticks.push({ at: zeroNs + n * step, label: write(n * step) });
  }
  return { ticks, unit };
}

/** Ticks from zero up to the first that is at least `top`; the last of them is the scale's end. */
export function valueTicks(top: number, most: number): readonly number[] {
  if (!(top > 0)) return [0];
  const step = niceStep(top, most);
  const count = Math.ceil(top / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, n) => n * step);
}
