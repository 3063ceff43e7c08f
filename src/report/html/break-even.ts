// From which size of a task workers pay, by number of tasks: the break-even map as a table.
import { countPoints, countTasks } from '@present/words/count';
import type { BreakEven, Crossing } from '@shared/report/break-even';
import { formatDuration, formatRatio, groupDigits } from '@shared/base/format';
import type { Report } from '@shared/report/report';
import { markup, type Markup } from './markup';

function paysFrom(breakEven: BreakEven, tasks: number, strategy: Crossing['strategy']): string {
  const column = breakEven.columns.find((one) => one.tasks === tasks);
  const found = column?.crossings.find((crossing) => crossing.strategy === strategy);
  if (found?.fromNs !== undefined) {
    const below =
      found.belowNs === undefined
        ? ' (at every size measured)'
        : ` (not yet at ${formatDuration(found.belowNs)})`;
    return `${formatDuration(found.fromNs)}${below}`;
  }
  return found?.belowNs === undefined
    ? 'not settled'
    : `not found up to ${formatDuration(found.belowNs)}`;
}

function maxGain({ points }: BreakEven, tasks: number): string {
  const gains = points.flatMap((point) =>
    point.tasks === tasks && point.gain !== undefined ? [point.gain.ratio] : [],
  );
  return gains.length === 0 ? '–' : formatRatio(Math.max(...gains));
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
  const programs =
    article === undefined
      ? undefined
      : markup`<p class="quiet">The article’s program, ${countTasks(article.tasks)} of ${formatDuration(article.taskNs)}: ${
          article.winner === 'serial' ? 'neither pays' : article.winner
        }.</p>`;
  return markup`<section><h2>When workers begin to pay <span class="note">size of one task, serial</span></h2>
    <div class="scroll"><table><thead><tr><th scope="col" class="number">tasks</th><th scope="col" class="number">threads pay from</th>
    <th scope="col" class="number">processes pay from</th><th scope="col" class="number">most gain seen</th></tr></thead><tbody>${rows}</tbody></table></div>
    ${programs}<p class="quiet">${countPoints(points.length)} in ${formatDuration(durationNs)}${status === 'done' ? '' : `, ended by ${status === 'budget' ? 'the time budget' : 'a stop'}`}.</p></section>`;
}
