// The single trials: those that failed with their evidence, and all of them as a table.
import { failureText } from '@present/words/engine/failures';
import { message } from '@present/messages/message';
import { evidenceFacts, failedTrialTitle } from '@present/words/failed-trial';
import {
  writeNumber,
  formatBytes,
  formatDuration,
  groupDigits,
  notKnown,
} from '@present/locale/format';
import { labelCell } from '@present/names/cells';
import { failedTrials, type FailedTrial } from '@present/figures/views';
import type { Report, TrialReport } from '@shared/report/report';
import { markup, type Markup } from './markup';

const maxFailures = 20;
const maxRows = 400;
const longestOutput = 4000;

function output(title: string, text: string | undefined): Markup | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const cut = text.length > longestOutput ? `… ${text.slice(-longestOutput)}` : text;
  return markup`<h4>${title}</h4><pre>${cut}</pre>`;
}

function failure({ label, trial }: FailedTrial): Markup {
  const { evidence } = trial;
  return markup`<article class="failure">
    <h3><span class="cross" aria-hidden="true">×</span> ${failedTrialTitle(label, trial)}</h3>
    <p>${evidence === undefined ? message('failed-no-evidence') : failureText(evidence.failure)}</p>
    <p class="mono quiet">${evidence === undefined ? '' : evidenceFacts(evidence)}</p>
    ${output(message('failed-stack'), evidence?.stack)}${output(message('failed-stderr'), evidence?.stderrTail)}
  </article>`;
}

/** The failed trials; absent where all did. */
export function failures({ cells }: Report): Markup | undefined {
  const failed = failedTrials(cells);
  if (failed.length === 0) return undefined;
  const more =
    failed.length > maxFailures
      ? markup`<p class="quiet">${message('page-more-failures', { count: failed.length - maxFailures })}</p>`
      : undefined;
  return markup`<section><h2>${message('failed-trials')} <span class="mono quiet">${groupDigits(failed.length)}</span></h2>
    ${failed.slice(0, maxFailures).map(failure)}${more}</section>`;
}

function figure(value: number | undefined, write: (value: number) => string): Markup {
  return value === undefined
    ? markup`<td class="number quiet" title="${notKnown()}">–</td>`
    : markup`<td class="number">${write(value)}</td>`;
}

function trialRow({ label, trial }: { readonly label: string; readonly trial: TrialReport }) {
  return markup`<tr><td class="number">${writeNumber(trial.order + 1)}</td><td>${trial.warmup ? message('page-trial-warm-up', { label }) : label}</td>
    <td${trial.status === 'ok' ? undefined : markup` class="failed"`}>${message('trial-status', { status: trial.status })}</td>
    ${figure(trial.coldNs, formatDuration)}${figure(trial.warmNs, formatDuration)}
    ${figure(trial.cpuUserNs, formatDuration)}${figure(trial.cpuSystemNs, formatDuration)}
    ${figure(trial.peakPssBytes, formatBytes)}</tr>`;
}

/** Every trial in the order of the run, folded away. */
export function everyTrial({ cells }: Report): Markup {
  const trials = cells
    .flatMap((cell) => cell.trials.map((trial) => ({ label: labelCell(cell), trial })))
    .sort((one, other) => one.trial.order - other.trial.order);
  const more =
    trials.length > maxRows
      ? markup`<p class="quiet">${message('page-more-trials', { count: trials.length - maxRows })}</p>`
      : undefined;
  const figures = [
    message('page-trial-cold'),
    message('page-trial-warm'),
    message('page-trial-cpu-user'),
    message('page-trial-cpu-system'),
    message('page-trial-memory'),
  ].map((head) => markup`<th class="number">${head}</th>`);
  return markup`<details><summary>${message('page-trials')}</summary><div class="scroll"><table>
    <thead><tr><th class="number">${message('page-trial')}</th><th>${message('results-strategy')}</th><th>${message('page-trial-status')}</th>${figures}</tr></thead>
    <tbody>${trials.slice(0, maxRows).map(trialRow)}</tbody></table></div>${more}</details>`;
}
