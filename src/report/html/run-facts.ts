// What was run, on what machine, and what measuring it cost.
import { formatFigure, groupDigits, notKnown } from '@shared/base/format';
import type { Report } from '@shared/report/report';
import { writeNumber } from '@present/words/figure';
import { machineFacts, type Fact } from '@present/words/machine-facts';
import { runFacts } from '@present/words/run-facts';
import { describeWork } from '@present/words/work';
import { markup, type Markup } from './markup';

function list(title: string, facts: readonly Fact[]): Markup {
  const rows = facts.map(
    ({ name, value }) =>
      markup`<dt>${name}</dt><dd${value === notKnown ? markup` class="quiet"` : undefined}>${value}</dd>`,
  );
  return markup`<section><h2>${title}</h2><dl>${rows}</dl></section>`;
}

function experimentFacts({ experiment }: Report): readonly Fact[] {
  const { schedule, sampling } = experiment;
  return [
    { name: 'name', value: experiment.name },
    { name: 'work', value: describeWork(experiment) },
    {
      name: 'schedule',
      value:
        schedule.kind === 'static' ? 'static' : `dynamic, ${groupDigits(schedule.chunk)} at a time`,
    },
    { name: 'warm-up', value: `${writeNumber(experiment.warmup)} per cell, not counted` },
    { name: 'order', value: `interleaved at random, seed ${writeNumber(experiment.seed)}` },
    {
      name: 'limits',
      value: `${formatFigure(experiment.timeoutSeconds)} s, ${formatFigure(experiment.memoryLimitMb)} MB per trial`,
    },
    {
      name: 'sampling',
      value: `${formatFigure(sampling.hz)} per second, memory ${formatFigure(sampling.memoryHz)} per second`,
    },
  ];
}

/** Experiment, machine and measuring, side by side. */
export function allFacts(report: Report): Markup {
  return markup`<div class="run-facts">${list('Experiment', experimentFacts(report))}${list(
    'Machine',
    machineFacts(report.environment),
  )}${list('Run', runFacts(report, 'utc'))}</div>`;
}
