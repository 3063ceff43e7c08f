// The verdict in words: its facts as clauses, pieces of text of which those that were measured have their evidence.
import type { Report } from '@shared/report/report';
import type { Clause, VerdictFact } from '@shared/report/verdict';

/** What the clauses are made of: the facts, and the cells that they name. */
export type VerdictSource = Pick<Report, 'verdict' | 'cells'>;

/** The clauses of one fact: a sentence, or all that an earlier version said. */
export function factClauses(fact: VerdictFact): readonly Clause[] {
  return fact.clauses;
}

/** All clauses of the verdict, in the order in which they are read. */
export function verdictClauses({ verdict }: VerdictSource): readonly Clause[] {
  return verdict.facts.flatMap(factClauses);
}

/** The verdict as one paragraph, without its evidence. */
export function verdictText(source: VerdictSource): string {
  return joinClauses(verdictClauses(source));
}

/** The words of some clauses. */
export function joinClauses(clauses: readonly Clause[]): string {
  return clauses.map(({ text }) => text).join('');
}
