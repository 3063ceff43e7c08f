// Overhead: what each strategy costs with as many tasks that do nothing, by the same path.
import {
  overheadColumns,
  overheadHead,
  overheads,
  overheadTexts,
} from '@present/figures/overheads';
import { resultRows } from '@present/figures/views';
import { message } from '@present/messages/message';
import type { Report } from '@shared/report/report';
import { markup, type Markup } from './markup';
import { glyph } from './marks';

/** A row for each cell; absent where no empty tasks were run. */
export function overheadTable({ cells, experiment: { tasks } }: Report): Markup | undefined {
  const known = overheads(resultRows(cells), cells, tasks);
  if (known.length === 0) return undefined;
  const rows = known.map((one) => {
    const texts = overheadTexts(one);
    return markup`<tr><th scope="row">${glyph(one.strategy)} ${one.label}</th>${overheadColumns.map(
      (column) => markup`<td class="number">${texts[column]}</td>`,
    )}</tr>`;
  });
  const heads = overheadColumns.map(
    (column) => markup`<th scope="col" class="number">${overheadHead(column)}</th>`,
  );
  return markup`<section><h2>${message('overhead')} <span class="note">${message('overhead-note', { tasks })}</span></h2>
    <div class="scroll"><table><thead><tr><th scope="col">${message('overhead-strategy')}</th>${heads}</tr></thead>
    <tbody>${rows}</tbody></table></div></section>`;
}
