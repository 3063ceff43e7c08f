// The results table's rows on the time a person looks at. Pure.
import type { Basis } from '@analysis/cells/cells';
import { wayOf } from '@shared/words/ways';
import { resultRows, type ResultRow } from './views';
import type { CellReport } from '@shared/report/report';

/** The cell with its warm figures where its cold ones stand: the analysis ranks rows by those. */
function asWarm(cell: CellReport): CellReport {
  const { cold: _c, medianColdNs: _m, speedupCold: _s, ...rest } = cell;
  return {
    ...rest,
    ...(cell.warm !== undefined && { cold: cell.warm }),
    ...(cell.medianWarmNs !== undefined && { medianColdNs: cell.medianWarmNs }),
    ...(cell.speedup !== undefined && { speedupCold: cell.speedup }),
    // Outliers are such by their cold times.
    outliers: [],
    trials: cell.trials.map(({ coldNs: _n, ...trial }) => ({
      ...trial,
      ...(trial.warmNs !== undefined && { coldNs: trial.warmNs }),
    })),
  };
}

/** Rows with the times of `basis` in `times`, `cold`, `coldInterval` and `speedup`; fastest first. */
export function tableRows(cells: readonly CellReport[], basis: Basis): readonly ResultRow[] {
  return resultRows(basis === 'cold' ? cells : cells.map(asWarm));
}

/**
 * Of every way (strategy, placement, Python) the first row, which is its fastest worker count, and the row of
 * the way to use.
 */
export function bestOfEach(
  rows: readonly ResultRow[],
  cells: readonly CellReport[],
): readonly ResultRow[] {
  const seen = new Set<string>();
  return rows.filter(({ id, strategy, chosen }) => {
    const cell = cells.find((one) => one.id === id);
    const way = cell === undefined ? strategy : wayOf(cell);
    const first = !seen.has(way);
    seen.add(way);
    return first || chosen;
  });
}
