// How a cell compares with another, in words. Pure.
import type { CellComparison } from '@shared/report/findings';
import { formatFigure, formatRatio } from '@shared/base/format';
import { message } from '../messages/message';

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
