// Finds what the machine did to the trials: held back, slowed down, swapped, or limited.
import type { Warning } from '@shared/report/warnings';
import type { CellReport, TrialReport } from '@shared/report/report';
import { measuredTrials } from '../cells/cells';
import type { RunFacts } from '../cells/records';
import { coresInReach, type Cores } from '../cells/utilisation';
import { warn } from './warn';

/** Share of the time of the cores that cells could take which a hypervisor may take without a warning. */
const maxStolen = 0.02;

/** Share of a trial's time for which a quota may hold tasks back without a warning. */
const maxThrottled = 0.01;

/** Fewer pages than this to and from swap in a run are next to no time, and anybody's. */
const minPages = 100;

/** A cell's trials may differ in frequency by this much of it. */
const minFrequencyRange = 0.05;

/** Cores that rest have any frequency: a mean is looked at where this much of them was busy. */
const minBusy = 0.85;

interface Around {
  readonly cell: CellReport;
  readonly trial: TrialReport;
  readonly surroundings: NonNullable<TrialReport['surroundings']>;
}

function aroundTrials(cells: readonly CellReport[]): readonly Around[] {
  return cells.flatMap((cell) =>
    measuredTrials(cell.trials).flatMap((trial) =>
      trial.surroundings === undefined ? [] : [{ cell, trial, surroundings: trial.surroundings }],
    ),
  );
}

type Figure = 'throttledNs' | 'thermalThrottles' | 'stolenNs' | 'swappedPages';

interface Total {
  readonly sum: number;
  /** Trials in which the figure is above what may be. */
  readonly trials: readonly TrialReport[];
}

/** The figure over the trials where it is more than `most` of one gives. */
function total(
  around: readonly Around[],
  figure: Figure,
  most: (one: Around) => number = () => 0,
): Total {
  const found = around.filter((one) => (one.surroundings[figure] ?? 0) > most(one));
  return {
    sum: found.reduce((sum, { surroundings }) => sum + (surroundings[figure] ?? 0), 0),
    trials: found.map(({ trial }) => trial),
  };
}

/** Stolen time over the time of the cores that the trials' cells could take: resting ones lose none. */
function stolenShare(around: readonly Around[], cores: Cores): number {
  let stolenNs = 0;
  let coresNs = 0;
  for (const { cell, surroundings } of around) {
    if (surroundings.stolenNs === undefined) continue;
    stolenNs += surroundings.stolenNs;
    coresNs += surroundings.spanNs * coresInReach(cell, cores);
  }
  return coresNs > 0 ? stolenNs / coresNs : 0;
}

function warnThrottling(around: readonly Around[], { machine }: RunFacts): Warning[] {
  const quota = total(
    around,
    'throttledNs',
    ({ surroundings }) => maxThrottled * surroundings.spanNs,
  );
  const heat = total(around, 'thermalThrottles');
  const stolen = stolenShare(around, machine);
  const warnings: Warning[] = [];
  if (quota.sum > 0) {
    warnings.push(
      warn({ kind: 'throttled-by-quota', ns: quota.sum, trials: quota.trials.length }, quota),
    );
  }
  if (heat.sum > 0) {
    warnings.push(
      warn({ kind: 'throttled-by-heat', times: heat.sum, trials: heat.trials.length }, heat),
    );
  }
  if (stolen > maxStolen) {
    warnings.push(warn({ kind: 'stolen', share: stolen }, total(around, 'stolenNs')));
  }
  return warnings;
}

function warnSwap(around: readonly Around[]): Warning[] {
  const { sum, trials } = total(around, 'swappedPages');
  if (sum < minPages) return [];
  return [warn({ kind: 'swap', pages: sum, trials: trials.length }, { trials })];
}

interface FrequencyRange {
  readonly cell: CellReport;
  readonly low: number;
  readonly high: number;
}

/** Within a cell that keeps the cores busy: how many of them rest changes their mean. */
function frequencyRange(cell: CellReport, usableCores: number): readonly FrequencyRange[] {
  if ((cell.coresBusy ?? 0) < minBusy * usableCores) return [];
  const known = aroundTrials([cell]).flatMap(
    ({ surroundings: { frequencyMhz = [] } }) => frequencyMhz,
  );
  const low = Math.min(...known);
  const high = Math.max(...known);
  return known.length > 1 && high - low > minFrequencyRange * high ? [{ cell, low, high }] : [];
}

function warnFrequency({ cells, machine: { governor, usableCores } }: RunFacts): Warning[] {
  const found = cells.flatMap((cell) => frequencyRange(cell, usableCores));
  const slow = governor === 'performance' ? undefined : governor;
  if (found.length === 0 && slow === undefined) return [];
  const ranges = found.map(({ cell, low, high }) => ({
    cell: cell.id,
    lowMhz: low,
    highMhz: high,
  }));
  return [
    warn(
      { kind: 'frequency', cells: ranges, governor: slow },
      { cells: found.map(({ cell }) => cell) },
    ),
  ];
}

function warnQuota({ machine: { quotaCores, affinity } }: RunFacts): Warning[] {
  if (quotaCores === undefined || quotaCores >= affinity.length) return [];
  return [warn({ kind: 'quota', quotaCores, cores: affinity.length })];
}

/** Throttling, swapping, changing frequency and a quota. */
export function warnOfMachine(facts: RunFacts): Warning[] {
  const around = aroundTrials(facts.cells);
  return [
    ...warnThrottling(around, facts),
    ...warnSwap(around),
    ...warnFrequency(facts),
    ...warnQuota(facts),
  ];
}
