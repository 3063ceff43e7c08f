// Writes the break-even map as a table: from which size of a task workers pay, by number of tasks.
import { message } from '@present/messages/message';
import type { BreakEven, Crossing } from '@shared/report/break-even';
import { formatDuration, formatRatio, groupDigits, noFigure } from '@present/locale/format';
import type { Report } from '@shared/report/report';
import { markup, type Markup } from './markup';

function paysFrom(breakEven: BreakEven, tasks: number, strategy: Crossing['strategy']): string {
  const column = breakEven.columns.find((one) => one.tasks === tasks);
  const { fromNs, belowNs } = column?.crossings.find((one) => one.strategy === strategy) ?? {};
  const below = belowNs === undefined ? undefined : formatDuration(belowNs);
  if (fromNs === undefined) {
    return below === undefined
      ? message('page-pays-unsettled')
      : message('page-pays-not', { below });
  }
  const size = formatDuration(fromNs);
  return below === undefined
    ? message('page-pays-always', { size })
    : message('page-pays-above', { size, below });
}

function maxGain({ points }: BreakEven, tasks: number): string {
  const gains = points.flatMap((point) =>
    point.tasks === tasks && point.gain !== undefined ? [point.gain.ratio] : [],
  );
  return gains.length === 0 ? noFigure() : formatRatio(Math.max(...gains));
}

/** The table; absent where the experiment asked for none. */
export function breakEvenTable({ breakEven }: Report): Markup | undefined {
  if (breakEven === undefined) return undefined;
  // A search that was ended early has measured at numbers of tasks of which it settled nothing.
  const measured = [...new Set(breakEven.points.map(({ tasks }) => tasks))].sort((a, b) => a - b);
  const rows = measured.map(
    (tasks) => markup`<tr><td class="number">${groupDigits(tasks)}</td>
      <td class="number">${paysFrom(breakEven, tasks, 'threads')}</td>
      <td class="number">${paysFrom(breakEven, tasks, 'processes')}</td>
      <td class="number">${maxGain(breakEven, tasks)}</td></tr>`,
  );
  const { article, status, durationNs, points } = breakEven;
  const program =
    article &&
    message('page-pays-article', {
      tasks: article.tasks,
      size: formatDuration(article.taskNs),
      winner: article.winner,
    });
  const search = { points: points.length, duration: formatDuration(durationNs), status };
  const from = (strategy: Crossing['strategy']): string => message('page-pays-from', { strategy });
  return markup`<section><h2>${message('page-pays')} <span class="note">${message('page-pays-note')}</span></h2>
    <div class="scroll"><table><thead><tr><th scope="col" class="number">${message('page-pays-tasks')}</th><th scope="col" class="number">${from('threads')}</th>
    <th scope="col" class="number">${from('processes')}</th><th scope="col" class="number">${message('page-pays-gain')}</th></tr></thead><tbody>${rows}</tbody></table></div>
    ${program && markup`<p class="quiet">${program}</p>`}<p class="quiet">${message('page-pays-search', search)}</p></section>`;
}
