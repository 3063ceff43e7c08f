// The workloads by name. Each is loaded on demand, so that a worker starts with the one it runs.
import type { WorkloadInputs } from '@shared/wire/messages';
import type { Workload, WorkloadKind } from '@shared/experiment/workloads';
import type { CreateWorkload, LoadedWorkload } from './context';

export type { LoadedWorkload, WorkloadContext } from './context';

type LoadModule = () => Promise<{ readonly create: CreateWorkload }>;

const modules: Readonly<Record<WorkloadKind, LoadModule>> = {
  powers: () => import('./powers'),
  primes: () => import('./primes'),
  matmul: () => import('./matmul'),
  hash: () => import('./hash'),
  json: () => import('./json'),
  sort: () => import('./sort'),
  wait: () => import('./wait'),
  files: () => import('./files'),
  http: () => import('./http'),
  mixed: () => import('./mixed'),
  empty: () => import('./empty'),
  fault: () => import('./fault'),
};

/**
 * Loads a workload's code and makes it ready; its input is made by each task.
 * A task's checksum depends only on seed, parameters and the task modulo the catalogue's `variants`.
 * Rejects where a parameter or what the workload needs of its inputs is missing.
 */
export async function loadWorkload(
  workload: Workload,
  seed: number,
  inputs: WorkloadInputs,
): Promise<LoadedWorkload> {
  if (workload.kind === 'module') {
    const { load } = await import('./module');
    return load(workload, seed, inputs);
  }
  if (workload.kind === 'command') return (await import('./command')).create(workload, seed);
  const { create } = await modules[workload.kind]();
  return create({ params: workload.params, seed, inputs });
}
