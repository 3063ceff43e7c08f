// Computes from the measured start-up cost how long a task must be before workers can pay at all.
import type { CellReport } from '@shared/report/report';
import type { MachineInfo } from '@shared/report/machine';
import { trialTimes } from './cells';
import { compareTimes } from '../stats/compare';
import { median } from '../stats/quantile';
import { hasWorkers, strategyRecords, type StrategyKind } from '@shared/experiment/strategies';

/** The shortest task at which a strategy could break even with serial. */
export interface LeastTask {
  readonly cell: CellReport;
  readonly taskNs: number;
  /** What its empty trials take longer than serial's. */
  readonly startNs: number;
}

/**
 * The most tasks that run at once: each worker on its own core, or with more workers as many
 * as the measured speed-up takes, where serial's tasks wait or a quota leaves a part of a core.
 */
function atOnce({ workers, speedup = 0 }: CellReport, usableCores: number): number {
  return Math.min(workers, Math.max(usableCores, Math.ceil(speedup)));
}

function minTask(
  cell: CellReport,
  serial: CellReport,
  tasks: number,
  usableCores: number,
): LeastTask | undefined {
  const empty = trialTimes(cell.emptyTrials, 'cold');
  const serialEmpty = trialTimes(serial.emptyTrials, 'cold');
  if (compareTimes(empty, serialEmpty)?.answer !== 'slower') return undefined;
  const startNs = (median(empty) ?? 0) - (median(serialEmpty) ?? 0);
  const saved = tasks - Math.ceil(tasks / atOnce(cell, usableCores));
  return saved > 0 ? { cell, startNs, taskNs: startNs / saved } : undefined;
}

/** Returns whether so many workers may run so many tasks at once. Under Python's lock only waiting overlaps. */
function mayOverlap(strategy: StrategyKind): boolean {
  return hasWorkers(strategy) && strategyRecords[strategy].sharesLock === undefined;
}

/**
 * The strategy with workers that could pay with the shortest tasks, and how short those are: with tasks
 * of t, serial takes n·t and a strategy that runs k at once at least its start plus ⌈n/k⌉·t, so it can be
 * faster from t = start / (n − ⌈n/k⌉) on. A bound: dispatch and uneven ends come on top. The start
 * is the median cold time of trials of empty tasks less serial's. Absent where there are none, or no
 * strategy with workers takes longer in them than serial.
 */
export function findLeastTask(
  cells: readonly CellReport[],
  serial: CellReport,
  tasks: number,
  { usableCores }: Pick<MachineInfo, 'usableCores'>,
): LeastTask | undefined {
  return cells
    .filter(({ strategy }) => mayOverlap(strategy))
    .flatMap((cell) => minTask(cell, serial, tasks, usableCores) ?? [])
    .sort((one, other) => one.taskNs - other.taskNs)[0];
}
