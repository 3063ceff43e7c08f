// How a cell compares with another, in words. Pure.
import type { CellComparison } from '@shared/report/findings';
import { formatFigure, formatRatio } from '@shared/base/format';

const answerWords = {
  faster: 'faster',
  slower: 'slower',
  'no-difference': 'no difference found',
} as const;

/** `faster: 0.52× the time (0.51× to 0.53×), p 0.008`. */
export function describeComparison({ answer, ratio, low, high, p }: CellComparison): string {
  const range =
    low === undefined || high === undefined ? '' : ` (${formatRatio(low)} to ${formatRatio(high)})`;
  const chance = p === undefined ? '' : `, p ${p < 0.001 ? '< 0.001' : formatFigure(p)}`;
  return `${answerWords[answer]}: ${formatRatio(ratio)} the time${range}${chance}`;
}
