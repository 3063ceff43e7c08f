// The verdict: which way to use and by how much, from the trials alone. It rests on cold time, which
// is what a program that is running and decides now would pay.
import type { Verdict } from '@shared/report/report';
import { chooseCell } from '../cells/choice';
import { joinSentences, type Sentence } from './clauses';
import { sayCost, sayLimit } from './cost';
import { stateFaster } from './faster';
import { stateSerial } from './serial';
import { saySize } from './size';
import { sayFailed, sayLeftOut, sayUnfit } from './trials';
import { sayCounts, sayWarm } from './turns';
import { sayMissing, sayOnlySerial, sayTooFew } from './undecided';
import type { Statement } from './words';
import type { RunFacts } from '../cells/records';
import { familyOf } from '@shared/experiment/strategies';

function state({ cells }: RunFacts): Statement {
  const choice = chooseCell(cells, 'cold');
  if (choice?.serial === undefined) return sayMissing(choice, cells);
  const { cell, serial, ranking, decided } = choice;
  if (ranking.length === 1) return sayOnlySerial(serial, cells);
  if (!decided) return sayTooFew(choice);
  return cell === serial ? stateSerial(choice, serial) : stateFaster(choice, serial);
}

/** What is said beyond the ways and their times, as far as the statement gives cause to. */
function explain(facts: RunFacts, { kind, about, serial }: Statement): readonly Sentence[] {
  if (about === undefined || serial === undefined || kind === 'undecided') return [];
  return [
    kind === 'faster' ? sayCost(about, serial, facts.machine) : sayLimit(about, facts.machine),
    sayFailed(about),
    sayLeftOut(facts.cells),
    kind === 'faster' ? sayCounts(about, facts) : [],
    // Sizes of tasks are searched for threads and processes.
    familyOf(about.strategy) === 'async' ? [] : saySize(kind, serial, facts),
    sayWarm(facts.cells),
  ];
}

/**
 * The verdict on a run. `ratio` is serial's cold time over that of the way the text sets against
 * serial: above 1 where that way is faster.
 */
export function decideVerdict(facts: RunFacts): Verdict {
  const statement = state(facts);
  const clauses = joinSentences([
    ...statement.sentences,
    ...explain(facts, statement),
    sayUnfit(facts.cells),
  ]);
  const { kind, cell, ratio } = statement;
  return {
    kind,
    ...(cell !== undefined && { cell: cell.id }),
    basis: 'cold',
    ...(ratio !== undefined && { ratio }),
    facts: [{ kind: 'text', clauses }],
  };
}
