// A claim's figures in one short line. Pure.
import type { Figure, Finding } from '@shared/claims';
import { formatValue } from '@shared/claim-words';
import { formatBytes, formatCount } from '@shared/format';
import { mainFigures, pairOf, type FigurePair } from './claim-figures';

const short = (runtime: string): string => (runtime === 'node' ? 'JS' : `Py ${runtime}`);
const valueOf = ({ median, unit }: Figure): string => formatValue(median, unit);

/** Whether `x` of such a figure is bytes of payload; otherwise it is workers. */
export function isByBytes(quantity: string): boolean {
  return quantity === 'round-trip' || quantity === 'bandwidth';
}

function at({ quantity, x }: Figure): string {
  if (x === undefined) return '';
  return isByBytes(quantity) ? `, ${formatBytes(x)}` : `, ${formatCount(x, 'worker')}`;
}

function against({ threads, processes }: FigurePair): string {
  return `${short(threads.runtime)}: ${valueOf(threads)} against ${valueOf(processes)}${at(threads)}`;
}

/** The figure with the largest median. */
function largest(figures: readonly Figure[]): Figure | undefined {
  return [...figures].sort((one, other) => other.median - one.median)[0];
}

/** `threads yes, processes no`, of one runtime. */
function yesLine(figures: readonly Figure[]): string {
  const runtime = figures[0]?.runtime ?? '';
  const own = figures.filter((figure) => figure.runtime === runtime).slice(0, 2);
  return `${short(runtime)}: ${own.map((one) => `${one.label} ${valueOf(one)}`).join(', ')}`;
}

/** One line from a finding's figures: `Py 3.12: 4.0 cores against 1.0 cores, 4 workers`. */
export function claimLine(finding: Pick<Finding, 'id' | 'figures'> | undefined): string {
  if (finding === undefined) return 'not tried yet';
  const figures = mainFigures(finding);
  const [first] = figures;
  if (first === undefined) return 'no figures';
  if (finding.id === 'lost-updates') {
    const most = largest(figures);
    return most === undefined || most.median === 0
      ? 'none lost'
      : `${short(most.runtime)}: ${most.label} lost ${valueOf(most)}`;
  }
  if (first.unit === 'yes') return yesLine(figures);
  const pair = pairOf(finding);
  return pair === undefined
    ? `${short(first.runtime)}: ${first.label} ${valueOf(first)}`
    : against(pair);
}
