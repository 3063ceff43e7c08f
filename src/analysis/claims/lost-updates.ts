// Claim 2: threads can write the same place at once, and updates are lost.
import type { Figure, Outcome } from '@shared/claims/claims';
import { formatRatio } from '@shared/base/format';
import { figuresOf, findFigure } from './figure';
import { joinOutcomes, judgeBy, type JudgeLanguage } from './judge';
import { lossWords, runtimesOf, unsafeLosses } from './losses';

/** The ways that keep threads apart, and the words for them. */
const safeWays = { atomic: 'an atomic operation', lock: 'a lock' } as const;

type SafeWay = keyof typeof safeWays;

const allSafe = Object.keys(safeWays) as SafeWay[];

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

/** How many times as long an increment takes as a plain one, with the fewest threads above one. */
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

/** `a lock takes 46.0× as long`; a range where versions differ. */
function costWords(figures: readonly Figure[], way: SafeWay): string | undefined {
  const costs = runtimesOf(figures).flatMap((runtime) => costOf(figures, runtime, way) ?? []);
  if (costs.length === 0) return undefined;
  const least = formatRatio(Math.min(...costs));
  const most = formatRatio(Math.max(...costs));
  return `${safeWays[way]} takes ${least === most ? most : `${least} to ${most}`} as long`;
}

function safeWords(figures: readonly Figure[]): string {
  const tried = allSafe.filter((way) => figuresOf(figures, { quantity: 'lost', way }).length > 0);
  if (tried.length === 0) return '';
  const leaky = tried.filter((way) =>
    figuresOf(figures, { quantity: 'lost', way }).some(({ high }) => high > 0),
  );
  const sound = tried.filter((way) => !leaky.includes(way)).map((way) => safeWays[way]);
  const costs = tried.flatMap((way) => costWords(figures, way) ?? []);
  const said = [
    ...leaky.map((way) => `updates were lost in spite of ${safeWays[way]}`),
    ...(sound.length === 0 ? [] : [`with ${sound.join(' or ')} none were lost`]),
    ...costs,
  ];
  return ` ${said.join('; ').replace(/^./, (letter) => letter.toUpperCase())}.`;
}

function outcomeOf(figures: readonly Figure[], runtime: string): Outcome {
  const isLost = unsafeLosses(figures, runtime).some(({ share }) => share > 0);
  const isSafeLost = allSafe.some((way) =>
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
  const lost = runtimes.map((runtime) => {
    const who = runtime === 'node' ? 'threads' : runtime;
    return `${who} lost ${unsafeLosses(figures, runtime).map(lossWords).join(', ')}`;
  });
  return {
    outcome: joinOutcomes(runtimes.map((runtime) => outcomeOf(figures, runtime))),
    text: `${lost.join('; ')}.${safeWords(figures)}`,
  };
};

/**
 * Holds where two threads or more lose increments that nothing keeps apart, and none of those that
 * something does; fails where none are lost in any form.
 */
export const lostUpdates = judgeBy({ node: judgeLosses, python: judgeLosses });
