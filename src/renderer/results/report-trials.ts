// A report's trials as the trial strip takes them, and the one to look at first. Pure.
import { medianTrial } from '@analysis/cells/cells';
import { defined } from '@shared/base/defined';
import type { Report, TrialReport } from '@shared/report/report';
import type { TrialFact } from '../model/trial-facts';

function factOf(trial: TrialReport, cell: string, empty: boolean): TrialFact {
  return {
    trial: trial.trial,
    cell,
    round: trial.round,
    warmup: trial.warmup,
    beginNs: trial.startNs ?? trial.endNs,
    endNs: trial.endNs,
    status: trial.status,
    ...defined({
      empty: empty || undefined,
      coldNs: trial.coldNs,
      warmNs: trial.warmNs,
      failure: trial.evidence?.failure,
    }),
  };
}

/** A fact for every trial, those of empty tasks too, in the run's order. */
export function reportTrials(report: Report): readonly TrialFact[] {
  return report.cells
    .flatMap(({ id, trials, emptyTrials }) => [
      ...trials.map((trial) => factOf(trial, id, false)),
      ...emptyTrials.map((trial) => factOf(trial, id, true)),
    ])
    .sort((one, other) => one.trial - other.trial);
}

/** The median trial of the verdict's cell, or its first; absent where there is none. */
export function firstToShow(report: Report): number | undefined {
  const cell = report.cells.find(({ id }) => id === report.verdict.cell) ?? report.cells[0];
  return cell && (medianTrial(cell) ?? cell.trials[0])?.trial;
}
