// What the machine did to the trials: held back, slowed down, swapped, or limited.
import type { Warning } from '@shared/findings';
import { formatDuration, formatFigure } from '@shared/format';
import type { CellReport, TrialReport } from '@shared/report';
import { measuredTrials } from '../cells';
import { labelCell } from '../names';
import type { RunFacts } from '../records';
import { count, listSome, percent, warn } from './words';

/** Share of the cores' time that a hypervisor may take without a warning. */
const leastStolen = 0.02;

/** A cell's trials may differ in frequency by this much of it. */
const leastFrequencyRange = 0.05;

interface Around {
  readonly trial: TrialReport;
  readonly surroundings: NonNullable<TrialReport['surroundings']>;
}

function aroundTrials(cells: readonly CellReport[]): readonly Around[] {
  return cells.flatMap(({ trials }) =>
    measuredTrials(trials).flatMap((trial) =>
      trial.surroundings === undefined ? [] : [{ trial, surroundings: trial.surroundings }],
    ),
  );
}

type Figure = 'throttledNs' | 'thermalThrottles' | 'stolenNs' | 'swappedPages';

interface Total {
  readonly sum: number;
  /** Time of the trials that tell the figure. */
  readonly spanNs: number;
  /** Trials in which it is above 0. */
  readonly trials: readonly TrialReport[];
}

function total(around: readonly Around[], figure: Figure): Total {
  const telling = around.filter(({ surroundings }) => surroundings[figure] !== undefined);
  return {
    sum: telling.reduce((sum, { surroundings }) => sum + (surroundings[figure] ?? 0), 0),
    spanNs: telling.reduce((sum, { surroundings }) => sum + surroundings.spanNs, 0),
    trials: telling
      .filter(({ surroundings }) => (surroundings[figure] ?? 0) > 0)
      .map(({ trial }) => trial),
  };
}

function warnThrottling(around: readonly Around[], { machine }: RunFacts): Warning[] {
  const quota = total(around, 'throttledNs');
  const heat = total(around, 'thermalThrottles');
  const stolen = total(around, 'stolenNs');
  const stolenShare = stolen.spanNs > 0 ? stolen.sum / stolen.spanNs / machine.logicalCores : 0;
  const warnings: Warning[] = [];
  if (quota.sum > 0) {
    warnings.push(
      warn(
        'throttling',
        `The control group's CPU quota held its tasks back for ${formatDuration(quota.sum)} in ${count(quota.trials.length, 'trial')}.`,
        'Use no more workers than the quota has cores, or run without it.',
        quota,
      ),
    );
  }
  if (heat.sum > 0) {
    warnings.push(
      warn(
        'throttling',
        `The processor slowed down because of heat ${count(heat.sum, 'time')} in ${count(heat.trials.length, 'trial')}.`,
        'Let it cool down, or cool it better, and run again.',
        heat,
      ),
    );
  }
  if (stolenShare > leastStolen) {
    warnings.push(
      warn(
        'throttling',
        `The hypervisor gave ${percent(stolenShare)} of the cores' time to somebody else.`,
        'Run again at another time, or on cores of your own.',
        stolen,
      ),
    );
  }
  return warnings;
}

function warnSwap(around: readonly Around[]): Warning[] {
  const { sum, trials } = total(around, 'swappedPages');
  if (sum === 0) return [];
  return [
    warn(
      'swap',
      `${count(sum, 'page')} of memory moved to or from swap in ${count(trials.length, 'trial')}.`,
      'Free memory, or use fewer workers, and run again.',
      { trials },
    ),
  ];
}

/** Within a cell: between cells the mean of the cores differs because some of them rest. */
function frequencyRange(
  cell: CellReport,
): readonly { cell: CellReport; low: number; high: number }[] {
  const known = aroundTrials([cell]).flatMap(({ surroundings: { frequencyMhz } }) =>
    frequencyMhz === undefined ? [] : [frequencyMhz],
  );
  const low = Math.min(...known);
  const high = Math.max(...known);
  return known.length > 1 && high - low > leastFrequencyRange * high ? [{ cell, low, high }] : [];
}

function warnFrequency({ cells, machine: { governor } }: RunFacts): Warning[] {
  const found = cells.flatMap(frequencyRange);
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
      `A quota limits this to ${formatFigure(quotaCores)} of ${count(affinity.length, 'core')}.`,
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
