// Trials that failed, are missing, are too few, or stood still.
import type { TrialStatus } from '@shared/report/statuses';
import { formatPercent, formatDecimals } from '../../locale/format';
import type { WarningFactOf } from '@shared/report/warnings';
import { failureText } from '../engine/failures';
import { message } from '../../messages/message';
import { someCells, type CellNames, type Said } from './cells';

const longestEvidence = 200;

/** The first line of an evidence, short, without the full stop at its end. */
function brief(evidence: string): string {
  const line = evidence.split('\n', 1)[0]?.trim() ?? '';
  const cut = line.length > longestEvidence ? `${line.slice(0, longestEvidence)} …` : line;
  return cut.replace(/[.\s]+$/, '');
}

const remedies: Readonly<Partial<Record<TrialStatus, 'timeout' | 'memory-limit'>>> = {
  timeout: 'timeout',
  'memory-limit': 'memory-limit',
};

/** `2 of 5 trials of threads 2 failed: Worker 1 was killed by SIGKILL.` */
export function sayFailedTrials(fact: WarningFactOf<'failed-trials'>, names: CellNames): Said {
  const { cell: id, failed, trials, empty, first, status, unfit } = fact;
  const cell = names.find(id);
  const own = (empty ? cell?.emptyTrials : cell?.trials) ?? [];
  const evidence = own.find(({ trial }) => trial === first)?.evidence;
  return {
    text: message('warning-failed-trials', {
      failed,
      trials,
      sort: empty ? 'empty' : 'work',
      cell: names.label(id),
      why:
        evidence === undefined
          ? message('trial-status', { status })
          : brief(failureText(evidence.failure)),
    }),
    advice: message('warning-failed-trials.advice', {
      remedy: unfit ? 'other-strategy' : (remedies[status] ?? 'none'),
    }),
  };
}

/** `The run ended early: 5 of 6 measured trials were carried out.` */
export function sayEndedEarly({ ended, planned, cause }: WarningFactOf<'ended-early'>): Said {
  return {
    text: message('warning-ended-early', { ended, planned }),
    advice: message('warning-ended-early.advice', { cause }),
  };
}

/** `Not measured: serial 1 and threads 2.` */
export function sayNotMeasured(fact: WarningFactOf<'not-measured'>, names: CellNames): Said {
  return {
    text: message('warning-not-measured', { cells: names.all(fact.cells) }),
    advice: message('warning-not-measured.advice', { cause: fact.cause }),
  };
}

/** `From one trial only: serial 1.` */
export function sayOneTrial({ cells }: WarningFactOf<'one-trial'>, names: CellNames): Said {
  return {
    text: message('warning-one-trial', { cells: names.all(cells) }),
    advice: message('warning-one-trial.advice'),
  };
}

/** `Fewer than 3 trials, so no interval: serial 1.` */
export function sayFewTrials(fact: WarningFactOf<'few-trials'>, names: CellNames): Said {
  return {
    text: message('warning-few-trials', { least: fact.least, cells: names.all(fact.cells) }),
    advice: message('warning-few-trials.advice'),
  };
}

/** `The precision asked for, ±2 %, was not reached: threads 2 ±4.8 % (5 trials).` */
export function sayImprecise(fact: WarningFactOf<'imprecise'>, { label }: CellNames): Said {
  const cells = someCells(fact.cells, ({ cell, halfWidth, trials }) =>
    message('warning-precision', {
      cell: label(cell),
      precision: formatPercent(halfWidth),
      trials,
    }),
  );
  const values = { wanted: formatPercent(fact.wanted), cells };
  return fact.asked
    ? {
        text: message('warning-not-as-precise', values),
        advice: message('warning-not-as-precise.advice'),
      }
    : {
        text: message('warning-imprecise', values),
        advice: message('warning-imprecise.advice'),
      };
}

/** `Everything stood still for 3.0 s during 1 trial, which is not counted.` */
export function sayStoodStill({ longestNs, trials }: WarningFactOf<'stood-still'>): Said {
  const seconds = formatDecimals(longestNs / 1e9, 1);
  return {
    text: message('warning-stood-still', { seconds, trials }),
    advice: message('warning-stood-still.advice'),
  };
}
