// The verdict: which strategy to use and by how much, from the trials alone. It rests on cold time, which is what
// a program that is running and decides now would pay. `present/words` makes sentences of its facts.
import { defined } from '@shared/base/defined';
import { baseStrategyOf } from '@shared/experiment/strategies';
import type { Verdict, VerdictFact } from '@shared/report/verdict';
import { chooseCell } from '../cells/choice';
import type { RunFacts } from '../cells/records';
import { findCost, findLimit } from './cost';
import { stateFaster } from './faster';
import { stateSerial } from './serial';
import { findOtherSize } from './size';
import type { Statement } from './statement';
import { findFailed, findLeftOut, findUnsupported } from './trials';
import { findCounts, findWarm } from './turns';
import { stateMissing, stateOnlySerial, stateTooFew } from './undecided';

function state({ cells }: RunFacts): Statement {
  const choice = chooseCell(cells, 'cold');
  if (choice?.serial === undefined) return stateMissing(choice, cells);
  const { cell, serial, ranking, decided } = choice;
  if (ranking.length === 1) return stateOnlySerial(serial, cells);
  if (!decided) return stateTooFew(choice);
  return cell === serial ? stateSerial(choice, serial) : stateFaster(choice, serial);
}

/** Returns what there is beyond the cells and their times, as far as the statement gives cause to. */
function explain(facts: RunFacts, { kind, about, serial }: Statement): readonly VerdictFact[] {
  if (about === undefined || serial === undefined || kind === 'undecided') return [];
  return [
    ...(kind === 'faster'
      ? findCost(about, serial, facts.machine)
      : findLimit(about, facts.machine)),
    ...findFailed(about),
    ...findLeftOut(facts.cells),
    ...(kind === 'faster' ? findCounts(about, facts) : []),
    // Sizes of tasks are searched for threads and processes.
    ...(baseStrategyOf(about.strategy) === 'async' ? [] : findOtherSize(kind, serial, facts)),
    ...findWarm(facts.cells),
  ];
}

/**
 * The verdict on a run. `ratio` is serial's cold time over that of the cell which is set against serial: above 1
 * where that cell is faster.
 */
export function decideVerdict(facts: RunFacts): Verdict {
  const statement = state(facts);
  const { kind, cell, ratio } = statement;
  return {
    ...defined({ kind, cell: cell?.id, basis: 'cold', ratio }),
    facts: [...statement.facts, ...explain(facts, statement), ...findUnsupported(facts.cells)],
  };
}

export interface RuntimeVerdict {
  /** `node`, or the id of a Python. */
  readonly runtime: string;
  readonly verdict: Verdict;
}

/** One verdict of all; what it names, and the time it rests on, are those of the first runtime. */
export function joinVerdicts(verdicts: readonly RuntimeVerdict[]): Verdict {
  const [first, ...others] = verdicts;
  if (first === undefined) throw new Error('a verdict of no runtime');
  if (others.length === 0) return first.verdict;
  const facts = verdicts.flatMap(({ runtime, verdict }): VerdictFact[] => [
    { kind: 'runtime', runtime },
    ...verdict.facts,
  ]);
  return { ...first.verdict, facts };
}
