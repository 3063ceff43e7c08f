// The cells of a run by their way: one strategy with one placement (in Python one interpreter and one
// way to start processes), at several worker counts.
import { runtimeOf } from '../experiment/cells';
import type { PythonCell } from '../experiment/python';
import type { CellReport } from '../report/report';
import {
  baseStrategyOf,
  strategyKinds,
  type Placement,
  type StrategyKind,
} from '../experiment/strategies';

export interface WayGroup {
  readonly strategy: StrategyKind;
  readonly placement: Placement;
  readonly python?: PythonCell;
  /** The fewest workers first. */
  readonly cells: readonly CellReport[];
}

/** Cells of the same way have the same. */
export function wayOf(cell: Pick<CellReport, 'strategy' | 'placement' | 'python'>): string {
  return [cell.strategy, cell.placement, runtimeOf(cell), cell.python?.startMethod].join(' ');
}

function order({ strategy, placement }: CellReport): number {
  return 2 * strategyKinds.indexOf(strategy) + Number(placement === 'main');
}

/** The cells other than serial's by way, in the order of the strategies. */
export function groupByWay(cells: readonly CellReport[]): readonly WayGroup[] {
  const parallel = cells
    .filter(({ strategy }) => baseStrategyOf(strategy) !== 'serial')
    .toSorted((one, other) => order(one) - order(other));
  return [...new Set(parallel.map(wayOf))].flatMap((way) => {
    const own = parallel
      .filter((cell) => wayOf(cell) === way)
      .toSorted((one, other) => one.workers - other.workers);
    const [first] = own;
    if (first === undefined) return [];
    const { strategy, placement, python } = first;
    return [{ strategy, placement, ...(python === undefined ? {} : { python }), cells: own }];
  });
}
