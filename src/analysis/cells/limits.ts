// What limits each cell: its utilisation class and its bottleneck.
import { defined } from '@shared/base/defined';
import type { MachineInfo } from '@shared/report/machine';
import type { CellReport, ReportSamples } from '@shared/report/report';
import { nameBottleneck } from './bottleneck';
import { medianTrial } from './cells';
import { classifyUtilisation, type Cores } from './utilisation';
import { sumWorkerTime } from './worker-time';
import { baseStrategyOf } from '@shared/experiment/strategies';

/** The cells with their utilisation and bottleneck, each absent where it is not known. */
export function findLimits(
  cells: readonly CellReport[],
  samples: ReportSamples,
  machine: Cores & Pick<MachineInfo, 'usableCores'>,
): CellReport[] {
  const times = sumWorkerTime(cells, samples);
  const serial = cells.find(({ strategy }) => baseStrategyOf(strategy) === 'serial');
  return cells.map((cell) => {
    const time = times.get(cell.id);
    const trial = medianTrial(cell);
    const utilisation = classifyUtilisation(cell, machine, time);
    const bottleneck =
      trial?.phases === undefined
        ? undefined
        : nameBottleneck({
            cell,
            phases: trial.phases,
            split: trial.split,
            time,
            serial,
            serialTime: serial && times.get(serial.id),
            usableCores: machine.usableCores,
          });
    return { ...cell, ...defined({ utilisation, bottleneck }) };
  });
}
