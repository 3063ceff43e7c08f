// What the measured cold times look like: single far ones, a trend over the run, two groups.
import type { Warning } from '@shared/report/findings';
import { formatCount, formatDuration, formatRatio } from '@shared/base/format';
import type { CellReport, TrialReport } from '@shared/report/report';
import { minTrials } from '../stats/bootstrap';
import { measuredTrials } from '../cells/cells';
import { findDrift, type Drift } from '../stats/drift';
import { findGroups } from '../stats/modes';
import { labelCell, listSome, numberTrial } from '@shared/words/names';
import { median } from '../stats/quantile';
import type { RunFacts } from '../cells/records';
import { percent, warn } from './words';

/** An outlier nearer to the median than this is marked, but no reason for a warning. */
const farOutlier = 0.05;

/** A trend is told where chance would show one in fewer than one run of a hundred. */
const significance = 0.01;

interface TimedTrial {
  readonly cell: CellReport;
  readonly trial: TrialReport;
  readonly coldNs: number;
  /** Cold time over the cell's median. */
  readonly relative: number;
}

/** Measured trials in the order of the run. */
function timedTrials(cells: readonly CellReport[]): readonly TimedTrial[] {
  return cells
    .flatMap((cell) => {
      const timed = measuredTrials(cell.trials).flatMap((trial) =>
        trial.coldNs === undefined ? [] : [{ cell, trial, coldNs: trial.coldNs }],
      );
      const middle = median(timed.map(({ coldNs }) => coldNs)) ?? 0;
      return middle > 0
        ? timed.map((entry) => ({ ...entry, relative: entry.coldNs / middle }))
        : [];
    })
    .sort((one, other) => one.trial.order - other.trial.order);
}

function warnOutliers(timed: readonly TimedTrial[]): Warning[] {
  const far = timed.filter(
    ({ cell, trial, relative }) =>
      cell.outliers.includes(trial.trial) && Math.abs(relative - 1) >= farOutlier,
  );
  if (far.length === 0) return [];
  const named = far.map(
    ({ cell, trial, relative }) =>
      `${numberTrial(trial.trial)} of ${labelCell(cell)} (${formatRatio(relative)})`,
  );
  return [
    warn(
      'outliers',
      `${formatCount(far.length, 'trial')} ${far.length === 1 ? 'lies' : 'lie'} far from the median of the cell: ${listSome(named)}.`,
      'See what happened around them. They are kept and count like the others.',
      {
        cells: [...new Set(far.map(({ cell }) => cell))],
        trials: far.map(({ trial }) => trial),
      },
    ),
  ];
}

function warnOfDrift({ change, p }: Drift, what: string, cells: readonly CellReport[]): Warning {
  const direction = change > 0 ? 'rose' : 'fell';
  return warn(
    'drift',
    `${what} ${direction} by ${percent(Math.abs(change))} from the first third of the run to the last (p ${p < 0.001 ? 'below 0.001' : p.toFixed(3)}).`,
    change > 0
      ? 'Let the machine cool down and come to rest, then run again.'
      : 'Add warm-up rounds and run again.',
    { cells },
  );
}

/** One warning for the run where all cells together drift, or one for each cell that does. */
function warnDrift(timed: readonly TimedTrial[], cells: readonly CellReport[]): Warning[] {
  const repeated = timed.filter(({ cell }) => (cell.cold?.n ?? 0) >= minTrials);
  const relatives = (of: readonly TimedTrial[]) => of.map(({ relative }) => relative);
  const all = findDrift(relatives(repeated), significance);
  if (all !== undefined && cells.length > 1) {
    return [warnOfDrift(all, "Times, each against its cell's median,", [])];
  }
  return cells.flatMap((cell) => {
    const own = repeated.filter((entry) => entry.cell === cell);
    const drift = findDrift(relatives(own), significance / cells.length);
    return drift === undefined ? [] : [warnOfDrift(drift, `Times of ${labelCell(cell)}`, [cell])];
  });
}

function warnModes(cell: CellReport, timed: readonly TimedTrial[]): Warning[] {
  const own = timed.filter((entry) => entry.cell === cell);
  const groups = findGroups(own.map(({ coldNs }) => coldNs));
  if (groups === undefined) return [];
  const [low, high] = groups;
  const smaller = low.count < high.count ? low : high;
  return [
    warn(
      'modes',
      `Times of ${labelCell(cell)} fall into two groups: ${formatCount(low.count, 'trial')} around ${formatDuration(low.median)}, ${high.count} around ${formatDuration(high.median)}.`,
      'Look what the groups differ in; a median describes one of them at most.',
      {
        cells: [cell],
        trials: own
          .filter(({ coldNs }) => coldNs >= smaller.min && coldNs <= smaller.max)
          .map(({ trial }) => trial),
      },
    ),
  ];
}

/** Outliers, drift over the run's order, and times in two groups. */
export function warnOfSpread({ cells }: RunFacts): Warning[] {
  const timed = timedTrials(cells);
  return [
    ...warnDrift(timed, cells),
    ...cells.flatMap((cell) => warnModes(cell, timed)),
    ...warnOutliers(timed),
  ];
}
