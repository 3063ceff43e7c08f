// Mixed: computes for a while, then waits on a timer.
import { workloads } from '@shared/experiment/workloads';
import { compute } from './compute';
import { param, type LoadedWorkload, type WorkloadContext } from './context';
import { pause } from './pause';
import { taskState } from './random';

/** The checksum is the result of the computation, given when the wait is over. */
export function create(context: WorkloadContext): LoadedWorkload {
  const cpuIterations = param(context, 'cpuIterations');
  const waitMs = param(context, 'waitMs');
  return {
    run: async (task) => {
      const state = taskState(context.seed, task % workloads.mixed.variants);
      const computed = compute(cpuIterations, state);
      await pause(waitMs);
      return computed;
    },
  };
}
