// The verdict as a report holds it: what it comes to, and the facts that it is told in, one per sentence.
import { z } from 'zod';
import { list, longText, shortText } from '../base/data-schemas';
import { saidSchema } from './facts';
import { evidencePlaces, ratioSchema } from './findings';

/** A piece of a verdict's text; the pieces one after another are the text. */
const clauseSchema = z.object({
  text: longText,
  /** The key words. */
  strong: z.boolean().optional(),
  /** Where it was measured; absent for words between. */
  evidence: z
    .object({
      place: z.enum(evidencePlaces),
      cell: shortText.optional(),
      /** The figures behind it, short: `interval 6.0× to 6.2×`. */
      detail: longText,
    })
    .optional(),
});

export type Clause = z.infer<typeof clauseSchema>;

/** What an earlier version had as a text only: all of it, in its pieces. */
const textSchema = z
  .object({ kind: z.literal('text'), clauses: list(clauseSchema) })
  .meta({ said: true });

export const verdictFactSchema = z.discriminatedUnion('kind', [textSchema]);

export type VerdictFact = z.infer<typeof verdictFactSchema>;

export const verdictSchema = saidSchema(
  z.object({
    kind: z.enum(['faster', 'neither', 'no-difference', 'undecided']),
    /** The cell the verdict names: the one to use. */
    cell: shortText.optional(),
    /** The time the verdict rests on. */
    basis: z.enum(['cold', 'warm']),
    ratio: ratioSchema.optional(),
    /** What to use, how much faster, what it costs, what limits it, what would change it. */
    facts: list(verdictFactSchema),
  }),
);

export type Verdict = z.infer<typeof verdictSchema>;

/** The ids of the cells that a fact names, each with its place in the fact. */
export function cellsOfFact(
  fact: VerdictFact,
): readonly (readonly [place: readonly PropertyKey[], id: string | undefined])[] {
  return fact.clauses.map(({ evidence }, at) => [
    ['clauses', at, 'evidence', 'cell'],
    evidence?.cell,
  ]);
}
