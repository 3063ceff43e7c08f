// Loads a workload as a worker does and runs single tasks of it.
import type { WorkloadInputs } from '@shared/wire/messages';
import { defaultParams, type WorkloadKind } from '@shared/experiment/workloads';
import { loadWorkload } from '@workers/workloads';

interface Options {
  readonly seed?: number;
  readonly inputs?: WorkloadInputs;
}

/** The checksums of some tasks, one after another; parameters not given are at their default. */
export async function runTasks(
  kind: WorkloadKind,
  params: Readonly<Record<string, number>>,
  tasks: readonly number[],
  { seed = 1, inputs = {} }: Options = {},
): Promise<number[]> {
  const loaded = await loadWorkload(
    { kind, params: { ...defaultParams(kind), ...params } },
    seed,
    inputs,
  );
  const checksums = [];
  try {
    for (const task of tasks) checksums.push(await loaded.run(task));
  } finally {
    await loaded.close?.();
  }
  return checksums;
}
