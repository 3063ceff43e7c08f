// A workload in words: `20,000,000 times, number 7`.
import { groupDigits } from '@shared/base/format';
import type { Experiment } from '@shared/experiment/experiment';
import { describeOwnWork } from '@shared/experiment/own-work';
import { isOwnWork, workloadSpec, type Workload } from '@shared/experiment/workloads';

/** The workload's parameters as people read them: `400,000 numbers`, `number 7, 20,000,000 times`. */
export function describeParams(workload: Workload): string {
  if (isOwnWork(workload)) return describeOwnWork(workload);
  const { kind, params } = workload;
  return Object.entries(workloadSpec(kind).params)
    .map(([name, { unit, label }]) => {
      const value = params[name] ?? Number.NaN;
      const figure = groupDigits(value);
      if (unit === '') return `${label} ${figure}`;
      return `${figure} ${value === 1 && unit.length > 2 ? unit.replace(/s$/, '') : unit}`;
    })
    .join(', ');
}

/** `number 7, 20,000,000 times, 16 tasks, seed 1`. */
export function describeWork(experiment: Pick<Experiment, 'workload' | 'tasks' | 'seed'>): string {
  const { workload, tasks, seed } = experiment;
  const count = `${groupDigits(tasks)} ${tasks === 1 ? 'task' : 'tasks'}`;
  return `${describeParams(workload)}, ${count}, seed ${seed}`;
}
