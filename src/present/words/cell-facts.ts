// The statistics of one cell, as names and values. Pure.
import type { Basis } from '@analysis/cells/cells';
import { message } from '../messages/message';
import { labelCell } from '../names/cells';
import type { CellComparison } from '@shared/report/findings';
import { formatDuration, groupDigits, formatFigure, formatRatio } from '../locale/format';
import type { CellReport, Summary } from '@shared/report/report';

export interface CellFact {
  readonly name: string;
  readonly value: string;
}

const one = (name: string, ns: number | undefined): readonly CellFact[] =>
  ns === undefined ? [] : [{ name, value: formatDuration(ns) }];

const range = (
  name: string,
  low: number | undefined,
  high: number | undefined,
): readonly CellFact[] =>
  low === undefined || high === undefined
    ? []
    : [
        {
          name,
          value: message('cell-from-to', { from: formatDuration(low), to: formatDuration(high) }),
        },
      ];

/** `faster: 0.52× the time (0.51× to 0.53×), p 0.008`. */
export function describeComparison({ answer, ratio, low, high, p }: CellComparison): string {
  const compared = { answer, ratio: formatRatio(ratio) };
  const comparison =
    low === undefined || high === undefined
      ? message('cell-compared', compared)
      : message('cell-compared-range', {
          ...compared,
          low: formatRatio(low),
          high: formatRatio(high),
        });
  if (p === undefined) return comparison;
  return p < 0.001
    ? message('cell-chance-small', { comparison })
    : message('cell-chance', { comparison, p: formatFigure(p) });
}

function summaryFacts(summary: Summary, basis: Basis): readonly CellFact[] {
  return [
    { name: message('cell-trials', { basis }), value: groupDigits(summary.n) },
    ...one(message('cell-mean'), summary.mean),
    ...one(message('cell-median'), summary.median),
    ...range(
      summary.confidence === undefined ? message('results-interval') : message('cell-range-few'),
      summary.low,
      summary.high,
    ),
    ...one(message('cell-mad'), summary.mad),
    ...range(message('cell-quartiles'), summary.p25, summary.p75),
    ...range(message('cell-tails'), summary.p5, summary.p95),
    ...range(message('cell-extremes'), summary.min, summary.max),
  ];
}

function compared(
  comparison: CellComparison | undefined,
  cells: readonly CellReport[],
): readonly CellFact[] {
  if (comparison === undefined) return [];
  const other = cells.find(({ id }) => id === comparison.cell);
  const label = other === undefined ? comparison.cell : labelCell(other);
  const name = message('cell-against', { label });
  return [{ name, value: describeComparison(comparison) }];
}

/** The cell's order statistics on this basis; absent figures are left out. */
export function cellFacts(cell: CellReport, basis: Basis): readonly CellFact[] {
  const summary = cell[basis];
  return summary === undefined ? [] : summaryFacts(summary, basis);
}

/** Returns how its cold time is against serial's and the best one's, each cell once. */
export function comparisonFacts(
  cell: CellReport,
  cells: readonly CellReport[],
): readonly CellFact[] {
  const { againstSerial, againstBest } = cell;
  const same = againstSerial?.cell === againstBest?.cell;
  return [...compared(againstSerial, cells), ...(same ? [] : compared(againstBest, cells))];
}
