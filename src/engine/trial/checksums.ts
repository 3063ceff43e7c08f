// The proof that every strategy did equal and right work: each task once, with the right result.
import type { Experiment } from '@shared/experiment/experiment';
import type { Failure } from '@shared/report/failures';
import type { HostFinished } from '@shared/wire/messages';
import { workloadSpec } from '@shared/experiment/workloads';

/** Checksums by variant: task t must give `reference[t % reference.length]`. */
export type Reference = readonly number[];

type Results = HostFinished['results'];

export interface Mismatch {
  readonly task: number;
  readonly failure: Failure;
}

/** Checksums in the order of the tasks; undefined where a task has none. */
export function checksumsByTask(
  results: readonly Results[],
  tasks: number,
): (number | undefined)[] {
  const checksums = new Array<number | undefined>(tasks).fill(undefined);
  for (const { task, checksum } of results) {
    for (let row = 0; row < task.length; row += 1) {
      const index = task[row];
      if (index !== undefined) checksums[index] = checksum[row];
    }
  }
  return checksums;
}

/** Distinct inputs an experiment's tasks have. */
export function variantsOf({ tasks, workload }: Pick<Experiment, 'tasks' | 'workload'>): number {
  return Math.min(tasks, workloadSpec(workload.kind).variants);
}

/** Checksums of the first task of each variant; undefined where it has none. */
export function variantChecksums(
  results: readonly Results[],
  experiment: Pick<Experiment, 'tasks' | 'workload'>,
): (number | undefined)[] {
  return checksumsByTask(results, experiment.tasks).slice(0, variantsOf(experiment));
}

/** The first task that is missing, was run more than once, or gave another result. */
export function findMismatch(
  results: readonly Results[],
  tasks: number,
  reference: readonly (number | undefined)[],
): Mismatch | undefined {
  const count = results.reduce((sum, { task }) => sum + task.length, 0);
  const checksums = checksumsByTask(results, tasks);
  for (let task = 0; task < tasks; task += 1) {
    const given = checksums[task];
    const right = reference[task % reference.length];
    if (given === undefined) return { task, failure: { code: 'task-not-run', args: { task } } };
    if (!Object.is(given, right)) {
      const args = { task, given: String(given), right: String(right) };
      return { task, failure: { code: 'other-result', args } };
    }
  }
  if (count !== tasks) {
    return { task: 0, failure: { code: 'task-run-twice', args: { results: count, tasks } } };
  }
  return undefined;
}
