// Determines the exit code of a run, for the script that started it.
import type { Report } from '@shared/report/report';

/** 0 where the run was done and every trial of it, empty ones too, was ok, otherwise 1. */
export function exitCodeOf(report: Report): 0 | 1 {
  const good = report.cells.every(({ trials, emptyTrials }) =>
    [...trials, ...emptyTrials].every(({ status }) => status === 'ok'),
  );
  return good && report.run.status === 'done' ? 0 : 1;
}
