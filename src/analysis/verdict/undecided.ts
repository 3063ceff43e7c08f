// The verdict where nothing can be decided: what is missing.
import { baseStrategyOf } from '@shared/experiment/strategies';
import type { CellReport } from '@shared/report/report';
import type { VerdictFact } from '@shared/report/verdict';
import type { Choice } from '../cells/choice';
import { minTrials } from '../stats/bootstrap';
import { withTime, type Statement } from './statement';

const undecided = (fact: VerdictFact): Statement => ({ kind: 'undecided', facts: [fact] });

/** Serial is all that has a time. */
export function stateOnlySerial(serial: CellReport, cells: readonly CellReport[]): Statement {
  return undecided({ kind: 'only-serial', ...withTime(serial), planned: cells.length > 1 });
}

/** Nothing has a time, or serial has none to set the others against. */
export function stateMissing(choice: Choice | undefined, cells: readonly CellReport[]): Statement {
  if (choice === undefined) return undecided({ kind: 'nothing-measured' });
  const planned = cells.some(({ strategy }) => baseStrategyOf(strategy) === 'serial');
  const [first = choice.cell] = choice.ranking;
  return undecided({ kind: 'no-serial', ...withTime(first), planned });
}

/** Serial, or every other cell, has too few trials to be compared. */
export function stateTooFew({ ranking }: Choice): Statement {
  return undecided({ kind: 'too-few', least: minTrials, cells: ranking.map(withTime) });
}
