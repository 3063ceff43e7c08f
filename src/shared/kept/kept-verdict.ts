// A verdict alone, for lists: its facts, and what the cells that they name are called by.
import { z } from 'zod';
import { boundedList, shortText } from '../base/data-schemas';
import { namedCell } from '../experiment/cells';
import { namedCellShape } from '../report/cell-name';
import type { Report } from '../report/report';
import { cellsOfFact, verdictFactSchema } from '../report/verdict';

const schema = z.object({
  facts: boundedList(verdictFactSchema),
  cells: boundedList(z.object({ id: shortText, ...namedCellShape })),
});

export type KeptVerdict = z.infer<typeof schema>;

/** An earlier version kept the text only: it stays text. */
const ofText = (text: string): KeptVerdict => ({
  facts: [{ kind: 'text', clauses: [{ text }] }],
  cells: [],
});

export const keptVerdictSchema: z.ZodType<KeptVerdict> = z.preprocess(
  (value) => (typeof value === 'string' ? ofText(value) : value),
  schema,
);

/** Returns what is kept of a report's verdict. */
export function keptVerdict({
  verdict: { facts },
  cells,
}: Pick<Report, 'verdict' | 'cells'>): KeptVerdict {
  const named = new Set(facts.flatMap((fact) => cellsOfFact(fact).map(([, id]) => id)));
  const known = cells.filter(({ id }) => named.has(id));
  return { facts, cells: known.map((cell) => ({ id: cell.id, ...namedCell(cell) })) };
}
