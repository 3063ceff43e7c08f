// The verdict's end: with which number of workers the answer would change, and what it is for workers that are
// kept running.
import { defined } from '@shared/base/defined';
import { baseStrategyOf } from '@shared/experiment/strategies';
import type { CellReport } from '@shared/report/report';
import type { FactOf } from '@shared/report/verdict';
import { chooseCell, compareCells, isComparable } from '../cells/choice';
import type { RunFacts } from '../cells/records';

/**
 * That more workers than the cell has gain nothing, or were not measured; nothing of more than there are tasks,
 * or where too few trials of more were.
 */
export function findCounts(
  cell: CellReport,
  { cells, scaling, experiment }: Pick<RunFacts, 'cells' | 'scaling' | 'experiment'>,
): readonly FactOf<'counts'>[] {
  const entry = scaling.find(
    ({ strategy, placement, basis }) =>
      strategy === cell.strategy && placement === cell.placement && basis === 'cold',
  );
  if (entry === undefined || cell.workers >= experiment.tasks) return [];
  const more = entry.points
    .filter(({ workers }) => workers > cell.workers)
    .map((point) => cells.find(({ id }) => id === point.cell));
  if (more.some((other) => other === undefined || !isComparable(other, 'cold'))) return [];
  const best = entry.usl?.best;
  return [
    {
      kind: 'counts',
      cell: cell.id,
      measured: more.length > 0,
      speedups: entry.points.map(({ workers, speedup }) => ({ workers, ratio: speedup.ratio })),
      ...defined({ best: best && { low: best.low, high: best.high } }),
    },
  ];
}

const hasWorkers = ({ strategy }: CellReport): boolean =>
  baseStrategyOf(strategy) !== 'serial' && baseStrategyOf(strategy) !== 'async';

/** Returns where workers that are kept running would change the answer: what it is then. */
export function findWarm(cells: readonly CellReport[]): readonly FactOf<'warm'>[] {
  const cold = chooseCell(cells, 'cold')?.cell;
  const warm = chooseCell(cells, 'warm');
  if (cold === undefined || warm?.serial === undefined || !hasWorkers(warm.cell)) return [];
  const comparison = compareCells(cold, warm.cell, 'warm');
  if (comparison?.answer !== 'slower') return [];
  return [{ kind: 'warm', cell: warm.cell.id, over: cold.id, ratio: comparison.ratio }];
}
