// Lists what was run, on what machine, and what measuring it cost.
import { message } from '@present/messages/message';
import { formatFigure, notKnown, writeNumber } from '@present/locale/format';
import type { Report } from '@shared/report/report';
import { machineFacts, type Fact } from '@present/words/machine-facts';
import { runFacts, shownName } from '@present/words/run-facts';
import { describeWork } from '@present/words/work';
import { markup, type Markup } from './markup';

function list(title: string, facts: readonly Fact[]): Markup {
  const rows = facts.map(
    ({ name, value }) =>
      markup`<dt>${name}</dt><dd${value === notKnown() ? markup` class="quiet"` : undefined}>${value}</dd>`,
  );
  return markup`<section><h2>${title}</h2><dl>${rows}</dl></section>`;
}

function experimentFacts({ experiment }: Report): readonly Fact[] {
  const { schedule, sampling, warmup, seed, timeoutSeconds, memoryLimitMb } = experiment;
  return [
    { name: message('experiment-name'), value: shownName(experiment.name) },
    { name: message('experiment-work'), value: describeWork(experiment) },
    {
      name: message('experiment-schedule'),
      value: message('experiment-schedule-of', {
        kind: schedule.kind,
        chunk: schedule.kind === 'dynamic' ? schedule.chunk : 1,
      }),
    },
    {
      name: message('experiment-warm-up'),
      value: message('experiment-warm-up-of', { trials: warmup }),
    },
    {
      name: message('experiment-order'),
      value: message('experiment-order-of', { seed: writeNumber(seed) }),
    },
    {
      name: message('experiment-limits'),
      value: message('experiment-limits-of', {
        seconds: formatFigure(timeoutSeconds),
        megabytes: formatFigure(memoryLimitMb),
      }),
    },
    {
      name: message('experiment-sampling'),
      value: message('experiment-sampling-of', {
        hz: formatFigure(sampling.hz),
        memoryHz: formatFigure(sampling.memoryHz),
      }),
    },
  ];
}

/** Experiment, machine and measuring, side by side. */
export function allFacts(report: Report): Markup {
  return markup`<div class="run-facts">${list(message('page-experiment'), experimentFacts(report))}${list(
    message('page-machine'),
    machineFacts(report.environment),
  )}${list(message('page-run'), runFacts(report, 'utc'))}</div>`;
}
