// The verdict's middle: what the cell costs against serial, and what limits it.
import { defined } from '@shared/base/defined';
import type { CellReport } from '@shared/report/report';
import type { FactOf, Limit } from '@shared/report/verdict';
import { coresInReach, type Cores } from '../cells/utilisation';
import { memoryPair } from './statement';

/** The loss that takes most of the time; how many cores are busy where nothing limits it. */
function limitOf(cell: CellReport, machine: Cores): Limit | undefined {
  const { bottleneck, coresBusy, medianColdNs, utilisation } = cell;
  if (bottleneck === undefined) return undefined;
  const { kind, share } = bottleneck;
  if (kind !== 'none' && share !== undefined) {
    return {
      kind: 'loss',
      loss: kind,
      share,
      ...defined({ coldNs: medianColdNs }),
    };
  }
  if (coresBusy === undefined) return undefined;
  return {
    kind: 'cores',
    busy: coresBusy,
    cores: coresInReach(cell, machine),
    ...defined({ utilisation }),
  };
}

/** CPU time and memory against serial's, and what limits the cell. */
export function findCost(
  cell: CellReport,
  serial: CellReport,
  machine: Cores,
): readonly (FactOf<'cost'> | FactOf<'limit'>)[] {
  const ns = cell.medianCpuNs;
  const overNs = serial.medianCpuNs;
  const cpu =
    ns === undefined || overNs === undefined || !(overNs > 0) ? undefined : { ns, overNs };
  const memory = memoryPair(cell, serial);
  if (cpu === undefined && memory === undefined) return findLimit(cell, machine);
  const limit = limitOf(cell, machine);
  return [defined({ kind: 'cost', cell: cell.id, cpu, memory, limit })];
}

/** Returns what limits the cell, as a fact of its own. */
export function findLimit(cell: CellReport, machine: Cores): readonly FactOf<'limit'>[] {
  const limit = limitOf(cell, machine);
  return limit === undefined ? [] : [{ kind: 'limit', cell: cell.id, limit }];
}
