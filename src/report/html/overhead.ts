// What each way itself costs: the same number of tasks that do nothing, measured by the same path.
import { writeDecimals, writeNumber } from '@present/words/figure';
import { resultRows, writeInterval } from '@present/figures/views';
import { formatDuration, timeColumn } from '@shared/base/format';
import type { Report } from '@shared/report/report';
import { markup, type Markup } from './markup';
import { glyph } from './marks';

/** A row a way; absent where no empty tasks were run. */
export function overheadTable({ cells, experiment }: Report): Markup | undefined {
  const order = resultRows(cells).map(({ id }) => id);
  const known = cells
    .flatMap((cell) => (cell.empty?.cold === undefined ? [] : [{ cell, cold: cell.empty.cold }]))
    .sort((one, other) => order.indexOf(one.cell.id) - order.indexOf(other.cell.id));
  if (known.length === 0) return undefined;
  const column = timeColumn(known.map(({ cold }) => cold.median));
  const labels = new Map(resultRows(cells).map(({ id, count }) => [id, count]));
  const rows = known.map(({ cell, cold }) => {
    const { low, high, confidence } = cold;
    const interval =
      low === undefined || high === undefined
        ? '–'
        : writeInterval(
            { low, high, ...(confidence !== undefined && { confidence }) },
            column.write,
          );
    const share = cell.medianColdNs === undefined ? undefined : cold.median / cell.medianColdNs;
    return markup`<tr><th scope="row">${glyph(cell.strategy)} ${cell.strategy} <span class="mono">${labels.get(cell.id) ?? ''}</span></th>
      <td class="number">${column.write(cold.median)}</td>
      <td class="number">${interval}</td>
      <td class="number">${formatDuration(cold.median / experiment.tasks)}</td>
      <td class="number">${share === undefined ? '–' : `${writeDecimals(share * 100, share < 0.1 ? 1 : 0)} %`}</td></tr>`;
  });
  return markup`<section><h2>What the way itself costs <span class="note">${writeNumber(experiment.tasks)} empty tasks, cold; measured, not subtracted</span></h2>
    <div class="scroll"><table><thead><tr><th scope="col">way</th><th scope="col" class="number">cold ${column.unit}</th>
    <th scope="col" class="number">95 % interval</th><th scope="col" class="number">a task</th><th scope="col" class="number">of its cold time</th></tr></thead>
    <tbody>${rows}</tbody></table></div></section>`;
}
