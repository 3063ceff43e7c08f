// Finds what limits each cell: its utilisation class and its bottleneck.
import type { Bottleneck } from '@shared/report/bottleneck';
import { defined } from '@shared/base/defined';
import type { MachineInfo } from '@shared/report/machine';
import type { CellReport, ReportSamples } from '@shared/report/report';
import { medianTrial } from './cells';
import { classifyUtilisation, type Cores } from './utilisation';
import { sumWorkerTime } from './worker-time';
import { baseStrategyOf } from '@shared/experiment/strategies';
import { listLosses, unknownTaskNs, type LossFacts } from './losses';

/** A loss of less than this share of the cold time limits nothing. */
const minShare = 0.1;

/**
 * The bottleneck of a cell: the loss that takes most of the median trial's cold time, from a tenth
 * of it on, and `none` where tasks on a core dominate. Absent where the samples do not tell what the
 * workers did in their tasks, and that may hide a larger loss than any that is known.
 */
export function nameBottleneck(facts: LossFacts): Bottleneck | undefined {
  const { phases } = facts;
  const coldNs = phases.spawnNs + phases.readyNs + phases.runNs + phases.collectNs + phases.joinNs;
  if (!(coldNs > 0)) return undefined;
  const losses = listLosses(facts);
  const minNs = minShare * coldNs;
  const worst = losses[0];
  if (unknownTaskNs(facts) >= Math.max(minNs, worst?.ns ?? 0)) return undefined;
  if (worst !== undefined && worst.ns >= minNs) {
    const share = Math.min(1, worst.ns / coldNs);
    return { kind: worst.kind, share, fact: { ...worst, coldNs } };
  }
  const lostNs = losses.reduce((sum, { ns }) => sum + ns, 0);
  return { kind: 'none', fact: { kind: 'none', ns: Math.max(0, coldNs - lostNs), coldNs } };
}

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
