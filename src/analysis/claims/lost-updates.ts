// Claim 2: threads can write the same place at once, and updates are lost.
import { safeMethods, type ClaimFactOf } from '@shared/claims/claim-facts';
import type { Figure, Outcome } from '@shared/claims/claims';
import { figuresOf, findFigure } from './figure';
import { joinOutcomes, judgeBy, type JudgeLanguage } from './judge';
import { runtimesOf, unsafeLosses } from './losses';

type KeptApart = ClaimFactOf<'kept-apart'>;

type SafeMethod = (typeof safeMethods)[number];

/** Nanoseconds of one increment, by the median trial. */
function incrementNs(
  figures: readonly Figure[],
  query: { readonly runtime: string; readonly variant: string; readonly x: number },
): number | undefined {
  const elapsed = findFigure(figures, { ...query, quantity: 'elapsed' });
  const increments = findFigure(figures, { ...query, quantity: 'increments' });
  return elapsed === undefined || increments === undefined
    ? undefined
    : elapsed.median / increments.median;
}

/** Returns how many times as long an increment takes as a plain one, with the fewest threads above one. */
function costOf(
  figures: readonly Figure[],
  runtime: string,
  variant: SafeMethod,
): number | undefined {
  const counts = figuresOf(figures, { quantity: 'elapsed', runtime, variant })
    .flatMap(({ x = 0 }) => (x < 2 ? [] : [x]))
    .sort((one, other) => one - other);
  for (const x of counts) {
    const plain = incrementNs(figures, { runtime, variant: 'plain', x });
    const safe = incrementNs(figures, { runtime, variant, x });
    if (plain !== undefined && safe !== undefined && plain > 0) return safe / plain;
  }
  return undefined;
}

/** Returns what an increment costs with it, from the least to the most of the versions. */
function costRange(figures: readonly Figure[], variant: SafeMethod): KeptApart['costs'] {
  const costs = runtimesOf(figures).flatMap((runtime) => costOf(figures, runtime, variant) ?? []);
  return costs.length === 0 ? [] : [{ variant, low: Math.min(...costs), high: Math.max(...costs) }];
}

function keptApart(figures: readonly Figure[]): readonly KeptApart[] {
  const tried = safeMethods.filter(
    (variant) => figuresOf(figures, { quantity: 'lost', variant }).length > 0,
  );
  if (tried.length === 0) return [];
  const leaky = tried.filter((variant) =>
    figuresOf(figures, { quantity: 'lost', variant }).some(({ high }) => high > 0),
  );
  const sound = tried.filter((variant) => !leaky.includes(variant));
  const costs = tried.flatMap((variant) => costRange(figures, variant));
  return [{ kind: 'kept-apart', leaky, sound, costs }];
}

function outcomeOf(figures: readonly Figure[], runtime: string): Outcome {
  const isLost = unsafeLosses(figures, runtime).some(({ share }) => share > 0);
  const isSafeLost = safeMethods.some((variant) =>
    figuresOf(figures, { quantity: 'lost', runtime, variant }).some(({ high }) => high > 0),
  );
  if (isSafeLost) return 'depends';
  return isLost ? 'holds' : 'fails';
}

const judgeLosses: JudgeLanguage = (figures) => {
  const runtimes = runtimesOf(figures).filter(
    (runtime) => unsafeLosses(figures, runtime).length > 0,
  );
  if (runtimes.length === 0) return undefined;
  const lost = runtimes.map((runtime) => ({
    runtime,
    losses: [...unsafeLosses(figures, runtime)],
  }));
  return {
    outcome: joinOutcomes(runtimes.map((runtime) => outcomeOf(figures, runtime))),
    facts: [{ kind: 'lost', runtimes: lost }, ...keptApart(figures)],
  };
};

/**
 * Holds where two threads or more lose increments that nothing keeps apart, and none of those that
 * something does; fails where none are lost in any form.
 */
export const lostUpdates = judgeBy({ node: judgeLosses, python: judgeLosses });
