// The verdict's end: with which number of workers the answer would change, and what it is for
// workers that are kept running.
import type { Scaling } from '@shared/report/findings';
import { formatRatio } from '@shared/base/format';
import type { CellReport } from '@shared/report/report';
import { chooseCell, compareCells, isComparable } from '../cells/choice';
import { intervalDetail, measured, sentence, type Sentence } from './clauses';
import { nameCell } from '@shared/words/names';
import type { RunFacts } from '../cells/records';
import { familyOf } from '@shared/experiment/strategies';

function nameCount(count: number, { strategy }: CellReport): string {
  if (familyOf(strategy) === 'async') return `${count} at once`;
  return `${count} ${count === 1 ? 'worker' : 'workers'}`;
}

/** The speed-ups by workers, and the best count of the fit where there is one. */
function scalingDetail({ points, usl }: Scaling): string {
  const speedups = points.map(
    ({ workers, speedup }) => `${workers}: ${formatRatio(speedup.ratio)}`,
  );
  const best = usl?.best;
  const fitted =
    best === undefined ? [] : [`best count ${Math.round(best.low)} to ${Math.round(best.high)}`];
  return [...fitted, ...speedups].join(', ');
}

/**
 * That more workers than the way has gain nothing, or were not measured; nothing of more than there
 * are tasks, or where too few trials of more were.
 */
export function sayCounts(
  cell: CellReport,
  { cells, scaling, experiment }: Pick<RunFacts, 'cells' | 'scaling' | 'experiment'>,
): Sentence {
  const entry = scaling.find(
    ({ strategy, placement, basis }) =>
      strategy === cell.strategy && placement === cell.placement && basis === 'cold',
  );
  if (entry === undefined || cell.workers >= experiment.tasks) return [];
  const more = entry.points
    .filter(({ workers }) => workers > cell.workers)
    .map((point) => cells.find(({ id }) => id === point.cell));
  if (more.some((other) => other === undefined || !isComparable(other, 'cold'))) return [];
  return sentence(
    `More than ${nameCount(cell.workers, cell)} `,
    measured(
      more.length === 0 ? 'were not measured' : 'gain nothing',
      'scaling',
      cell,
      scalingDetail(entry),
    ),
    '.',
  );
}

const hasWorkers = ({ strategy }: CellReport): boolean =>
  familyOf(strategy) !== 'serial' && familyOf(strategy) !== 'async';

/** Where workers that are kept running would change the answer: what it is then. */
export function sayWarm(cells: readonly CellReport[]): Sentence {
  const cold = chooseCell(cells, 'cold')?.cell;
  const warm = chooseCell(cells, 'warm');
  if (cold === undefined || warm?.serial === undefined || !hasWorkers(warm.cell)) return [];
  const comparison = compareCells(cold, warm.cell, 'warm');
  if (comparison?.answer !== 'slower') return [];
  const { ratio } = comparison;
  return sentence(
    `With workers kept running, ${nameCell(warm.cell)} would be `,
    measured(
      `${formatRatio(ratio.ratio)} faster than ${nameCell(cold)}`,
      'row',
      warm.cell,
      `warm, ${intervalDetail(ratio)}`,
    ),
    '.',
  );
}
