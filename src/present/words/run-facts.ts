// Writes what was run and what measuring it cost: one line per fact, for window and page.
import { failureText } from './engine/failures';
import { formatDuration, formatFigure, groupDigits, notKnown } from '../locale/format';
import type { Report } from '@shared/report/report';
import { message } from '../messages/message';
import { countTrials } from './count';
import type { Fact } from './machine-facts';
import { describeMoment, type Clock } from '../locale/moment';
import { cleanText } from '@shared/base/clean-text';
import { limits } from '@shared/experiment/experiment';

/** `run of 22 Nov 2026, 14:07 UTC, 133 trials, 11 min 42 s`, and how it ended where it was not done. */
export function describeRun({ cells, run }: Report, clock?: Clock): string {
  const values = {
    moment: describeMoment(run.startedAt, clock),
    trials: countTrials(cells.reduce((sum, cell) => sum + cell.trials.length, 0)),
    duration: formatDuration(run.durationNs),
  };
  return run.status === 'done'
    ? message('run-of', values)
    : message('run-of-ended', { ...values, status: message('run-ending', { status: run.status }) });
}

/** Every fact, in the order in which window and page show them. */
export function runFacts(report: Report, clock?: Clock): readonly Fact[] {
  const { id, program, run, createdAt, version } = report;
  const { sampler, ownCpuNs, windowCpuNs, durationNs } = run;
  const share = (cpuNs: number | undefined): string =>
    cpuNs === undefined
      ? notKnown()
      : message('run-cpu', {
          time: formatDuration(cpuNs),
          percent: formatFigure((cpuNs / durationNs) * 100),
        });
  const samples =
    sampler &&
    message('run-samples', {
      samples: groupDigits(sampler.ticks),
      missed: groupDigits(sampler.missed),
    });
  return [
    { name: message('run-report'), value: id },
    { name: message('run-started'), value: describeMoment(run.startedAt, clock) },
    { name: message('run-took'), value: formatDuration(durationNs) },
    {
      name: message('run-status'),
      value:
        run.failure === undefined
          ? message('run-ending', { status: run.status })
          : failureText(run.failure),
    },
    { name: message('run-written'), value: describeMoment(createdAt, clock) },
    { name: message('run-version'), value: String(version) },
    {
      name: message('run-program'),
      value: `${program.name} ${program.version}, ${program.shell}`,
    },
    { name: message('run-runtime'), value: program.runtime },
    { name: message('run-own-cpu'), value: share(ownCpuNs) },
    ...(program.shell === 'app'
      ? [{ name: message('run-window-cpu'), value: share(windowCpuNs) }]
      : []),
    { name: message('run-sampler-cpu'), value: share(sampler?.cpuNs) },
    { name: message('run-sampled'), value: samples ?? notKnown() },
    {
      name: message('run-latest'),
      value: sampler === undefined ? notKnown() : formatDuration(sampler.worstLateNs),
    },
  ];
}

/** Returns an experiment's name in which every sign is seen, such as `\u202e` for the one that turns the direction. */
export const shownName = (name: string): string => cleanText(name, 6 * limits.name.max);
