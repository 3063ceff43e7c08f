// How each strategy scales with its workers.
import type { MachineInfo } from '@shared/machine';
import type { CellReport } from '@shared/report';
import type { Scaling } from '@shared/findings';

/** One entry per strategy (and placement) with at least two worker counts. */
export function findScaling(_cells: readonly CellReport[], _machine: MachineInfo): Scaling[] {
  return [];
}
