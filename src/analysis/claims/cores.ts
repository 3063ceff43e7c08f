// Claim 9: processes use several cores and get past the interpreter lock.
import type { Gained } from '@shared/claims/claim-facts';
import { type Figure, type Outcome, languageOf } from '@shared/claims/claims';
import { figuresOf } from './figure';
import { joinOutcomes, judgeBy, type JudgeLanguage } from './judge';
import { runtimesOf } from './losses';
import { toSpread } from './spread';

/** Less than this is nobody's reason to start workers. */
const minGain = 1.2;

/** Faster than serial's median in every trial, and by enough. */
const gainsFrom = ({ low, median }: Figure): boolean => low > 1 && median >= minGain;

/** The figure with the largest median among those with several workers; one that gains goes first. */
function best(
  figures: readonly Figure[],
  isVariant: (variant: string) => boolean,
): Figure | undefined {
  return figuresOf(figures, { quantity: 'speedup' })
    .filter(({ variant, x = 1 }) => isVariant(variant) && x > 1)
    .reduce<Figure | undefined>(
      (most, figure) => (most === undefined || isBetter(figure, most) ? figure : most),
      undefined,
    );
}

function isBetter(one: Figure, other: Figure): boolean {
  if (gainsFrom(one) !== gainsFrom(other)) return gainsFrom(one);
  return one.median > other.median;
}

const gainedBy = (figure: Figure): Gained => ({
  workers: figure.x ?? 1,
  gain: toSpread(figure),
  gains: gainsFrom(figure),
  unsure: !gainsFrom(figure) && figure.median >= minGain,
});

/**
 * Holds where some number of processes is faster than serial in every trial, by a median of 1.2 or more, and in
 * Python threads are not; where Python's threads are nearly as fast, there was no lock to get past.
 */
const judgeCores: JudgeLanguage = (figures) => {
  const all = runtimesOf(figures).flatMap((runtime) => {
    const own = figuresOf(figures, { runtime });
    const processes = best(own, (variant) => variant.startsWith('processes'));
    const threads = best(own, (variant) => variant === 'threads');
    if (processes === undefined || threads === undefined) return [];
    const outcome = outcomeOf(processes, threads);
    return [{ runtime, outcome, processes: gainedBy(processes), threads: gainedBy(threads) }];
  });
  if (all.length === 0) return undefined;
  return {
    outcome: joinOutcomes(all.map(({ outcome }) => outcome)),
    facts: [{ kind: 'gained', runtimes: all.map(({ outcome: _, ...one }) => one) }],
  };
};

function outcomeOf(processes: Figure, threads: Figure): Outcome {
  if (!gainsFrom(processes)) return 'fails';
  const past = processes.median > minGain * threads.median;
  return languageOf(processes) === 'python' && !past ? 'depends' : 'holds';
}

export const cores = judgeBy({ node: judgeCores, python: judgeCores });
