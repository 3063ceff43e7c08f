// Claim 2: threads can write the same place at once, and updates are lost.
import { safeWays, type ClaimFactOf } from '@shared/claims/claim-facts';
import type { Figure, Outcome } from '@shared/claims/claims';
import { figuresOf, findFigure } from './figure';
import { joinOutcomes, judgeBy, type JudgeLanguage } from './judge';
import { runtimesOf, unsafeLosses } from './losses';

type KeptApart = ClaimFactOf<'kept-apart'>;

type SafeWay = (typeof safeWays)[number];

/** Nanoseconds of one increment, by the median trial. */
function incrementNs(
  figures: readonly Figure[],
  query: { readonly runtime: string; readonly way: string; readonly x: number },
): number | undefined {
  const elapsed = findFigure(figures, { ...query, quantity: 'elapsed' });
  const increments = findFigure(figures, { ...query, quantity: 'increments' });
  return elapsed === undefined || increments === undefined
    ? undefined
    : elapsed.median / increments.median;
}

/** Returns how many times as long an increment takes as a plain one, with the fewest threads above one. */
function costOf(figures: readonly Figure[], runtime: string, way: SafeWay): number | undefined {
  const counts = figuresOf(figures, { quantity: 'elapsed', runtime, way })
    .flatMap(({ x = 0 }) => (x < 2 ? [] : [x]))
    .sort((one, other) => one - other);
  for (const x of counts) {
    const plain = incrementNs(figures, { runtime, way: 'plain', x });
    const safe = incrementNs(figures, { runtime, way, x });
    if (plain !== undefined && safe !== undefined && plain > 0) return safe / plain;
  }
  return undefined;
}

/** Returns what an increment costs with it, from the least to the most of the versions. */
function costRange(figures: readonly Figure[], way: SafeWay): KeptApart['costs'] {
  const costs = runtimesOf(figures).flatMap((runtime) => costOf(figures, runtime, way) ?? []);
  return costs.length === 0 ? [] : [{ way, low: Math.min(...costs), high: Math.max(...costs) }];
}

function keptApart(figures: readonly Figure[]): readonly KeptApart[] {
  const tried = safeWays.filter((way) => figuresOf(figures, { quantity: 'lost', way }).length > 0);
  if (tried.length === 0) return [];
  const leaky = tried.filter((way) =>
    figuresOf(figures, { quantity: 'lost', way }).some(({ high }) => high > 0),
  );
  const sound = tried.filter((way) => !leaky.includes(way));
  const costs = tried.flatMap((way) => costRange(figures, way));
  return [{ kind: 'kept-apart', leaky, sound, costs }];
}

function outcomeOf(figures: readonly Figure[], runtime: string): Outcome {
  const isLost = unsafeLosses(figures, runtime).some(({ share }) => share > 0);
  const isSafeLost = safeWays.some((way) =>
    figuresOf(figures, { quantity: 'lost', runtime, way }).some(({ high }) => high > 0),
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
