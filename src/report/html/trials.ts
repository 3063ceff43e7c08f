// The single trials: those that failed with their evidence, and all of them as a table.
import { writeNumber } from '@present/words/figure';
import { labelCell, numberTrial } from '@shared/words/names';
import { failedTrials, type FailedTrial } from '@present/figures/views';
import { formatBytes, formatDuration, groupDigits } from '@shared/base/format';
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
  const facts = [
    ['worker', evidence?.worker],
    ['task', evidence?.task],
    ['pid', evidence?.pid],
    ['exit code', evidence?.exitCode],
    ['signal', evidence?.signal],
  ]
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        `${String(name)} ${typeof value === 'number' ? writeNumber(value) : String(value)}`,
    );
  return markup`<article class="failure">
    <h3><span class="cross" aria-hidden="true">×</span> ${numberTrial(trial.trial)}, ${label}: ${trial.status}${trial.warmup ? ' (warm-up)' : ''}</h3>
    <p>${evidence?.message ?? 'No evidence was recorded.'}</p>
    <p class="mono quiet">${facts.join(' · ')}</p>
    ${output('Stack', evidence?.stack)}${output('Standard error', evidence?.stderrTail)}
  </article>`;
}

/** The trials that did not end well; absent where all did. */
export function failures({ cells }: Report): Markup | undefined {
  const failed = failedTrials(cells);
  if (failed.length === 0) return undefined;
  const more =
    failed.length > maxFailures
      ? markup`<p class="quiet">${groupDigits(failed.length - maxFailures)} more are in the JSON report.</p>`
      : undefined;
  return markup`<section><h2>Failed trials <span class="mono quiet">${String(failed.length)}</span></h2>
    ${failed.slice(0, maxFailures).map(failure)}${more}</section>`;
}

function figure(value: number | undefined, write: (value: number) => string): Markup {
  return value === undefined
    ? markup`<td class="number quiet" title="not known">–</td>`
    : markup`<td class="number">${write(value)}</td>`;
}

function trialRow({ label, trial }: { readonly label: string; readonly trial: TrialReport }) {
  return markup`<tr><td class="number">${writeNumber(trial.order + 1)}</td><td>${label}${trial.warmup ? ', warm-up' : ''}</td>
    <td${trial.status === 'ok' ? undefined : markup` class="failed"`}>${trial.status}</td>
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
      ? markup`<p class="quiet">${groupDigits(trials.length - maxRows)} more are in the CSV and JSON reports.</p>`
      : undefined;
  return markup`<details><summary>Every trial, in the order of the run</summary><div class="scroll"><table>
    <thead><tr><th class="number">trial</th><th>strategy</th><th>status</th><th class="number">cold</th><th class="number">warm</th>
      <th class="number">CPU user</th><th class="number">CPU system</th><th class="number">peak memory</th></tr></thead>
    <tbody>${trials.slice(0, maxRows).map(trialRow)}</tbody></table></div>${more}</details>`;
}
