// Describes the spread of the measured cold times: single far ones, a trend over the run, two groups.
import type { Warning } from '@shared/report/warnings';
import type { CellReport, TrialReport } from '@shared/report/report';
import { minTrials } from '../stats/bootstrap';
import { measuredTrials } from '../cells/cells';
import { findDrift, type Drift } from '../stats/drift';
import { findGroups } from '../stats/modes';
import { median } from '../stats/quantile';
import type { RunFacts } from '../cells/records';
import { warn } from './warn';

/** An outlier nearer to the median than this is marked, but no reason for a warning. */
const farOutlier = 0.05;

/** A trend is reported where chance would show one in fewer than one run of a hundred. */
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
  const trials = far.map(({ cell, trial, relative }) => ({
    cell: cell.id,
    trial: trial.trial,
    ratio: relative,
  }));
  return [
    warn(
      { kind: 'outliers', trials },
      {
        cells: [...new Set(far.map(({ cell }) => cell))],
        trials: far.map(({ trial }) => trial),
      },
    ),
  ];
}

/** Of one cell, or of all together. */
function warnOfDrift({ change, p }: Drift, cell?: CellReport): Warning {
  return cell === undefined
    ? warn({ kind: 'drift', change, p })
    : warn({ kind: 'drift', cell: cell.id, change, p }, { cells: [cell] });
}

/** One warning for the run where all cells together drift, or one for each cell that does. */
function warnDrift(timed: readonly TimedTrial[], cells: readonly CellReport[]): Warning[] {
  const repeated = timed.filter(({ cell }) => (cell.cold?.n ?? 0) >= minTrials);
  const relatives = (of: readonly TimedTrial[]) => of.map(({ relative }) => relative);
  const all = findDrift(relatives(repeated), significance);
  if (all !== undefined && cells.length > 1) {
    return [warnOfDrift(all)];
  }
  return cells.flatMap((cell) => {
    const own = repeated.filter((entry) => entry.cell === cell);
    const drift = findDrift(relatives(own), significance / cells.length);
    return drift === undefined ? [] : [warnOfDrift(drift, cell)];
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
      {
        kind: 'modes',
        cell: cell.id,
        low: { trials: low.count, medianNs: low.median },
        high: { trials: high.count, medianNs: high.median },
      },
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
