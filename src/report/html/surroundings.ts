// What was run, on what machine, and what measuring it cost.
import { writeDecimals, writeNumber } from '@present/words/figure';
import {
  formatBytes,
  formatDuration,
  formatFigure,
  groupDigits,
  notKnown,
} from '@shared/base/format';
import type { Report } from '@shared/report/report';
import {
  describeCores,
  describeMemory,
  describeMoment,
  describeWork,
} from '@present/words/describe';
import { markup, type Markup } from './markup';

type Facts = readonly (readonly [name: string, value: string | undefined])[];

function list(title: string, facts: Facts): Markup {
  const rows = facts.map(
    ([name, value]) =>
      markup`<dt>${name}</dt><dd${value === undefined ? markup` class="quiet"` : undefined}>${value ?? notKnown}</dd>`,
  );
  return markup`<section><h2>${title}</h2><dl>${rows}</dl></section>`;
}

function experimentFacts({ experiment }: Report): Facts {
  const { schedule, sampling } = experiment;
  return [
    ['name', experiment.name],
    ['work', describeWork(experiment)],
    [
      'schedule',
      schedule.kind === 'static' ? 'static' : `dynamic, ${groupDigits(schedule.chunk)} at a time`,
    ],
    ['warm-up', `${writeNumber(experiment.warmup)} a way, not counted`],
    ['order', `interleaved at random, seed ${writeNumber(experiment.seed)}`],
    [
      'limits',
      `${formatFigure(experiment.timeoutSeconds)} s, ${formatFigure(experiment.memoryLimitMb)} MB a trial`,
    ],
    [
      'sampling',
      `${formatFigure(sampling.hz)} a second, memory ${formatFigure(sampling.memoryHz)} a second`,
    ],
  ];
}

function machineFacts({ environment }: Report): Facts {
  const { quotaCores, frequencyMhz, loadAverage, memoryLimitBytes, counters } = environment;
  const unreadable = counters.filter(({ readable }) => !readable);
  return [
    ['system', `${environment.platform} ${environment.kernel}, ${environment.arch}`],
    ['processor', environment.cpuModel],
    ['cores', describeCores({ ...environment, ...(quotaCores !== undefined && { quotaCores }) })],
    ['memory', describeMemory(environment)],
    ...(memoryLimitBytes === undefined
      ? []
      : [['memory limit', formatBytes(memoryLimitBytes)] as const]),
    ['load average', loadAverage?.map((load) => writeDecimals(load, 2)).join(', ')],
    ['governor', environment.governor],
    ['frequency', frequencyMhz === undefined ? undefined : `${groupDigits(frequencyMhz)} MHz`],
    [
      'not readable',
      unreadable.length === 0
        ? 'nothing'
        : unreadable
            .map(({ name, note }) => (note === undefined ? name : `${name} (${note})`))
            .join(', '),
    ],
  ];
}

function measuringFacts({ program, run, createdAt, version }: Report): Facts {
  const { sampler, ownCpuNs, windowCpuNs, durationNs } = run;
  const share = (cpuNs: number): string =>
    `${formatDuration(cpuNs)}, ${formatFigure((cpuNs / durationNs) * 100)} % of a core`;
  return [
    ['program', `Corelane ${program.version}, ${program.shell}`],
    ['runtime', program.runtime],
    ['written', describeMoment(createdAt)],
    ['report version', String(version)],
    ['own CPU time', ownCpuNs === undefined ? undefined : share(ownCpuNs)],
    ...(windowCpuNs === undefined ? [] : [['window CPU time', share(windowCpuNs)] as const]),
    ['sampler CPU time', sampler && share(sampler.cpuNs)],
    ['samples', sampler && `${groupDigits(sampler.ticks)}, ${groupDigits(sampler.missed)} missed`],
    ['latest sample', sampler && `${formatDuration(sampler.worstLateNs)} late`],
  ];
}

/** Experiment, machine and measuring, side by side. */
export function surroundings(report: Report): Markup {
  return markup`<div class="surroundings">${list('Experiment', experimentFacts(report))}${list(
    'Machine',
    machineFacts(report),
  )}${list('Measuring', measuringFacts(report))}</div>`;
}
