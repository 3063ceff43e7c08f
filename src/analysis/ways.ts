// The cells of a run by their way: one strategy with one placement, at several worker counts.
import type { CellReport } from '@shared/report';
import { placements, strategyKinds, type Placement, type StrategyKind } from '@shared/strategies';

export interface WayGroup {
  readonly strategy: StrategyKind;
  readonly placement: Placement;
  /** The fewest workers first. */
  readonly cells: readonly CellReport[];
}

/** The cells other than serial's by strategy and placement, in the order of the strategies. */
export function groupByWay(cells: readonly CellReport[]): readonly WayGroup[] {
  const ways = strategyKinds
    .filter((strategy) => strategy !== 'serial')
    .flatMap((strategy) => placements.map((placement) => ({ strategy, placement })));
  return ways.flatMap((way) => {
    const own = cells
      .filter(({ strategy, placement }) => strategy === way.strategy && placement === way.placement)
      .sort((one, other) => one.workers - other.workers);
    return own.length === 0 ? [] : [{ ...way, cells: own }];
  });
}
