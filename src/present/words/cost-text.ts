// Writes what a run will cost: rounded, because it is an estimate.
import { message } from '../messages/message';
import { failureText } from './engine/failures';
import type { NoCost } from '@shared/report/failures';
import { withoutStop } from './engine/own-code-problems';
import { problemText } from './engine/problems';
import type { CostEstimate } from '@shared/experiment/cost';
import { formatBytes, formatDuration, formatNumber, withUnit } from '../locale/format';

interface Unit {
  readonly name: 's' | 'min' | 'h';
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
  return formatNumber(Math.max(unit === seconds ? 1 : 0.5, figure));
}

/** Below this ratio the maximum is not worth showing beside the minimum. */
const worthTelling = 1.15;

/** Why it is not known what a run would cost, as a sentence. */
export function noCostText(none: NoCost): string {
  switch (none.code) {
    case 'cancelled':
      return message('cost-pilot-ended');
    case 'no-pilot':
      return message('cost-no-pilot');
    case 'pilot-failed':
      return message('cost-pilot-failed', { why: failureText(none.failure) });
    case 'refused':
      return message('cost-pilot-threw', { why: withoutStop(problemText(none.problem)) });
    case 'pilot-threw':
      return message('cost-pilot-threw', { why: none.why });
  }
}

/** `4 min`, `4 to 9 min`, `20 s to 3 min`. */
export function describeTime({ minNs, maxNs }: Pick<CostEstimate, 'minNs' | 'maxNs'>): string {
  const unit = unitFor(maxNs);
  const most = withUnit(rounded(maxNs, unit), unit.name);
  // A range in one unit, unless the least would be a small part of it.
  const own = minNs >= 0.75 * unit.ns ? unit : unitFor(minNs);
  const least = withUnit(rounded(minNs, own), own.name);
  if (maxNs / minNs < worthTelling || least === most) return most;
  const from = own === unit ? rounded(minNs, own) : least;
  return message('cost-range', { from, to: most });
}

/** `up to 2 of 2 cores busy, 300 MB`; the memory only where it is known. */
export function describeLoad({ coresBusy, usableCores, peakBytes }: CostEstimate): string {
  const load = { busy: formatBusy(coresBusy), cores: usableCores };
  return peakBytes === undefined
    ? message('cost-load', load)
    : message('cost-load-memory', {
        ...load,
        memory: formatBytes(Number(peakBytes.toPrecision(2))),
      });
}

/** To tenths of a core; never nothing. */
function formatBusy(cores: number): string {
  return formatNumber(Math.max(0.1, Number(cores.toFixed(1))));
}

/** `about 4 to 9 min, up to 2 of 2 cores busy, 300 MB`, in one line. */
export function describeCost(cost: CostEstimate): string {
  const values = { time: describeTime(cost), load: describeLoad(cost) };
  return cost.atLeast ? message('cost-at-least', values) : message('cost-about', values);
}

/** `One task took 104 ms here just now. All of them, serial: about 13 s.` */
export function describeTask({ taskNs, atLeast }: CostEstimate, tasks: number): string {
  const values = {
    task: formatDuration(taskNs),
    all: formatDuration(Number((taskNs * tasks).toPrecision(2))),
  };
  return atLeast ? message('cost-task-at-least', values) : message('cost-task', values);
}
