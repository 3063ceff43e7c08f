// From the trials of each cell to its figures: medians, spreads, speed-ups, memory.
import type { Cell } from '@shared/cells';
import type { CellReport, TrialReport } from '@shared/report';
import type { RunRecords } from './analyse';
import { ratioOfMedians } from './bootstrap';
import { median, summarise } from './summary';

/** The time a comparison rests on: from the decision, or from go. */
export type Basis = 'cold' | 'warm';

/** Trials that count: not for warming up, and ended well. */
export function measuredTrials(trials: readonly TrialReport[]): readonly TrialReport[] {
  return trials.filter((trial) => !trial.warmup && trial.status === 'ok');
}

function known(values: readonly (number | undefined)[]): readonly number[] {
  return values.filter((value) => value !== undefined);
}

/** Times of the trials that count, in their order, in nanoseconds. */
export function trialTimes(trials: readonly TrialReport[], basis: Basis): readonly number[] {
  return known(
    measuredTrials(trials).map((trial) => (basis === 'cold' ? trial.coldNs : trial.warmNs)),
  );
}

function sum(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one + other;
}

/** In a shorter time the reading of the CPU clock itself weighs too much. */
const leastBusyNs = 1e6;

/**
 * Cores kept busy from go to the last result in, which is the time `cpuWarmNs` covers. Absent where
 * that is not known or shorter than 1 ms.
 */
export function coresBusy({
  cpuWarmNs,
  phases,
}: Pick<TrialReport, 'cpuWarmNs' | 'phases'>): number | undefined {
  if (cpuWarmNs === undefined || phases === undefined) return undefined;
  const spanNs = phases.runNs + phases.collectNs;
  return spanNs < leastBusyNs ? undefined : cpuWarmNs / spanNs;
}

/** The same object without the properties that are not known. */
function withoutUnknown<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, figure]) => figure !== undefined),
  ) as T;
}

function summariseCell(
  cell: Cell,
  trials: readonly TrialReport[],
  emptyTrials: readonly TrialReport[],
  serialTrials: readonly TrialReport[],
): CellReport {
  const measured = measuredTrials(trials);
  const of = (read: (trial: TrialReport) => number | undefined): number | undefined =>
    median(known(measured.map(read)));
  const warm = summarise(trialTimes(trials, 'warm'));
  const cold = summarise(trialTimes(trials, 'cold'));
  const against = (basis: Basis) =>
    ratioOfMedians(trialTimes(serialTrials, basis), trialTimes(trials, basis));
  const warmRatio = against('warm');
  const coldRatio = against('cold');
  return withoutUnknown({
    id: cell.id,
    strategy: cell.strategy,
    workers: cell.workers,
    topology: cell.topology,
    placement: cell.placement,
    medianWarmNs: warm?.median,
    medianColdNs: cold?.median,
    speedup: warmRatio?.ratio,
    speedupCold: coldRatio?.ratio,
    warm,
    cold,
    warmRatio: cell.strategy === 'serial' ? undefined : warmRatio,
    coldRatio: cell.strategy === 'serial' ? undefined : coldRatio,
    medianCpuNs: of((trial) => sum(trial.cpuUserNs, trial.cpuSystemNs)),
    coresBusy: of(coresBusy),
    medianPeakPssBytes: of((trial) => trial.peakPssBytes),
    medianPeakPrivateBytes: of((trial) => trial.peakPrivateBytes),
    outliers: [],
    trials: [...trials],
    emptyTrials: [...emptyTrials],
  });
}

/**
 * Each cell with its trials and the figures over those that count; a figure that no trial tells is
 * absent, and so are the speed-ups where serial has no time. Serial's ratio to itself is left out.
 */
export function summariseCells({
  cells,
  trials,
  emptyTrials,
}: Pick<RunRecords, 'cells' | 'trials' | 'emptyTrials'>): CellReport[] {
  const serial = cells.find((cell) => cell.strategy === 'serial');
  const serialTrials = serial === undefined ? [] : (trials.get(serial.id) ?? []);
  return cells.map((cell) =>
    summariseCell(cell, trials.get(cell.id) ?? [], emptyTrials.get(cell.id) ?? [], serialTrials),
  );
}
