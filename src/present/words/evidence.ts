// The clauses of a verdict with a letter for each that has evidence.
import type { Clause } from '@shared/report/verdict';

export interface LetteredClause extends Clause {
  /** `a`, `b`, … in the order of the text; absent where the clause has no evidence. */
  readonly letter?: string;
}

/** The clauses in their order, lettered. */
export function letterClauses(clauses: readonly Clause[]): readonly LetteredClause[] {
  let count = 0;
  return clauses.map((clause) => {
    if (clause.evidence === undefined) return clause;
    const letter = String.fromCodePoint(97 + (count % 26));
    count += 1;
    return { ...clause, letter };
  });
}
