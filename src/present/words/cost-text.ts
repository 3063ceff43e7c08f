// What a run will cost, in words: rounded, because it is an estimate.
import { countCores } from './count';
import type { CostEstimate } from '@shared/experiment/cost';
import { formatBytes, formatDuration } from '@shared/base/format';

interface Unit {
  readonly name: string;
  readonly ns: number;
}

const units: readonly Unit[] = [
  { name: 'h', ns: 3600e9 },
  { name: 'min', ns: 60e9 },
];
const seconds: Unit = { name: 's', ns: 1e9 };

const unitFor = (ns: number): Unit => units.find((unit) => ns >= 1.5 * unit.ns) ?? seconds;

/** To halves below ten, to whole ones above; never nothing. */
function rounded(ns: number, unit: Unit): string {
  const value = ns / unit.ns;
  const figure = value >= 10 ? Math.round(value) : Math.round(value * 2) / 2;
  return String(Math.max(unit === seconds ? 1 : 0.5, figure));
}

/** Below this ratio the most is not worth telling beside the least. */
const worthTelling = 1.15;

/** `4 min`, `4 to 9 min`, `20 s to 3 min`. */
export function describeTime({ minNs, maxNs }: Pick<CostEstimate, 'minNs' | 'maxNs'>): string {
  const unit = unitFor(maxNs);
  const most = `${rounded(maxNs, unit)} ${unit.name}`;
  // A range in one unit, unless the least would be a small part of it.
  const own = minNs >= 0.75 * unit.ns ? unit : unitFor(minNs);
  const least = `${rounded(minNs, own)} ${own.name}`;
  if (maxNs / minNs < worthTelling || least === most) return most;
  return `${own === unit ? rounded(minNs, own) : least} to ${most}`;
}

/** `up to 2 of 2 cores busy, 300 MB`; the memory only where it is told. */
export function describeLoad({ coresBusy, usableCores, peakBytes }: CostEstimate): string {
  const cores = `up to ${Number(coresBusy.toFixed(1))} of ${countCores(usableCores)} busy`;
  if (peakBytes === undefined) return cores;
  return `${cores}, ${formatBytes(Number(peakBytes.toPrecision(2)))}`;
}

/** `One task took 104 ms here just now. All of them, serial: about 13 s.` */
export function describeTask({ taskNs, atLeast }: CostEstimate, tasks: number): string {
  const all = formatDuration(Number((taskNs * tasks).toPrecision(2)));
  return atLeast
    ? `One task takes more than ${formatDuration(taskNs)} here. All of them, serial: more than ${all}.`
    : `One task took ${formatDuration(taskNs)} here just now. All of them, serial: about ${all}.`;
}
