// Trials during which all of the run stood still: their times would tell of the pause.
import type { Warning } from '@shared/report/findings';
import { formatCount } from '@shared/base/format';
import type { RunFacts } from '../cells/records';
import { warn } from './words';

/** Says which trials stood still, and for how long; they count nowhere. */
export function warnOfStandstill({ cells }: RunFacts): Warning[] {
  const found = cells.flatMap((cell) =>
    [...cell.trials, ...cell.emptyTrials]
      .filter(({ stoodStillNs }) => stoodStillNs !== undefined)
      .map((trial) => ({ cell, trial })),
  );
  if (found.length === 0) return [];
  const longestNs = Math.max(...found.map(({ trial }) => trial.stoodStillNs ?? 0));
  const seconds = (longestNs / 1e9).toFixed(1);
  return [
    warn(
      'stood-still',
      `Everything stood still for ${seconds} s during ${formatCount(found.length, 'trial')}, which ${found.length === 1 ? 'counts' : 'count'} nowhere.`,
      'Let the run go on to its end: no Ctrl-Z, no paused container, no machine that sleeps.',
      {
        cells: cells.filter((cell) => found.some((one) => one.cell === cell)),
        trials: found.map(({ trial }) => trial),
      },
    ),
  ];
}
