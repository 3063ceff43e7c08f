// Writes what a list or an offer says about a run. Pure.
import { message } from '@present/messages/message';
import { countTrials } from '@present/words/count';
import { plannedTrials } from '@shared/experiment/cells';
import { cleanText } from '@shared/base/clean-text';
import { groupDigits } from '@present/locale/format';
import type { EarlierRun } from '@shared/wire/ipc';
import type { Report } from '@shared/report/report';
import { describeMoment } from '@present/locale/moment';

const longestName = 60;

/** The experiment's name, cleaned and cut. */
export function nameOf({ name }: Pick<EarlierRun, 'name'>): string {
  return cleanText(name, longestName);
}

/** `Heavy powers, 22 Nov 2026, 14:07, 7 of 30 trials`. */
export function describeUnfinished(run: EarlierRun): string {
  return [nameOf(run), describeMoment(run.startedAt), ...trialsOf(run)].join(
    message('list-separator'),
  );
}

function trialsOf({ trials, planned }: EarlierRun): readonly string[] {
  if (trials === undefined) return [];
  if (planned === undefined) return [countTrials(trials)];
  return [message('runs-some', { done: groupDigits(trials), count: planned })];
}

/** Returns what became of a run: `7 of 30 trials`, `24 trials, stopped`, `under way`. */
export function describeState(run: EarlierRun): string {
  switch (run.state) {
    case 'running':
      return message('runs-running');
    case 'damaged':
      return message('runs-unreadable');
    case 'unfinished':
      return trialsOf(run)[0] ?? message('runs-unfinished');
    case 'finished': {
      const trials = trialsOf(run)[0] ?? '';
      if (run.status === 'stopped') return message('runs-stopped', { trials });
      return run.status === 'failed' ? message('runs-failed', { trials }) : trials;
    }
  }
}

/** `7 of 30 trials` of a report that was left unfinished; nothing of any other. */
export function unfinishedTrials({ run, cells, experiment }: Report): string | undefined {
  if (run.status !== 'unfinished') return undefined;
  const done = cells.reduce((sum, cell) => sum + cell.trials.length + cell.emptyTrials.length, 0);
  const planned = Math.max(done, plannedTrials(experiment, cells.length));
  return message('runs-some', { done: groupDigits(done), count: planned });
}
