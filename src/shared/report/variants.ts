// The cells of a run by variant: one strategy with one placement, in Python also with one interpreter and
// one start method, at several worker counts.
import { defined } from '../base/defined';
import { runtimeOf } from '../experiment/cells';
import type { PythonCell } from '../experiment/python';
import type { CellReport } from './report';
import {
  baseStrategyOf,
  strategyKinds,
  type Placement,
  type StrategyKind,
} from '../experiment/strategies';

export interface VariantGroup {
  readonly strategy: StrategyKind;
  readonly placement: Placement;
  readonly python?: PythonCell;
  /** The fewest workers first. */
  readonly cells: readonly CellReport[];
}

/** Returns a key that is equal for all cells of one variant. */
export function variantOf(cell: Pick<CellReport, 'strategy' | 'placement' | 'python'>): string {
  return [cell.strategy, cell.placement, runtimeOf(cell), cell.python?.startMethod].join(' ');
}

function order({ strategy, placement }: CellReport): number {
  return 2 * strategyKinds.indexOf(strategy) + Number(placement === 'main');
}

/** The cells other than serial's by variant, in the order of the strategies. */
export function groupByVariant(cells: readonly CellReport[]): readonly VariantGroup[] {
  const parallel = cells
    .filter(({ strategy }) => baseStrategyOf(strategy) !== 'serial')
    .toSorted((one, other) => order(one) - order(other));
  return [...new Set(parallel.map(variantOf))].flatMap((variant) => {
    const own = parallel
      .filter((cell) => variantOf(cell) === variant)
      .toSorted((one, other) => one.workers - other.workers);
    const [first] = own;
    if (first === undefined) return [];
    const { strategy, placement, python } = first;
    return [{ strategy, placement, ...defined({ python }), cells: own }];
  });
}
