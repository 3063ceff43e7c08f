// What is said of a cell beside its figures: what limits it, and how it compares. Pure.
import { formatShare } from '@shared/words/names';
import type { Bottleneck, BottleneckKind, CellComparison } from '@shared/report/findings';
import { formatFigure, formatRatio } from '@shared/base/format';

const limits: Readonly<Record<Exclude<BottleneckKind, 'none'>, string>> = {
  'start-up': 'start-up',
  messaging: 'messaging',
  imbalance: 'imbalance',
  'run-queue': 'waiting for a core',
  waiting: 'waiting',
  'interpreter-lock': 'the interpreter lock',
  memory: 'memory',
};

/** `limited by start-up, 62 %`; empty where nothing is. */
export function limitedBy(bottleneck: Pick<Bottleneck, 'kind' | 'share'> | undefined): string {
  if (bottleneck === undefined || bottleneck.kind === 'none') return '';
  const { kind, share } = bottleneck;
  return `limited by ${limits[kind]}${share === undefined ? '' : `, ${formatShare(share)}`}`;
}

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
