// Claim 3: CPython's global interpreter lock prevents lost updates, and keeps threads to one core.
import type { ClaimFact } from '@shared/claims/claim-facts';
import type { Figure, Outcome } from '@shared/claims/claims';
import { figuresOf } from './figure';
import { joinOutcomes, judgeBy, type JudgeLanguage } from './judge';
import { runtimesOf, unsafeLosses } from './losses';

/** Threads that keep no more cores busy than this are on one: what is above it is other work. */
const oneCore = 1.15;

/** Maximum number of cores that two workers or more of a strategy kept busy, by median. */
function maxBusy(
  figures: readonly Figure[],
  runtime: string,
  isVariant: RegExp,
): number | undefined {
  const busy = figuresOf(figures, { quantity: 'cores-busy', runtime })
    .filter(({ variant, x = 0 }) => isVariant.test(variant) && x >= 2)
    .map(({ median }) => median);
  return busy.length === 0 ? undefined : Math.max(...busy);
}

interface Version {
  readonly id: string;
  readonly threads: number;
  readonly losses: ReturnType<typeof unsafeLosses>;
}

/** The versions in which threads could have used a second core: processes did. */
function versionsOf(figures: readonly Figure[]): readonly Version[] {
  return runtimesOf(figures).flatMap((id) => {
    const threads = maxBusy(figures, id, /^threads$/);
    const processes = maxBusy(figures, id, /^processes/);
    if (threads === undefined) return [];
    if (threads <= oneCore && (processes === undefined || processes <= oneCore)) return [];
    return [{ id, threads, losses: unsafeLosses(figures, id) }];
  });
}

function outcomeOf({ threads, losses }: Version): Outcome {
  if (threads > oneCore) return 'fails';
  if (losses.length === 0) return 'unavailable';
  return losses.some(({ share }) => share > 0) ? 'depends' : 'holds';
}

const judgeLock: JudgeLanguage = (figures) => {
  const versions = versionsOf(figures);
  const outcomes = versions.map(outcomeOf);
  const outcome = joinOutcomes(outcomes);
  if (outcome === 'unavailable') return undefined;
  // Versions that differ speak for themselves.
  const isOne = outcomes.every((one) => one === outcome || one === 'unavailable');
  const found: ClaimFact = {
    kind: 'lock',
    versions: versions.map(({ id, threads, losses }) => ({
      ...{ runtime: id, cores: threads, losses: [...losses] },
    })),
  };
  return { outcome, facts: isOne ? [found, { kind: 'lock-conclusion', outcome }] : [found] };
};

/**
 * Holds where threads keep one core busy and lose nothing; depends where they lose updates all the
 * same; fails where they use a second core. Without a second core to use, nothing can be said.
 */
export const gil = judgeBy({ python: judgeLock });
