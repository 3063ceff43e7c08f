// The clauses of a verdict with a letter for each that has evidence.
import type { Clause } from '@shared/report/verdict';

export interface LetteredClause extends Clause {
  /** `a` … `z`, `aa` … in the order of the text; absent where the clause has no evidence. */
  readonly letter?: string;
}

/** `a` … `z`, `aa` … for 0, 1 … */
export function letterOf(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last;
}

/** The clauses in their order, lettered. */
export function letterClauses(clauses: readonly Clause[]): readonly LetteredClause[] {
  let count = 0;
  return clauses.map((clause) => {
    if (clause.evidence === undefined) return clause;
    const letter = letterOf(count);
    count += 1;
    return { ...clause, letter };
  });
}
