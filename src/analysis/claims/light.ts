// Claim 4: threads are light; they start sooner and take less memory than processes.
import type { ClaimFactOf } from '@shared/claims/claim-facts';
import type { Figure, Quantity } from '@shared/claims/claims';
import { figuresOf } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';
import { perWorker, type Spread } from './spread';

/** A difference that is worth a word. */
const clearly = 1.1;

/** What one more worker adds; a quantity that was not measured is absent, the spread is that of the slopes. */
interface Slopes {
  readonly variant: string;
  readonly start: Spread | undefined;
  readonly pss: Spread | undefined;
}

function added(figures: readonly Figure[], variant: string): Slopes {
  const slope = (quantity: Quantity): Spread | undefined =>
    perWorker(figuresOf(figures, { quantity, variant }));
  return { variant, start: slope('start'), pss: slope('pss') };
}

/**
 * Returns whether a thread adds clearly less than a process; one that adds nothing that shows adds less. A
 * process's slope that spread has turned to 0 or below is no figure to compare with.
 */
function lighter(thread: Spread | undefined, process: Spread | undefined): readonly boolean[] {
  if (thread === undefined || process === undefined || process.median <= 0) return [];
  return [process.median > thread.median * clearly];
}

/** A process with its slopes that are figures alone. */
function shown({ variant, start, pss }: Slopes): Slopes {
  const own = (slope: Spread | undefined): Spread | undefined =>
    slope !== undefined && slope.median > 0 ? slope : undefined;
  return { variant, start: own(start), pss: own(pss) };
}

const isKnown = ({ start, pss }: Slopes): boolean => start !== undefined || pss !== undefined;

type NotGrown = ClaimFactOf<'not-grown'>;

/** Returns what of processes is left out of the comparison: their figures did not grow with their number. */
function leftOut(processes: readonly Slopes[]): readonly NotGrown[] {
  const figures = processes.flatMap(({ variant, start, pss }): NotGrown['figures'] => [
    ...(start !== undefined && start.median <= 0 ? [{ variant, figure: 'start' as const }] : []),
    ...(pss !== undefined && pss.median <= 0 ? [{ variant, figure: 'memory' as const }] : []),
  ]);
  return figures.length === 0 ? [] : [{ kind: 'not-grown', figures }];
}

/** Holds where a thread adds clearly less time and memory than a process, however that is started. */
const judgeLight: JudgeLanguage = (figures) => {
  const threads = added(figures, 'threads');
  const variants = [...new Set(figures.map(({ variant }) => variant))].filter(
    (variant) => variant !== 'threads',
  );
  const processes = variants.map((variant) => added(figures, variant)).filter(isKnown);
  if (!isKnown(threads) || processes.length === 0) return undefined;
  const compared = processes.flatMap(({ start, pss }) => [
    ...lighter(threads.start, start),
    ...lighter(threads.pss, pss),
  ]);
  const outcome =
    compared.length === 0
      ? 'unavailable'
      : compared.every(Boolean)
        ? 'holds'
        : compared.some(Boolean)
          ? 'depends'
          : 'fails';
  const workers = [threads, ...processes.map(shown).filter(isKnown)].map(
    ({ variant, start, pss }) => ({
      variant,
      startNs: start,
      bytes: pss,
    }),
  );
  return { outcome, facts: [{ kind: 'added', workers }, ...leftOut(processes)] };
};

export const light = judgeBy({ node: judgeLight, python: judgeLight });
