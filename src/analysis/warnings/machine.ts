// What the machine did to the trials: held back, slowed down, swapped, or limited.
import type { Warning } from '@shared/report/findings';
import { formatCount, formatDuration, formatFigure } from '@shared/base/format';
import type { CellReport, TrialReport } from '@shared/report/report';
import { measuredTrials } from '../cells/cells';
import { labelCell, listSome } from '@shared/words/names';
import type { RunFacts } from '../cells/records';
import { coresInReach, type Cores } from '../cells/utilisation';
import { percent, warn } from './words';

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
      warn(
        'throttling',
        `The control group's CPU quota held its tasks back for ${formatDuration(quota.sum)} in ${formatCount(quota.trials.length, 'trial')}.`,
        'Use no more workers than the quota has cores, or run without it.',
        quota,
      ),
    );
  }
  if (heat.sum > 0) {
    warnings.push(
      warn(
        'throttling',
        `The processor slowed down because of heat ${formatCount(heat.sum, 'time')} in ${formatCount(heat.trials.length, 'trial')}.`,
        'Let it cool down, or cool it better, and run again.',
        heat,
      ),
    );
  }
  if (stolen > maxStolen) {
    warnings.push(
      warn(
        'throttling',
        `The hypervisor took ${percent(stolen)} of the time of the cores in use.`,
        'Run again at another time, or on cores of your own.',
        total(around, 'stolenNs'),
      ),
    );
  }
  return warnings;
}

function warnSwap(around: readonly Around[]): Warning[] {
  const { sum, trials } = total(around, 'swappedPages');
  if (sum < minPages) return [];
  return [
    warn(
      'swap',
      `${formatCount(sum, 'page')} of memory moved to or from swap in ${formatCount(trials.length, 'trial')}.`,
      'Free memory, or use fewer workers, and run again.',
      { trials },
    ),
  ];
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
  const varied = found.map(
    ({ cell, low, high }) => `${labelCell(cell)} ${formatFigure(low)} to ${formatFigure(high)} MHz`,
  );
  const governed =
    governor === undefined || governor === 'performance'
      ? ''
      : `The frequency governor is “${governor}”.`;
  const text = [
    varied.length === 0
      ? ''
      : `The cores' frequency changed from trial to trial: ${listSome(varied)}.`,
    governed,
  ]
    .join(' ')
    .trim();
  if (text === '') return [];
  const advice =
    governed === ''
      ? 'Fix the frequency, or repeat more often.'
      : 'Set it to “performance” for steadier times.';
  return [warn('frequency', text, advice, { cells: found.map(({ cell }) => cell) })];
}

function warnQuota({ machine: { quotaCores, affinity } }: RunFacts): Warning[] {
  if (quotaCores === undefined || quotaCores >= affinity.length) return [];
  return [
    warn(
      'quota',
      `A quota limits this to ${formatFigure(quotaCores)} of ${formatCount(affinity.length, 'core')}.`,
      'Judge worker counts by the quota, or run without it.',
    ),
  ];
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
