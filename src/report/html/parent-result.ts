// What the program itself sees of a name that its workers assign to.
import { parentResultLine } from '@present/words/parent-result';
import type { Report } from '@shared/report/report';
import { markup, type Markup } from './markup';

/** A note under the results; nothing where no program holds that name. */
export function parentResultNote({ cells }: Report): Markup | undefined {
  const [text] = parentResultLine(cells);
  return text === undefined ? undefined : markup`<p class="note">${text}</p>`;
}
