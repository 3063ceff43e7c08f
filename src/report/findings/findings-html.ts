// The findings as one page: no network, no script, light and dark, printable.
import { figureNote } from '@present/words/claims/parts';
import { message } from '@present/messages/message';
import { quantityTitle, runtimeTitle } from '@present/figures/claim-figures';
import { claimSentence } from '@present/names/claims';
import { labelOf } from '@present/names/cells';
import { findingText } from '@present/words/claims/findings';
import { claimNoteText } from '@present/words/claims/notes';
import { writeNumber } from '@present/locale/format';
import { recommendationText } from '@present/words/claims/recommendation';
import { recommend } from '@analysis/claims/recommend';
import { claimNumber } from '@shared/claims/catalogue';
import { formatRange, formatValue, outcomeMarks, outcomeWord } from '@present/names/outcomes';
import {
  criteria,
  evenWeights,
  languageNames,
  type Figure,
  type Finding,
} from '@shared/claims/claims';
import type { FindingsFile } from '@shared/claims/findings-file';
import { describeCores } from '@present/words/machine-facts';
import { describeMoment } from '@present/locale/moment';
import { writeDocument } from '../html/document';
import { markup, type Markup } from '../html/markup';
import { glyph } from '../html/marks';

function figureRow(figure: Figure): Markup {
  const { quantity, label, runtime, strategy, x, unit, median, values } = figure;
  return markup`<tr><td>${glyph(strategy, 14)} ${labelOf(label)}</td><td>${runtimeTitle(runtime)}</td><td>${quantityTitle(quantity)}</td><td class="number">${x === undefined ? '' : writeNumber(x)}</td><td class="number">${formatValue(median, unit)}</td><td class="number quiet">${formatRange(figure)}</td><td class="number">${String(values.length)}</td><td class="quiet">${figureNote(figure) ?? ''}</td></tr>`;
}

/** The heads of the table of figures; that of the notes has none. */
function heads(): readonly string[] {
  return [
    message('findings-strategy'),
    message('findings-runtime'),
    message('findings-what'),
    message('findings-x'),
    message('findings-median'),
    message('findings-range'),
    message('findings-values'),
  ];
}

function findingBlock(finding: Finding): Markup {
  const { id, outcome, figures, notes } = finding;
  return markup`<section id="${id}"><h2>${String(claimNumber(id))} ${outcomeMarks[outcome]} ${claimSentence(id)} <span class="note">${outcomeWord(outcome)}</span></h2>
<p>${findingText(finding)}</p>${notes.map((note) => markup`<p class="quiet">${claimNoteText(note)}</p>`)}
<details><summary>${message('findings-figures')}</summary><table><thead><tr>${heads().map((head) => markup`<th>${head}</th>`)}<th></th></tr></thead><tbody>${figures.map(figureRow)}</tbody></table></details></section>`;
}

/** Threads or processes, by what matters; with even weights where nobody has said. */
function advice({ findings, weights }: FindingsFile): Markup | undefined {
  const weighed = weights ?? evenWeights;
  const all = recommend(findings, weighed);
  if (all.length === 0) return undefined;
  const how = criteria
    .map((one) => message('findings-weight', { criterion: one, weight: weighed[one] }))
    .join(message('list-separator'));
  return markup`<section class="verdict"><h2>${message('findings-title')} <span class="note">${message('findings-weights', { weights: how })}</span></h2>${all.map(
    (one) => markup`<p><b>${languageNames[one.language]}.</b> ${recommendationText(one)}</p>`,
  )}</section>`;
}

/** The findings as an HTML document that needs nothing else. */
export function renderFindingsHtml(file: FindingsFile): string {
  const { findings, environment, createdAt } = file;
  const title = message('findings-title');
  return writeDocument(
    title,
    markup`<header><b>Corelane</b> <span class="run"><span class="title">${title}</span> · ${describeMoment(createdAt, 'utc')}</span>
<span class="machine">${describeCores(environment)}</span></header>
<main>${advice(file)}${findings.map(findingBlock)}</main>`,
  );
}
