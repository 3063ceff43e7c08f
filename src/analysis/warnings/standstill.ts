// Trials during which all of the run stood still: their times would include the pause.
import type { Warning } from '@shared/report/warnings';
import type { RunFacts } from '../cells/records';
import { warn } from './warn';

/** Says which trials stood still, and for how long; they count nowhere. */
export function warnOfStandstill({ cells }: RunFacts): Warning[] {
  const found = cells.flatMap((cell) =>
    [...cell.trials, ...cell.emptyTrials]
      .filter(({ stoodStillNs }) => stoodStillNs !== undefined)
      .map((trial) => ({ cell, trial })),
  );
  if (found.length === 0) return [];
  const longestNs = Math.max(...found.map(({ trial }) => trial.stoodStillNs ?? 0));
  return [
    warn(
      { kind: 'stood-still', longestNs, trials: found.length },
      {
        cells: cells.filter((cell) => found.some((one) => one.cell === cell)),
        trials: found.map(({ trial }) => trial),
      },
    ),
  ];
}
