// Whether something outside disturbed a probe.
import { leastOtherCores, leastOtherCpuNs } from '@analysis/warnings/load';
import type { TrialSurroundings } from '@shared/live';

/** A sentence where other processes took so much CPU time that a run would be warned of it. */
export function disturbance(
  surroundings: TrialSurroundings | undefined,
  usableCores: number,
): string | undefined {
  const { othersCpuNs, spanNs = 0, others = [] } = surroundings ?? {};
  if (othersCpuNs === undefined || spanNs === 0 || othersCpuNs < leastOtherCpuNs) return undefined;
  const cores = othersCpuNs / spanNs;
  if (cores < leastOtherCores(usableCores)) return undefined;
  const [most] = others;
  const named = most === undefined ? '' : `, most of it ${most.name} (pid ${most.pid})`;
  return `other processes took ${cores.toFixed(2)} cores meanwhile${named}`;
}
