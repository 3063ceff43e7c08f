// The results: one row per strategy, its trials as dots, its figures, its memory as a bar.
import { parentResultLine } from '@present/words/parent-result';
import { message } from '@present/messages/message';
import {
  formatDecimals,
  formatRatio,
  groupDigits,
  notKnown,
  timeColumn,
} from '@present/locale/format';
import { resultRows, writeInterval, type ResultRow } from '@present/figures/views';
import type { Report } from '@shared/report/report';
import { dotPlot } from './dot-plot';
import { markup, type Markup } from './markup';
import { glyph } from './marks';
import { baseStrategyOf } from '@shared/experiment/strategies';

const barWidth = 84;

/** Private memory solid, shared memory hatched and counted once. */
function memoryBar(row: ResultRow, largestBytes: number): Markup {
  const { peakPssBytes, privateBytes, sharedBytes, strategy } = row;
  if (peakPssBytes === undefined || privateBytes === undefined || largestBytes <= 0)
    return markup``;
  const own = (Math.min(privateBytes, peakPssBytes) / largestBytes) * barWidth;
  const shared = ((sharedBytes ?? 0) / largestBytes) * barWidth;
  return markup`<svg class="${strategy}" width="${barWidth}" height="10" role="img"
    ><title>${message('results-memory-of', { own: groupDigits(privateBytes / 1e6), shared: groupDigits((sharedBytes ?? 0) / 1e6) })}</title
    ><rect class="solid" x="0" y="0" width="${own}" height="10" /><rect
      fill="url(#hatch-${strategy})"
      x="${own}"
      y="0"
      width="${shared}"
      height="10"
  /></svg>`;
}

function figure<T>(value: T | undefined, write: (value: T) => string): Markup {
  return value === undefined
    ? markup`<td class="number quiet" title="${notKnown()}">–</td>`
    : markup`<td class="number">${write(value)}</td>`;
}

/** The table of a report's cells, the fastest first. */
export function resultsTable(report: Report): Markup {
  const rows = resultRows(report.cells);
  const cold = timeColumn(rows.map((row) => row.summary?.median ?? 0));
  const cpu = timeColumn(rows.map((row) => row.cpuNs ?? 0));
  const plot = dotPlot(rows, cold);
  const largest = Math.max(0, ...rows.map((row) => row.peakPssBytes ?? 0));
  const body = rows.map(
    (row) =>
      markup`<tr class="${row.strategy}${row.chosen ? ' best' : ''}">
        <th scope="row">${glyph(row.strategy)} ${row.variant} <span class="mono">${row.count}</span></th>
        <td class="dots">${plot.row(row)}</td>
        ${figure(row.summary?.median, cold.write)}
        ${figure(row.interval, (interval) => writeInterval(interval, cold.write))}
        ${figure(row.speedup, (ratio) => (baseStrategyOf(row.strategy) === 'serial' ? '1' : formatRatio(ratio)))}
        <td class="note">${row.note}</td>
        ${figure(row.cpuNs, cpu.write)}
        ${figure(row.coresBusy, (busy) => formatDecimals(busy, 1))}
        ${figure(row.peakPssBytes, (bytes) => groupDigits(bytes / 1e6))}
        <td>${memoryBar(row, largest)}</td>
        <td class="number${row.failed > 0 ? ' failed' : ''}">${
          row.failed > 0
            ? message('results-trials-of', { trials: row.trials, all: row.trials + row.failed })
            : groupDigits(row.trials)
        }</td>
      </tr>`,
  );
  const cores = report.environment.usableCores;
  return markup`<div class="scroll"><table class="results">
    <thead><tr>
      <th scope="col">${message('results-strategy')}</th>
      <th scope="col" class="dots"><span class="visually-hidden">${message('results-dots', { unit: cold.unit })}</span>${plot.axis}</th>
      <th scope="col" class="number">${message('results-cold', { unit: cold.unit })}</th>
      <th scope="col" class="number">${message('results-interval')}</th>
      <th scope="col" class="number">${message('results-speedup')}</th>
      <th scope="col"><span class="visually-hidden">${message('results-against-best')}</span></th>
      <th scope="col" class="number">${message('results-cpu', { unit: cpu.unit })}</th>
      <th scope="col" class="number">${message('results-cores', { cores })}</th>
      <th scope="col" class="number">${message('results-peak')}</th>
      <th scope="col">${message('results-memory')}</th>
      <th scope="col" class="number">${message('results-trials')}</th>
    </tr></thead>
    <tbody>${body}</tbody>
  </table></div>`;
}

/** A note under the results; nothing where no program holds that name. */
export function parentResultNote({ cells }: Report): Markup | undefined {
  const [text] = parentResultLine(cells);
  return text === undefined ? undefined : markup`<p class="note">${text}</p>`;
}
