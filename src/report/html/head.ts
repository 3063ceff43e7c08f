// The top of the page: whose results these are, and the answer.
import { glyph } from './marks';
import { formatDuration, groupDigits } from '@shared/format';
import type { Report } from '@shared/report';
import { describeCores, describeMoment } from '../describe';
import { markup, type Markup } from './markup';

const logo = markup`<svg class="logo" viewBox="-1 -1 22 22" width="22" height="22" aria-hidden="true">
  <path d="M4 5V1.75h12V5M4 15v3.25h12V15" stroke-width="1.5" /><path d="M0 6.25h11M4 10h16M7.5 13.75H18" stroke-width="2" /></svg>`;

/** Name, experiment, moment and size of the run. */
export function pageHeader(report: Report): Markup {
  const trials = report.cells.reduce((sum, cell) => sum + cell.trials.length, 0);
  const run = [
    `run of ${describeMoment(report.run.startedAt)}`,
    `${groupDigits(trials)} ${trials === 1 ? 'trial' : 'trials'}`,
    formatDuration(report.run.durationNs),
    ...(report.run.status === 'done' ? [] : [report.run.status]),
  ].join(', ');
  return markup`<header>${logo}<b>Corelane</b>
    <span class="run"><span class="title">${report.experiment.name}</span> · ${run}</span>
    <span class="machine">${describeCores(report.environment)}</span></header>`;
}

/** The verdict as the largest thing on the page, its key word first. */
export function verdictBlock({ verdict, cells }: Report): Markup {
  const named = cells.find((cell) => cell.id === verdict.cell);
  const end = verdict.text.search(/\. (?=[A-Z0-9])/) + 1;
  const [first, more] =
    end === 0 ? [verdict.text, ''] : [verdict.text.slice(0, end), verdict.text.slice(end + 1)];
  const [, key = '', rest = first] = /^(Use [^:]+:)([^]*)$/.exec(first) ?? [];
  return markup`<section class="verdict">
    <h1>${named && glyph(named.strategy, 28)}<b>${key}</b>${rest}</h1>
    ${more === '' ? undefined : markup`<p class="more">${more}</p>`}
    <p class="quiet">Cold: from the program’s decision to the last result in and the workers joined. Intervals: 95 %, bootstrap of medians.</p>
  </section>`;
}

/** What limits the verdict, and what the run noted. */
export function warnings({ warnings, run }: Report): Markup | undefined {
  const texts = [
    ...(run.message === undefined ? [] : [run.message]),
    ...warnings.map(({ text, advice }) => `${text} ${advice}`.trim()),
    ...run.notes,
  ];
  if (texts.length === 0) return undefined;
  const items = texts.map(
    (text) =>
      markup`<li><svg class="sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M8 2 15 14H1zM8 6.5v3.5M8 11.5v1" /></svg><span>${text}</span></li>`,
  );
  return markup`<section><h2>Warnings <span class="mono quiet">${String(texts.length)}</span></h2><ul class="warnings">${items}</ul></section>`;
}
