// What of a claim's figures is shown first, and which two of them are set against each other. Pure.
import type { ClaimId, Figure, Finding, Quantity } from '@shared/claims/claims';
import { baseStrategyOf } from '@shared/experiment/strategies';
import { message } from '../messages/message';

/** The quantities a claim is shown by, the first that was measured. */
export const mainQuantities: Readonly<Record<ClaimId, readonly [Quantity, ...Quantity[]]>> = {
  heap: ['seen'],
  'lost-updates': ['lost'],
  gil: ['cores-busy', 'speedup'],
  light: ['start', 'pss'],
  'io-bound': ['elapsed'],
  responsive: ['worst-frame', 'loop-delay'],
  kill: ['gone', 'ended'],
  containment: ['survivors'],
  cores: ['speedup'],
  memory: ['pss'],
  messages: ['round-trip'],
  'as-written': ['elapsed'],
};

/** A quantity as users read it. */
export function quantityTitle(quantity: Quantity): string {
  return message('quantity-title', { quantity });
}

/** `JavaScript`, `Python 3.12`. */
export function runtimeTitle(runtime: string): string {
  return runtime === 'node'
    ? message('runtime-js')
    : message('runtime-python', { interpreter: runtime });
}

/** `JS`, `Py 3.12`. */
export function shortRuntime(runtime: string): string {
  return runtime === 'node'
    ? message('runtime-js-short')
    : message('runtime-python-short', { interpreter: runtime });
}

/** The quantity that a finding is shown by; absent where it has no figures. */
export function mainQuantity({
  id,
  figures,
}: Pick<Finding, 'id' | 'figures'>): Quantity | undefined {
  const measured = new Set(figures.map(({ quantity }) => quantity));
  return mainQuantities[id].find((quantity) => measured.has(quantity)) ?? figures[0]?.quantity;
}

/** The figures a finding is shown by. */
export function mainFigures(finding: Pick<Finding, 'id' | 'figures'>): readonly Figure[] {
  const main = mainQuantity(finding);
  return finding.figures.filter(({ quantity }) => quantity === main);
}

/** By which of several pairs is shown: the largest. */
function weight({ threads, processes }: FigurePair): number {
  const moreIsBetter = threads.unit === 'times' || threads.unit === 'cores';
  return moreIsBetter ? Math.max(threads.median, processes.median) : (threads.x ?? 0);
}

export interface FigurePair {
  readonly threads: Figure;
  readonly processes: Figure;
}

/** Ways that pass data without a copy are no pair of those that copy it. */
const isPlain = ({ variant }: Figure): boolean => !/shared|transfer|move|handed/.test(variant);
const isThread = (figure: Figure): boolean =>
  baseStrategyOf(figure.strategy) === 'threads' && isPlain(figure);
const isProcess = (figure: Figure): boolean =>
  baseStrategyOf(figure.strategy) === 'processes' && isPlain(figure);

/** The fault in a thread, and the one in a process, that fewest survived; of the first runtime. */
function worstPair(figures: readonly Figure[]): FigurePair | undefined {
  const own = figures.filter(({ runtime }) => runtime === figures[0]?.runtime);
  const least = (is: (figure: Figure) => boolean): Figure | undefined =>
    own.filter(is).sort((one, other) => one.median - other.median)[0];
  const threads = least(isThread);
  const processes = least(isProcess);
  return threads === undefined || processes === undefined ? undefined : { threads, processes };
}

/**
 * Threads against processes in one runtime, with as many workers (or bytes): the most that both have,
 * or where either did best, if more is better. Python first where the claim is about its lock. Absent where there is no such pair.
 */
export function pairOf(finding: Pick<Finding, 'id' | 'figures'>): FigurePair | undefined {
  const figures = mainFigures(finding).filter(({ unit }) => unit !== 'yes');
  if (finding.id === 'containment') return worstPair(figures);
  const runtimes = [...new Set(figures.map(({ runtime }) => runtime))];
  if (finding.id === 'gil' || finding.id === 'cores') {
    runtimes.sort((one, other) => Number(one === 'node') - Number(other === 'node'));
  }
  for (const runtime of runtimes) {
    const own = figures.filter((figure) => figure.runtime === runtime);
    const pairs = own.filter(isThread).flatMap((threads) => {
      const processes = own.find((other) => isProcess(other) && other.x === threads.x);
      return processes === undefined ? [] : [{ threads, processes }];
    });
    const best = pairs.reduce<FigurePair | undefined>(
      (most, pair) => (most === undefined || weight(pair) > weight(most) ? pair : most),
      undefined,
    );
    if (best !== undefined) return best;
  }
  return undefined;
}
