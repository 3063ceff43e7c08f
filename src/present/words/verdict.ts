// The verdict in words: its facts as clauses, pieces of text of which those that were measured have their evidence.
import { cellsOfFact, type Clause, type Verdict, type VerdictFact } from '@shared/report/verdict';
import { joinClauses, joinSentences, sayClauses, type Sentence } from './clauses';
import type { FindCell, VerdictCell } from './verdict/cells';
import * as answers from './verdict/answers';
import * as reasons from './verdict/reasons';

/** What the clauses are made of: the facts, and the cells that they name. */
export interface VerdictSource {
  readonly verdict: Pick<Verdict, 'facts'>;
  readonly cells: readonly VerdictCell[];
}

/** The sentence of one fact. */
function sayFact(fact: Exclude<VerdictFact, { kind: 'text' }>, find: FindCell): Sentence {
  switch (fact.kind) {
    case 'runtime': {
      const runtime = fact.runtime === 'node' ? 'node' : 'python';
      return sayClauses('verdict-runtime', { runtime, version: fact.runtime });
    }
    case 'faster':
      return answers.sayFaster(fact, find);
    case 'runner-up':
      return answers.sayRunnerUp(fact, find);
    case 'equal':
      return answers.sayEqual(fact, find);
    case 'beaten':
      return answers.sayBeaten(fact, find);
    case 'alike':
      return answers.sayAlike(fact, find);
    case 'against':
      return answers.sayAgainst(fact, find);
    case 'left-out':
      return answers.sayLeftOut(fact, find);
    case 'unfit':
      return answers.sayUnfit(fact, find);
    case 'cost':
      return reasons.sayCost(fact);
    case 'limit':
      return reasons.sayLimit(fact, find);
    case 'failed':
      return reasons.sayFailed(fact, find);
    case 'counts':
      return reasons.sayCounts(fact, find);
    case 'other-tasks':
      return reasons.sayOtherTasks(fact);
    case 'other-size':
      return reasons.sayOtherSize(fact, find);
    case 'warm':
      return reasons.sayWarm(fact, find);
    case 'nothing-measured':
      return sayClauses('verdict-nothing-measured', {});
    case 'only-serial':
      return answers.sayOnlySerial(fact);
    case 'no-serial':
      return answers.sayNoSerial(fact, find);
    case 'too-few':
      return answers.sayTooFew(fact, find);
    case 'not-analysed':
      return sayClauses('verdict-not-analysed', { why: fact.why });
    default:
      // Only in a report that came out of no file.
      fact satisfies never;
      return [];
  }
}

/** The clauses of each fact, in the order of the facts; none of one about a cell that is not there. */
export function factClauses({ verdict, cells }: VerdictSource): readonly Sentence[] {
  const known = new Map(cells.map((cell) => [cell.id, cell]));
  const isThere = ([, id]: readonly [unknown, string | undefined]): boolean =>
    id === undefined || known.has(id);
  return verdict.facts.map((fact) => {
    if (fact.kind === 'text') return fact.clauses;
    return cellsOfFact(fact).every(isThere)
      ? sayFact(fact, (id) => known.get(id) as VerdictCell)
      : [];
  });
}

/** All clauses of the verdict, in the order in which they are read. */
export function verdictClauses(source: VerdictSource): readonly Clause[] {
  return joinSentences(factClauses(source));
}

/** The verdict as one paragraph, without its evidence. */
export function verdictText(source: VerdictSource): string {
  return joinClauses(verdictClauses(source));
}
