// What a run will cost, in words: rounded, because it is an estimate.
import type { CostEstimate } from '@shared/cost';
import { formatBytes, formatCores, formatDuration } from '@shared/format';

interface Rounded {
  readonly figure: string;
  readonly unit: string;
}

const minuteNs = 60e9;
const hourNs = 3600e9;

/** Two significant figures below ten, whole ones above, in s, min or h. */
function rounded(ns: number): Rounded {
  const [unit, size] =
    ns >= 1.5 * hourNs ? ['h', hourNs] : ns >= 1.5 * minuteNs ? ['min', minuteNs] : ['s', 1e9];
  const value = Math.max(1, ns / Number(size));
  const figure = value >= 10 ? Math.round(value) : Math.round(value * 2) / 2;
  return { figure: String(figure), unit: String(unit) };
}

/** Below this ratio the most is not worth telling beside the least. */
const worthTelling = 1.15;

/** `4 min`, `4 to 9 min`, `40 s to 3 min`. */
export function describeTime({
  leastNs,
  mostNs,
}: Pick<CostEstimate, 'leastNs' | 'mostNs'>): string {
  const [least, most] = [rounded(leastNs), rounded(mostNs)];
  const same =
    mostNs / leastNs < worthTelling || (least.figure === most.figure && least.unit === most.unit);
  if (same) return `${least.figure} ${least.unit}`;
  const from = least.unit === most.unit ? least.figure : `${least.figure} ${least.unit}`;
  return `${from} to ${most.figure} ${most.unit}`;
}

/** `up to 2.0 of 2 cores busy, 300 MB`; the memory only where it is told. */
export function describeLoad({ coresBusy, usableCores, peakBytes }: CostEstimate): string {
  const cores = `up to ${formatCores(coresBusy, usableCores)} busy`;
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
