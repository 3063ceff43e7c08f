// Trials that failed, are missing, or are too few to say what was asked.
import type { Warning } from '@shared/report/findings';
import { formatCount } from '@shared/base/format';
import type { TrialStatus } from '@shared/report/live';
import type { CellReport, TrialReport } from '@shared/report/report';
import { minTrials } from '../stats/bootstrap';
import { measuredTrials, trialTimes } from '../cells/cells';
import { labelCell, listNames, listSome } from '@shared/words/names';
import { relativeHalfWidth } from '../stats/precision';
import type { RunFacts } from '../cells/records';
import { unfitness } from '../verdict/trials';
import { percent, warn } from './words';

const longestEvidence = 200;

/** Without a wanted precision, a median known less well than this is warned about. */
const roughPrecision = 0.1;

/** The first line of an evidence, short, without the full stop at its end. */
function brief(message: string): string {
  const line = message.split('\n', 1)[0]?.trim() ?? '';
  const cut = line.length > longestEvidence ? `${line.slice(0, longestEvidence)} …` : line;
  return cut.replace(/[.\s]+$/, '');
}

const remedies: Readonly<Partial<Record<TrialStatus, string>>> = {
  timeout: 'Raise timeoutSeconds, or make the work smaller.',
  'memory-limit': 'Raise memoryLimitMb, or use fewer workers.',
};

/** Failed trials of a cell, warm-up ones too. */
function warnFailed(cell: CellReport, all: readonly TrialReport[], sort = 'trials'): Warning[] {
  const trials = all.filter(({ status }) => status !== 'ok' && status !== 'stopped');
  const first = trials[0];
  if (first === undefined) return [];
  const why = first.evidence === undefined ? first.status : brief(first.evidence.message);
  return [
    warn(
      'failed-trials',
      `${trials.length} of ${all.length} ${sort} of ${labelCell(cell)} failed: ${why}.`,
      (unfitness(cell) === undefined ? undefined : 'Nothing is to be mended: use processes.') ??
        remedies[first.status] ??
        "See the trial's error. Failed trials are excluded.",
      { cells: [cell], trials },
    ),
  ];
}

/** Trials that were to be measured and were not cut off by a stop, well ended or not. */
function carriedOut({ trials }: CellReport): number {
  return trials.filter(({ warmup, status }) => !warmup && status !== 'stopped').length;
}

/** What ended a run by itself would do so again. */
function runAgain(message: string | undefined): string {
  return message === undefined ? 'Run it again to its end.' : 'Fix the cause and run again.';
}

function warnEndedEarly({ cells, experiment: { repeats }, message }: RunFacts): Warning[] {
  const planned = cells.length * repeats;
  const ended = cells.reduce((sum, cell) => sum + Math.min(carriedOut(cell), repeats), 0);
  if (ended >= planned) return [];
  return [
    warn(
      'ended-early',
      `The run ended early: ${ended} of ${planned} measured trials were carried out.`,
      runAgain(message),
    ),
  ];
}

function warnFew({ cells, message }: RunFacts): Warning[] {
  const some = (
    kind: Warning['kind'],
    found: readonly CellReport[],
    what: string,
    advice: string,
  ): Warning[] =>
    found.length === 0
      ? []
      : [warn(kind, `${what}: ${listNames(found.map(labelCell))}.`, advice, { cells: found })];
  const measured = (cell: CellReport) => measuredTrials(cell.trials).length;
  const none = cells.filter((cell) => carriedOut(cell) === 0);
  const one = cells.filter((cell) => measured(cell) === 1);
  const few = cells.filter((cell) => measured(cell) > 1 && measured(cell) < minTrials);
  const repeat = 'Repeat at least 5 times.';
  return [
    ...some('not-measured', none, 'Not measured', runAgain(message)),
    ...some('few-trials', one, 'From one trial only', repeat),
    ...some('few-trials', few, `Fewer than ${minTrials} trials, so no interval`, repeat),
  ];
}

function warnImprecise({ cells, experiment: { until } }: RunFacts): Warning[] {
  const wanted = until?.precision ?? roughPrecision;
  const rough = cells.flatMap((cell) => {
    const times = trialTimes(cell.trials, 'cold');
    const halfWidth = relativeHalfWidth(times);
    return halfWidth === undefined || halfWidth <= wanted
      ? []
      : [
          {
            cell,
            text: `${labelCell(cell)} ±${percent(halfWidth)} (${formatCount(times.length, 'trial')})`,
          },
        ];
  });
  if (rough.length === 0) return [];
  const found = listSome(rough.map(({ text }) => text));
  const place = { cells: rough.map(({ cell }) => cell) };
  return [
    until === undefined
      ? warn(
          'imprecise',
          `The median cold time is known to no better than ±${percent(wanted)}: ${found}.`,
          'Repeat more often, or ask for a precision.',
          place,
        )
      : warn(
          'imprecise',
          `The precision asked for, ±${percent(wanted)}, was not reached: ${found}.`,
          'Allow more trials and more time, or end what disturbs them.',
          place,
        ),
  ];
}

/** Failed, missing and too few trials; cells whose median is not known well enough. */
export function warnOfTrials(facts: RunFacts): Warning[] {
  return [
    ...facts.cells.flatMap((cell) => [
      ...warnFailed(cell, cell.trials),
      ...warnFailed(cell, cell.emptyTrials, 'trials of empty tasks'),
    ]),
    ...warnEndedEarly(facts),
    ...warnFew(facts),
    ...warnImprecise(facts),
  ];
}
