// Where the instrument itself reaches its limits: the clock, and samples that did not come.
import { formatDuration, formatPercent } from '../../locale/format';
import type { WarningFactOf } from '@shared/report/warnings';
import { message } from '../../messages/message';
import { sentences, someCells, type CellNames, type Said } from './cells';

/** `Tasks are short compared with one reading of the clock, about 60 ns: threads 2 310 ns.` */
export function sayCoarseTimer(fact: WarningFactOf<'coarse-timer'>, { label }: CellNames): Said {
  const { readNs, tasks, cold } = fact;
  const values = (found: typeof tasks): { readonly read: string; readonly cells: string } => ({
    read: formatDuration(readNs),
    cells: someCells(found, ({ cell, ns }) =>
      message('warning-coarse-cell', { cell: label(cell), time: formatDuration(ns) }),
    ),
  });
  return {
    text: sentences(
      tasks.length === 0 ? undefined : message('warning-coarse-tasks', values(tasks)),
      cold.length === 0 ? undefined : message('warning-coarse-cold', values(cold)),
    ),
    advice: message('warning-coarse-cold.advice'),
  };
}

/** `60 of 1,000 samples were missed; the largest delay was 74 ms.` */
export function sayMissedSamples(fact: WarningFactOf<'missed-samples'>): Said {
  const { limit, run, trials } = fact;
  const ofRun = run && {
    missed: run.missed,
    due: run.due,
    time: formatDuration(run.worstLateNs),
  };
  const inTrials = trials && {
    trials: trials.trials,
    limit: formatPercent(limit),
    most: formatPercent(trials.most),
  };
  return {
    text: sentences(
      ofRun && message('warning-missed-samples', ofRun),
      inTrials && message('warning-missed-in-trials', inTrials),
    ),
    advice: message('warning-missed-in-trials.advice'),
  };
}
