// A claim's figures in one short line. Pure.
import { countWorkers } from '../words/count';
import type { Figure, Finding } from '@shared/claims/claims';
import { formatBytes, notKnown } from '../locale/format';
import { message } from '../messages/message';
import { labelOf } from '../names/cells';
import { formatValue } from '../names/outcomes';
import { mainFigures, pairOf, shortRuntime, type FigurePair } from './claim-figures';

const valueOf = ({ median, unit }: Figure): string => formatValue(median, unit);

/** Returns whether `x` of such a figure is bytes of payload; otherwise it is workers. */
export function isByBytes(quantity: string): boolean {
  return quantity === 'round-trip' || quantity === 'bandwidth';
}

/** What a message says of one figure. */
function figureValues(figure: Figure): { runtime: string; label: string; value: string } {
  const { runtime, label } = figure;
  return { runtime: shortRuntime(runtime), label: labelOf(label), value: valueOf(figure) };
}

function pairValues({ threads, processes }: FigurePair): {
  runtime: string;
  threads: string;
  processes: string;
} {
  const runtime = shortRuntime(threads.runtime);
  return { runtime, threads: valueOf(threads), processes: valueOf(processes) };
}

function against(pair: FigurePair): string {
  const { quantity, x } = pair.threads;
  if (x === undefined) return message('claim-line-against', pairValues(pair));
  const at = isByBytes(quantity) ? formatBytes(x) : countWorkers(x);
  return message('claim-line-against-at', { ...pairValues(pair), at });
}

/** The figure with the largest median. */
function largest(figures: readonly Figure[]): Figure | undefined {
  return [...figures].sort((one, other) => other.median - one.median)[0];
}

/** `Py 3.12: threads yes, processes no`, of the first runtime in which the two differ. */
function yesLine(figures: readonly Figure[]): string {
  const pairs = [...new Set(figures.map(({ runtime }) => runtime))].flatMap((runtime) => {
    const own = figures.filter((figure) => figure.runtime === runtime);
    const threads = own.find(({ variant }) => variant === 'threads');
    const processes = own.find(({ variant }) => /^processes(?!-shared)/.test(variant));
    return threads === undefined || processes === undefined ? [] : [{ threads, processes }];
  });
  const shown = pairs.find((pair) => pair.threads.median !== pair.processes.median) ?? pairs[0];
  if (shown !== undefined) return message('claim-line-yes', pairValues(shown));
  const [first] = figures;
  return first === undefined ? '' : message('claim-line-figure', figureValues(first));
}

/** `thread 20 ms, page 540 ms`: the window while work runs on a thread, and where it must not. */
function framesLine(figures: readonly Figure[]): string {
  const of = (variant: string): Figure | undefined =>
    figures.find((one) => one.variant === variant);
  const [thread, page] = [of('thread'), of('page')];
  return message('claim-line-window', {
    runtime: shortRuntime('node'),
    shown: page === undefined ? 'thread' : thread === undefined ? 'page' : 'both',
    thread: thread === undefined ? notKnown() : valueOf(thread),
    page: page === undefined ? notKnown() : valueOf(page),
  });
}

/** One line from a finding's figures: `Py 3.12: 4.0 cores against 1.0 cores, 4 workers`. */
export function claimLine(finding: Pick<Finding, 'id' | 'figures'> | undefined): string {
  if (finding === undefined) return message('claim-line-not-tried');
  const figures = mainFigures(finding);
  const [first] = figures;
  if (first === undefined) return message('claim-line-not-measured');
  if (finding.id === 'lost-updates') {
    const most = largest(figures);
    return most === undefined || most.median === 0
      ? message('claim-line-none-lost')
      : message('claim-line-lost', figureValues(most));
  }
  if (first.unit === 'yes') return yesLine(figures);
  if (finding.id === 'responsive') return framesLine(figures);
  const pair = pairOf(finding);
  if (pair === undefined) return message('claim-line-figure', figureValues(first));
  return finding.id === 'containment'
    ? message('claim-line-survivors', pairValues(pair))
    : against(pair);
}
