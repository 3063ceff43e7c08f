// A claim's figures in one short line. Pure.
import { countWorkers } from '../words/count';
import type { Figure, Finding } from '@shared/claims/claims';
import { formatValue } from '@shared/words/claim-words';
import { formatBytes } from '@shared/base/format';
import { mainFigures, pairOf, type FigurePair } from './claim-figures';

const short = (runtime: string): string => (runtime === 'node' ? 'JS' : `Py ${runtime}`);
const valueOf = ({ median, unit }: Figure): string => formatValue(median, unit);

/** Returns whether `x` of such a figure is bytes of payload; otherwise it is workers. */
export function isByBytes(quantity: string): boolean {
  return quantity === 'round-trip' || quantity === 'bandwidth';
}

function at({ quantity, x }: Figure): string {
  if (x === undefined) return '';
  return isByBytes(quantity) ? `, ${formatBytes(x)}` : `, ${countWorkers(x)}`;
}

function against({ threads, processes }: FigurePair): string {
  return `${short(threads.runtime)}: ${valueOf(threads)} against ${valueOf(processes)}${at(threads)}`;
}

/** The figure with the largest median. */
function largest(figures: readonly Figure[]): Figure | undefined {
  return [...figures].sort((one, other) => other.median - one.median)[0];
}

/** `Py 3.12: threads yes, processes no`, of the first runtime in which the two differ. */
function yesLine(figures: readonly Figure[]): string {
  const pairs = [...new Set(figures.map(({ runtime }) => runtime))].flatMap((runtime) => {
    const own = figures.filter((figure) => figure.runtime === runtime);
    const threads = own.find(({ way }) => way === 'threads');
    const processes = own.find(({ way }) => /^processes(?!-shared)/.test(way));
    return threads === undefined || processes === undefined ? [] : [{ threads, processes }];
  });
  const shown = pairs.find((pair) => pair.threads.median !== pair.processes.median) ?? pairs[0];
  const [first] = figures;
  if (shown === undefined) {
    return first === undefined ? '' : `${short(first.runtime)}: ${first.label} ${valueOf(first)}`;
  }
  const { threads, processes } = shown;
  return `${short(threads.runtime)}: threads ${valueOf(threads)}, processes ${valueOf(processes)}`;
}

/** `thread 20 ms, page 540 ms`: the window while work runs on a thread, and where it must not. */
function framesLine(figures: readonly Figure[]): string {
  const parts = ['thread', 'page'].flatMap((way) => {
    const figure = figures.find((one) => one.way === way);
    return figure === undefined ? [] : [`${way} ${valueOf(figure)}`];
  });
  return `JS: ${parts.join(', ')}`;
}

/** One line from a finding's figures: `Py 3.12: 4.0 cores against 1.0 cores, 4 workers`. */
export function claimLine(finding: Pick<Finding, 'id' | 'figures'> | undefined): string {
  if (finding === undefined) return 'not tried yet';
  const figures = mainFigures(finding);
  const [first] = figures;
  if (first === undefined) return 'could not be measured';
  if (finding.id === 'lost-updates') {
    const most = largest(figures);
    return most === undefined || most.median === 0
      ? 'none lost'
      : `${short(most.runtime)}: ${most.label} lost ${valueOf(most)}`;
  }
  if (first.unit === 'yes') return yesLine(figures);
  if (finding.id === 'responsive') return framesLine(figures);
  const pair = pairOf(finding);
  if (finding.id === 'containment' && pair !== undefined) {
    return `${short(first.runtime)}: at worst ${valueOf(pair.threads)} threads survive, ${valueOf(pair.processes)} processes`;
  }
  return pair === undefined
    ? `${short(first.runtime)}: ${first.label} ${valueOf(first)}`
    : against(pair);
}
