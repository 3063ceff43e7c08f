// Claim 6: threads keep a user interface responsive.
import { windowPlaces, type ClaimFact } from '@shared/claims/claim-facts';
import type { Figure, Outcome } from '@shared/claims/claims';
import { windowWorkMs } from '@shared/claims/window-probe';
import { findFigure } from './figure';
import { judgeBy, type JudgeLanguage } from './judge';
import { toSpread } from './spread';

/** What answers within this feels immediate. R. B. Miller, "Response time in man-computer conversational transactions" (1968). */
const immediateNs = 100e6;
/** So much longer than without work is a difference. */
const clearly = 1.1;
/** A gap so much longer than the work has another cause beside it. */
const longerThanWork = 1.5;

type Place = (typeof windowPlaces)[number];

/** The longest that a window was kept waiting, by the main process's loop or for a frame: the larger by its median. */
function late(figures: readonly Figure[], variant: Place): Figure | undefined {
  return (['loop-delay', 'worst-frame'] as const)
    .flatMap((quantity) => findFigure(figures, { quantity, variant }) ?? [])
    .sort((one, other) => other.median - one.median)[0];
}

type Kept = 'kept-waiting' | 'not' | 'unsure';

/** Returns whether work kept the window waiting: longer than feels immediate, and longer than it waits without work. */
function kept(work: Figure, idle: Figure | undefined): Kept {
  if (work.median <= immediateNs) return 'not';
  if (idle === undefined) return 'kept-waiting';
  if (work.median < idle.median * clearly) return 'not';
  return work.low > idle.high ? 'kept-waiting' : 'unsure';
}

function outcomeOf(thread: Figure, own: readonly Figure[], idle: Figure | undefined): Outcome {
  // On a machine that is late by itself, what the work added is not known.
  if (idle !== undefined && idle.median > immediateNs) return 'unavailable';
  const byThread = kept(thread, idle);
  if (byThread !== 'not') return byThread === 'kept-waiting' ? 'fails' : 'depends';
  return own.some((one) => kept(one, idle) === 'kept-waiting') ? 'holds' : 'depends';
}

/** Why a machine that was late without any work proves nothing. */
function busyFacts(idle: Figure | undefined): readonly ClaimFact[] {
  if (idle === undefined || idle.median <= immediateNs) return [];
  return [{ kind: 'window-busy', idleNs: idle.median }];
}

/** Returns what leaves open whether a thread kept the window waiting. */
function unsureFacts(thread: Figure, idle: Figure | undefined): readonly ClaimFact[] {
  if (idle === undefined || idle.median > immediateNs || kept(thread, idle) !== 'unsure') return [];
  return [{ kind: 'thread-unsure' }];
}

/** Why a page can be kept waiting for longer than the work takes. */
function longFacts(figures: readonly Figure[]): readonly ClaimFact[] {
  const frame = findFigure(figures, { quantity: 'worst-frame', variant: 'page' });
  if (frame === undefined || frame.median < longerThanWork * windowWorkMs * 1e6) return [];
  return [{ kind: 'page-frames', workMs: windowWorkMs }];
}

/** The share of frames that were not drawn, of those expected at the rate without work. */
function droppedFacts(figures: readonly Figure[]): readonly ClaimFact[] {
  const idle = findFigure(figures, { quantity: 'frames', variant: 'idle' });
  if (idle === undefined || idle.median <= 0) return [];
  const places = windowPlaces.flatMap((place) => {
    const frames = findFigure(figures, { quantity: 'frames', variant: place });
    if (frames === undefined || place === 'idle') return [];
    return [{ place, missing: Math.max(0, 1 - frames.median / idle.median) }];
  });
  return places.length === 0 ? [] : [{ kind: 'frames-dropped', idle: toSpread(idle), places }];
}

/**
 * Holds where work on the window's own loops keeps it waiting for more than 100 ms and work on a thread
 * does not; fails where a thread does too; depends where the work keeps nothing waiting anywhere, or
 * where it is unsure that a thread does; unavailable where the window waits so long without work.
 */
const judgeResponsive: JudgeLanguage = (figures) => {
  const thread = late(figures, 'thread');
  const idle = late(figures, 'idle');
  const own = (['page', 'main'] as const).flatMap((variant) => late(figures, variant) ?? []);
  if (thread === undefined || own.length === 0) return undefined;
  const places = windowPlaces.flatMap((place) => {
    const one = late(figures, place);
    return one === undefined ? [] : [{ place, ns: toSpread(one) }];
  });
  return {
    outcome: outcomeOf(thread, own, idle),
    facts: [
      { kind: 'window-waited', places },
      ...busyFacts(idle),
      ...unsureFacts(thread, idle),
      ...longFacts(figures),
      ...droppedFacts(figures),
    ],
  };
};

export const responsive = judgeBy({ node: judgeResponsive });
