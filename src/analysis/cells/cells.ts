// Computes the figures of each cell from its trials: medians, spreads, speed-ups, memory.
import { defined } from '@shared/base/defined';
import type { Cell } from '@shared/experiment/cells';
import { baseStrategyOf } from '@shared/experiment/strategies';
import type { CellReport, TrialReport } from '@shared/report/report';
import type { RunRecords } from './records';
import { minTrials, ratioOfMedians } from '../stats/bootstrap';
import { compareWith } from '../stats/compare';
import { findOutliers } from '../stats/outliers';
import { median } from '../stats/quantile';
import { splitRun } from './split';
import { summarise } from '../stats/summary';

/** The time a comparison rests on: from the decision, or from go. */
export type Basis = 'cold' | 'warm';

/** Trials that count: not for warming up, succeeded, and not stopped and continued meanwhile. */
export function measuredTrials(trials: readonly TrialReport[]): readonly TrialReport[] {
  return trials.filter(
    ({ warmup, status, stoodStillNs }) => !warmup && status === 'ok' && stoodStillNs === undefined,
  );
}

/** Trials that were to be measured and failed; a stop is no failure. */
export function failedAmong(trials: readonly TrialReport[]): readonly TrialReport[] {
  return trials.filter(({ warmup, status }) => !warmup && status !== 'ok' && status !== 'stopped');
}

/**
 * The measured trial with the median cold time (of two middle ones the quicker), so that its parts
 * add up to a time that was measured; absent where no trial has one.
 */
export function medianTrial({
  trials,
}: {
  readonly trials: readonly TrialReport[];
}): TrialReport | undefined {
  const timed = measuredTrials(trials).filter(({ coldNs }) => coldNs !== undefined);
  const sorted = [...timed].sort((one, other) => (one.coldNs ?? 0) - (other.coldNs ?? 0));
  return sorted[Math.floor((sorted.length - 1) / 2)];
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
const minBusyNs = 1e6;

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
  return spanNs < minBusyNs ? undefined : cpuWarmNs / spanNs;
}

const withSplit = (trial: TrialReport): TrialReport => {
  // Some of a trial's tasks don't show what its workers did: then it was computed before.
  const known = trial.taskTimes !== undefined || trial.status !== 'ok';
  const split = known ? undefined : splitRun(trial);
  return split === undefined ? trial : { ...trial, split };
};

/** Numbers of the trials that count whose cold time is an outlier among theirs. */
function outlierTrials(trials: readonly TrialReport[]): number[] {
  const timed = measuredTrials(trials).filter(({ coldNs }) => coldNs !== undefined);
  const outliers = new Set(findOutliers(trialTimes(timed, 'cold')));
  return timed.filter((_, index) => outliers.has(index)).map(({ trial }) => trial);
}

function summariseEmpty(emptyTrials: readonly TrialReport[]): CellReport['empty'] {
  const cold = summarise(trialTimes(emptyTrials, 'cold'));
  const warm = summarise(trialTimes(emptyTrials, 'warm'));
  return cold === undefined && warm === undefined ? undefined : defined({ cold, warm });
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
  return defined({
    id: cell.id,
    strategy: cell.strategy,
    workers: cell.workers,
    topology: cell.topology,
    placement: cell.placement,
    python: cell.python,
    medianWarmNs: warm?.median,
    medianColdNs: cold?.median,
    speedup: warmRatio?.ratio,
    speedupCold: coldRatio?.ratio,
    warm,
    cold,
    warmRatio: isSerial(cell) ? undefined : warmRatio,
    coldRatio: isSerial(cell) ? undefined : coldRatio,
    medianCpuNs: of((trial) => sum(trial.cpuUserNs, trial.cpuSystemNs)),
    coresBusy: of(coresBusy),
    medianPeakPssBytes: of((trial) => trial.peakPssBytes),
    medianPeakPrivateBytes: of((trial) => trial.peakPrivateBytes),
    outliers: outlierTrials(trials),
    split: medianTrial({ trials })?.split,
    trials: trials.slice(),
    empty: summariseEmpty(emptyTrials),
    emptyTrials: emptyTrials.slice(),
  });
}

/** The cell with the smallest median cold time, of those with trials enough to be compared if there are any. */
function fastestOf(cells: readonly CellReport[]): CellReport | undefined {
  const time = ({ medianColdNs }: CellReport): number => medianColdNs ?? Infinity;
  const timed = cells.filter(({ medianColdNs }) => medianColdNs !== undefined);
  const able = timed.filter(({ cold }) => (cold?.n ?? 0) >= minTrials);
  const [first, ...others] = able.length > 0 ? able : timed;
  return first && others.reduce((best, cell) => (time(cell) < time(best) ? cell : best), first);
}

/** Returns how the cell's cold times are against the other's; absent against none and itself. */
function compareCold(cell: CellReport, other: CellReport | undefined): CellReport['againstBest'] {
  if (other === undefined || other === cell) return undefined;
  return compareWith(other.id, trialTimes(cell.trials, 'cold'), trialTimes(other.trials, 'cold'));
}

/** Serial at heart: what the others of its runtime are held against. */
export function isSerial({ strategy }: Pick<Cell, 'strategy'>): boolean {
  return baseStrategyOf(strategy) === 'serial';
}

/**
 * Each cell with its trials and the figures over those that count; a figure that no trial holds is
 * absent, and so are the speed-ups where serial has no time. Serial's ratio to itself is left out.
 * Comparisons are of cold times; the best is the cell with the fastest median of those with at least 3
 * trials.
 */
export function summariseCells({
  cells,
  trials,
  emptyTrials,
}: Pick<RunRecords, 'cells' | 'trials' | 'emptyTrials'>): CellReport[] {
  const trialsOf = (id: string) => (trials.get(id) ?? []).map(withSplit);
  const emptyOf = (id: string) => (emptyTrials.get(id) ?? []).map(withSplit);
  const serialId = cells.find(isSerial)?.id;
  const serialTrials = serialId === undefined ? [] : (trials.get(serialId) ?? []);
  const summaries = cells.map((cell) =>
    summariseCell(cell, trialsOf(cell.id), emptyOf(cell.id), serialTrials),
  );
  const serial = summaries.find(({ id }) => id === serialId);
  const best = fastestOf(summaries);
  return summaries.map((cell) =>
    defined({
      ...cell,
      againstSerial: compareCold(cell, serial),
      againstBest: compareCold(cell, best),
    }),
  );
}
