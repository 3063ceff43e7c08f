// Detects whether something outside disturbed a probe.
import { minOtherCores, minOtherCpuNs } from '@analysis/warnings/load';
import type { ClaimNote } from '@shared/claims/claim-notes';
import type { Interference } from '@shared/report/live';

type Disturbance = Pick<Extract<ClaimNote, { kind: 'probe-disturbed' }>, 'cores' | 'most'>;

/**
 * Returns what other processes took, where other processes took so much CPU time that a run would be warned of it.
 * @param own the probe's workers: one whose program has died counts as nobody's child
 */
export function disturbance(
  surroundings: Interference | undefined,
  usableCores: number,
  own: ReadonlySet<number> = new Set(),
): Disturbance | undefined {
  const { othersCpuNs, spanNs = 0, others = [] } = surroundings ?? {};
  if (othersCpuNs === undefined || spanNs === 0) return undefined;
  const orphans = others.filter(({ pid }) => own.has(pid));
  const cpuNs = othersCpuNs - orphans.reduce((sum, one) => sum + one.cpuNs, 0);
  const cores = cpuNs / spanNs;
  if (cpuNs < minOtherCpuNs || cores < minOtherCores(usableCores)) return undefined;
  const most = others.find(({ pid }) => !own.has(pid));
  return { cores, most: most && { name: most.name, pid: most.pid } };
}
