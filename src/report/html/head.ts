// The top of the page: whose results these are, and the answer.
import { failureText } from '@present/words/engine/failures';
import { message } from '@present/messages/message';
import { noteText } from '@present/words/engine/notes';
import { logoParts } from '@shared/look/logo';
import { glyph } from './marks';
import type { Report } from '@shared/report/report';
import { groupDigits } from '@present/locale/format';
import { describeCores } from '@present/words/machine-facts';
import { describeRun, shownName } from '@present/words/run-facts';
import { letterClauses, type LetteredClause } from '@present/words/evidence';
import { verdictClauses } from '@present/words/verdict';
import { sayWarnings } from '@present/words/warnings';
import { markup, type Markup } from './markup';

const logo = markup`<svg class="logo" viewBox="-1 -1 22 22" width="22" height="22" aria-hidden="true">
  ${logoParts.map(({ d, width }) => markup`<path d="${d}" stroke-width="${width}" />`)}</svg>`;

/** Name, experiment, moment and size of the run. */
export function pageHeader(report: Report): Markup {
  return markup`<header>${logo}<b>Corelane</b>
    <span class="run"><span class="title">${shownName(report.experiment.name)}</span> · ${describeRun(report, 'utc')}</span>
    <span class="machine">${describeCores(report.environment)}</span></header>`;
}

function writeClause({ text, strong, evidence, letter }: LetteredClause): Markup {
  const words = strong === true ? markup`<b>${text}</b>` : markup`${text}`;
  if (evidence === undefined) return words;
  return markup`<span class="clause" title="${evidence.detail}">${words}<sup>${letter}</sup></span>`;
}

/** The verdict as the largest thing on the page; letters give the evidence of its clauses. */
export function verdictBlock(report: Report): Markup {
  const named = report.cells.find((cell) => cell.id === report.verdict.cell);
  const clauses = letterClauses(verdictClauses(report));
  const details = clauses.flatMap(({ evidence, letter }) =>
    evidence === undefined ? [] : [markup`<span><b>${letter}</b> ${evidence.detail}</span>`],
  );
  return markup`<section class="verdict">
    <h1>${named && glyph(named.strategy, 28)}${clauses.map(writeClause)}</h1>
    ${details.length === 0 ? undefined : markup`<p class="details">${details}</p>`}
    <p class="quiet">${message('page-how-read')}</p>
  </section>`;
}

const sign = markup`<svg class="sign" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="M8 2 15 14H1zM8 6.5v3.5M8 11.5v1" /></svg>`;

/** Returns what limits the figures, each with advice, and what the run noted. */
export function warnings(report: Report): Markup | undefined {
  const { run } = report;
  const failed = run.failure === undefined ? [] : [failureText(run.failure)];
  const noted = [...failed, ...run.notes.map(noteText)];
  const items = [
    ...sayWarnings(report).map(({ text, advice }) => markup`<span>${text} <i>${advice}</i></span>`),
    ...noted.map((text) => markup`<span>${text}</span>`),
  ];
  if (items.length === 0) return undefined;
  return markup`<section><h2>${message('page-warnings')} <span class="mono quiet">${groupDigits(items.length)}</span></h2><ul class="warnings">${items.map(
    (item) => markup`<li>${sign}${item}</li>`,
  )}</ul></section>`;
}
