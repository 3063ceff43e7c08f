// Claim 1: threads of one process share one heap; processes have separate heaps.
import type { ClaimFact } from '@shared/claims/claim-facts';
import type { Figure } from '@shared/claims/claims';
import { figuresOf } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';

/** Returns whether a write was ever seen; nothing where it was not tried. */
function seen(
  figures: readonly Figure[],
  isVariant: (variant: string) => boolean,
): boolean | undefined {
  const tried = figuresOf(figures, { quantity: 'seen' }).filter(({ variant }) =>
    isVariant(variant),
  );
  if (tried.length === 0) return undefined;
  return tried.some(({ high }) => high === 1);
}

const judgeHeap: JudgeLanguage = (figures) => {
  const threads = seen(figures, (variant) => variant === 'threads');
  const processes = seen(figures, (variant) => /^processes(?!-shared)/.test(variant));
  if (threads === undefined || processes === undefined) return undefined;
  const mixed = figuresOf(figures, { quantity: 'seen' }).some(({ low, high }) => low !== high);
  const shared = seen(figures, (variant) => variant.endsWith('-shared'));
  const sharedFacts: readonly ClaimFact[] = shared === true ? [{ kind: 'heap-shared' }] : [];
  return {
    outcome: mixed
      ? 'depends'
      : threads && !processes
        ? 'holds'
        : !threads && processes
          ? 'fails'
          : 'depends',
    facts: [{ kind: 'heap', threads, processes, mixed }, ...sharedFacts],
  };
};

/** Holds where what threads write is seen and what processes write is not. */
export const heap = judgeBy({ node: judgeHeap, python: judgeHeap });
