// A report's trials as the trial strip takes them, and the one to look at first. Pure.
import { measuredTrials } from '@analysis/cells';
import type { Report } from '@shared/report';
import type { TrialFact } from '../../view/trial-facts';

/** A fact for every trial, in the run's order. */
export function reportTrials(report: Report): readonly TrialFact[] {
  return report.cells
    .flatMap((cell) =>
      cell.trials.map((trial): TrialFact => ({
        trial: trial.trial,
        cell: cell.id,
        round: trial.round,
        warmup: trial.warmup,
        beginNs: trial.startNs ?? trial.endNs,
        endNs: trial.endNs,
        status: trial.status,
        ...(trial.coldNs !== undefined && { coldNs: trial.coldNs }),
        ...(trial.warmNs !== undefined && { warmNs: trial.warmNs }),
        ...(trial.evidence !== undefined && { evidence: trial.evidence.message }),
      })),
    )
    .sort((one, other) => one.trial - other.trial);
}

/** The median trial of the verdict's cell, or the first trial; absent where there is none. */
export function firstToShow(report: Report): number | undefined {
  const cell = report.cells.find(({ id }) => id === report.verdict.cell) ?? report.cells[0];
  const measured = [...measuredTrials(cell?.trials ?? [])].sort(
    (one, other) => (one.coldNs ?? 0) - (other.coldNs ?? 0),
  );
  const trial = measured[Math.floor((measured.length - 1) / 2)] ?? cell?.trials[0];
  return trial?.trial;
}
