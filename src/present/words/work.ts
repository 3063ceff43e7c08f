// The work in words: a workload with its parameters, how many tasks of it, how often.
import { groupDigits, notKnown } from '../locale/format';
import type { Experiment } from '@shared/experiment/experiment';
import { describeOwnCode, isOwnCode } from '@shared/experiment/own-code';
import { workloadSpec, type Workload } from '@shared/experiment/workloads';
import { message } from '../messages/message';

/** Units that are words, counted; others stand behind the figure of what the label names. */
const counted = {
  times: 'parameter-times',
  rows: 'parameter-rows',
  records: 'parameter-records',
  numbers: 'parameter-numbers',
} as const;

const isCounted = (unit: string): unit is keyof typeof counted => unit in counted;

/** A limit of a parameter with its unit: `1 row`, `20 ms`. */
export function countUnit(value: number, unit: string): string {
  if (isCounted(unit)) return message(counted[unit], { count: value });
  return unit === '' ? groupDigits(value) : `${groupDigits(value)} ${unit}`;
}

function describeParameter(label: string, unit: string, value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return `${label} ${notKnown()}`;
  if (isCounted(unit)) return message(counted[unit], { count: value });
  return `${label} ${groupDigits(value)}${unit === '' ? '' : ` ${unit}`}`;
}

/** Returns what a task is given: `number 7, 20,000,000 times`, `delay 20 ms, bytes 16,384 B`. */
export function describeParameters(workload: Workload): string {
  if (isOwnCode(workload)) return describeOwnCode(workload);
  const { kind, params } = workload;
  return Object.entries(workloadSpec(kind).params)
    .map(([name, { unit, label }]) => describeParameter(label, unit, params[name]))
    .join(message('list-separator'));
}

/** `powers (number 7, 20,000,000 times)`; of own code its name and what it is given. */
function describeWorkload(workload: Workload): string {
  const given = describeParameters(workload);
  return isOwnCode(workload) || given === ''
    ? given || workload.kind
    : `${workload.kind} (${given})`;
}

/** `powers (number 7, 20,000,000 times), 16 tasks, 3 to 20 repeats`. */
export function describeWork({
  workload,
  tasks,
  repeats,
  until,
}: Pick<Experiment, 'workload' | 'tasks' | 'repeats' | 'until'>): string {
  const values = { workload: describeWorkload(workload), tasks, repeats };
  const most = Math.max(repeats, until?.most ?? 0);
  return until === undefined ? message('work', values) : message('work-until', { ...values, most });
}
