// Trials that failed, are missing, stood still, or are too few to say what was asked.
import type { Warning, WarningFactOf } from '@shared/report/warnings';
import type { CellReport, TrialReport } from '@shared/report/report';
import { minTrials } from '../stats/bootstrap';
import { measuredTrials, trialTimes } from '../cells/cells';
import { relativeHalfWidth } from '../stats/precision';
import type { RunFacts } from '../cells/records';
import { unfitness } from '../verdict/trials';
import { idsOf, warn } from './warn';

/** Without a wanted precision, a median known less well than this is warned about. */
const roughPrecision = 0.1;

/** Failed trials of a cell, a warning for each way they ended; those for warming up where no other has failed. */
function warnFailed(cell: CellReport, all: readonly TrialReport[], empty: boolean): Warning[] {
  const hasFailed = ({ status }: TrialReport): boolean => status !== 'ok' && status !== 'stopped';
  const measured = all.filter(({ warmup }) => !warmup);
  const looked = measured.some(hasFailed) ? measured : all;
  const failed = looked.filter(hasFailed);
  return [...new Set(failed.map(({ status }) => status))].map((status) => {
    const trials = failed.filter((trial) => trial.status === status);
    return warn(
      {
        kind: 'failed-trials',
        cell: cell.id,
        failed: trials.length,
        trials: looked.length,
        empty,
        first: trials[0]?.trial ?? 0,
        status,
        unfit: unfitness(cell) !== undefined,
      },
      { cells: [cell], trials },
    );
  });
}

/** Trials that were to be measured and were not cut off by a stop, well ended or not. */
function carriedOut({ trials }: CellReport): number {
  return trials.filter(({ warmup, status }) => !warmup && status !== 'stopped').length;
}

/** Why trials are missing. */
const causeOf = (failure: RunFacts['failure']): WarningFactOf<'ended-early'>['cause'] =>
  failure === undefined ? 'stop' : 'failure';

function warnEndedEarly({ cells, experiment: { repeats }, failure }: RunFacts): Warning[] {
  const planned = cells.length * repeats;
  const ended = cells.reduce((sum, cell) => sum + Math.min(carriedOut(cell), repeats), 0);
  if (ended >= planned) return [];
  return [warn({ kind: 'ended-early', ended, planned, cause: causeOf(failure) })];
}

function warnFew({ cells, failure }: RunFacts): Warning[] {
  const some = (
    found: readonly CellReport[],
    fact: (ids: string[]) => Parameters<typeof warn>[0],
  ): Warning[] => (found.length === 0 ? [] : [warn(fact(idsOf(found)), { cells: found })]);
  const measured = (cell: CellReport) => measuredTrials(cell.trials).length;
  const none = cells.filter((cell) => carriedOut(cell) === 0);
  const one = cells.filter((cell) => measured(cell) === 1);
  const few = cells.filter((cell) => measured(cell) > 1 && measured(cell) < minTrials);
  return [
    ...some(none, (ids) => ({ kind: 'not-measured', cells: ids, cause: causeOf(failure) })),
    ...some(one, (ids) => ({ kind: 'one-trial', cells: ids })),
    ...some(few, (ids) => ({ kind: 'few-trials', cells: ids, least: minTrials })),
  ];
}

function warnImprecise({ cells, experiment: { until } }: RunFacts): Warning[] {
  const wanted = until?.precision ?? roughPrecision;
  const rough = cells.flatMap((cell) => {
    const times = trialTimes(cell.trials, 'cold');
    const halfWidth = relativeHalfWidth(times);
    return halfWidth === undefined || halfWidth <= wanted
      ? []
      : [{ cell, halfWidth, trials: times.length }];
  });
  if (rough.length === 0) return [];
  const found = rough.map(({ cell, ...precision }) => ({ cell: cell.id, ...precision }));
  return [
    warn(
      { kind: 'imprecise', wanted, asked: until !== undefined, cells: found },
      { cells: rough.map(({ cell }) => cell) },
    ),
  ];
}

/** Says which trials stood still, and for how long; they enter no figure. */
function warnOfStandstill({ cells }: RunFacts): Warning[] {
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

/** Failed, missing and too few trials; cells whose median is not known well enough; trials that stood still. */
export function warnOfTrials(facts: RunFacts): Warning[] {
  return [
    ...facts.cells.flatMap((cell) => [
      ...warnFailed(cell, cell.trials, false),
      ...warnFailed(cell, cell.emptyTrials, true),
    ]),
    ...warnEndedEarly(facts),
    ...warnFew(facts),
    ...warnImprecise(facts),
    ...warnOfStandstill(facts),
  ];
}
