// The work in words: a workload with its parameters, how many tasks of it, how often.
import { notKnown } from '../locale/format';
import type { Experiment } from '@shared/experiment/experiment';
import { describeOwnCode, isOwnCode } from '@shared/experiment/own-code';
import { workloadSpec, type ParameterSpec, type Workload } from '@shared/experiment/workloads';
import { message } from '../messages/message';
import { countUnit, isCounted, parameterLabel, workloadName } from '../names/workloads';

function describeParameter({ id, unit }: ParameterSpec, value: number | undefined): string {
  const known = value !== undefined && Number.isFinite(value);
  const figure = known ? countUnit(value, unit) : notKnown();
  return known && isCounted(unit)
    ? figure
    : message('parameter-figure', { label: parameterLabel(id), figure });
}

/** Returns what a task is given: `number 7, 20,000,000 times`, `delay 20 ms, bytes 16,384 B`. */
export function describeParameters(workload: Workload): string {
  if (isOwnCode(workload)) return describeOwnCode(workload);
  const { kind, params } = workload;
  return Object.entries(workloadSpec(kind).params)
    .map(([name, spec]) => describeParameter(spec, params[name]))
    .join(message('list-separator'));
}

/** `powers (number 7, 20,000,000 times)`; of own code its name and what it is given. */
function describeWorkload(workload: Workload): string {
  const parameters = describeParameters(workload);
  if (isOwnCode(workload)) return parameters || workloadName(workload.kind);
  const name = workloadName(workload.kind);
  return parameters === '' ? name : message('work-of', { workload: name, parameters });
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
