// The verdict's first facts where a cell is faster than serial.
import { baseStrategyOf } from '@shared/experiment/strategies';
import type { CellReport } from '@shared/report/report';
import type { FactOf } from '@shared/report/verdict';
import { variantOf } from '@shared/report/variants';
import { isFaster, type Choice } from '../cells/choice';
import { coldNsOf, coldRatio, findEquals, setAgainst, type Statement } from './statement';

/** The fastest cell of another strategy or placement that is slower than the chosen one. */
function runnerUp({ cell, ranking }: Choice): readonly FactOf<'runner-up'>[] {
  const next = ranking.find(
    (other) =>
      baseStrategyOf(other.strategy) !== 'serial' &&
      variantOf(other) !== variantOf(cell) &&
      isFaster(cell, other, 'cold'),
  );
  return next === undefined ? [] : [{ kind: 'runner-up', ...setAgainst(next, cell) }];
}

/** The chosen cell is faster than serial. */
export function stateFaster(choice: Choice, serial: CellReport): Statement {
  const { cell } = choice;
  const ratio = coldRatio(serial, cell);
  const known = ratio !== undefined && { ratio };
  const headline: FactOf<'faster'> = {
    kind: 'faster',
    cell: cell.id,
    over: serial.id,
    ...known,
    coldNs: coldNsOf(cell),
    overNs: coldNsOf(serial),
  };
  const facts = [headline, ...runnerUp(choice), ...findEquals(choice)];
  return { kind: 'faster', cell, ...known, facts, about: cell, serial };
}
