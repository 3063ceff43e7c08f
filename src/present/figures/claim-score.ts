// Sums up the outcomes of all claims, and how well they were guessed. Pure.
import {
  type ClaimId,
  type Finding,
  type Guess,
  type ClaimLanguage,
  type Outcome,
  type Prediction,
  claimIds,
  guesses,
} from '@shared/claims/claims';
import { formatDuration } from '../locale/format';
import { message } from '../messages/message';
import { messageParts, type MessagePart } from '../messages/parts';

export type Score = 'right' | 'partly' | 'wrong';

/** How a guess did: `partly` where it is so in one language; absent where nothing can be said. */
export function scoreOf(
  prediction: Pick<Prediction, 'guess'> | undefined,
  finding: Pick<Finding, 'outcome' | 'languages'> | undefined,
): Score | undefined {
  if (prediction === undefined || finding === undefined) return undefined;
  if (finding.outcome === 'unavailable') return undefined;
  if (prediction.guess === finding.outcome) return 'right';
  const inOne = finding.languages.some(({ outcome }) => outcome === prediction.guess);
  return inOne || (prediction.guess === 'depends' && disagree(finding.languages))
    ? 'partly'
    : 'wrong';
}

function disagree(languages: Finding['languages']): boolean {
  return new Set(languages.map(({ outcome }) => outcome)).size > 1;
}

/** The outcomes that a heading counts, in its order. */
const counted = ['holds', 'depends', 'fails'] as const;

/** What stands for one outcome in the heading: its count is marked `n`. */
export interface OutcomeCount {
  readonly outcome: Outcome;
  readonly parts: readonly MessagePart[];
}

/** How many of those that could be measured hold, depend, do not; none: nothing was measured. */
export function countParts(findings: readonly Pick<Finding, 'outcome'>[]): readonly OutcomeCount[] {
  return counted.flatMap((outcome) => {
    const count = findings.filter((finding) => finding.outcome === outcome).length;
    return count === 0
      ? []
      : [{ outcome, parts: messageParts('outcome-count', { outcome, count }) }];
  });
}

/** What stands in place of the counts while there are none. */
export function emptyHeading(tried: number): string {
  return message('claims-none', {
    count: claimIds.length,
    tried: tried === 0 ? 'none' : 'some',
  });
}

/** What the measurements of findings took, each counted once however many claims rest on it; in ns. */
export function timeTaken(findings: readonly Pick<Finding, 'measurements'>[]): number {
  const made = new Map(
    findings.flatMap(({ measurements }) =>
      measurements.map(({ id, durationNs }) => [id, durationNs]),
    ),
  );
  return [...made.values()].reduce((sum, durationNs) => sum + durationNs, 0);
}

/** `3 of 12 run in 42 s, 22 Nov 2026, 14:07. You predicted 2 of 3 correctly.` */
export function scoreLine(
  findings: readonly Finding[],
  predictions: ReadonlyMap<ClaimId, Prediction>,
  when: string | undefined,
): string {
  if (findings.length === 0) return message('score-none');
  const run = {
    run: findings.length,
    all: claimIds.length,
    time: formatDuration(timeTaken(findings)),
    dated: when === undefined ? 'no' : 'yes',
    when: when ?? '',
  } as const;
  const scores = findings.flatMap((finding) => scoreOf(predictions.get(finding.id), finding) ?? []);
  if (scores.length === 0) return message('score-run', run);
  const right = scores.filter((score) => score === 'right').length;
  return message('score-run-guessed', { ...run, right, guessed: scores.length });
}

/** The outcome of a claim in a language; absent where nothing is said of it. */
export function outcomeIn(
  finding: Finding | undefined,
  language: ClaimLanguage,
): Outcome | undefined {
  return finding?.languages.find((one) => one.language === language)?.outcome;
}

/** The guesses in the words of a choice. */
export const guessOptions = (): readonly { readonly value: Guess; readonly label: string }[] =>
  guesses.map((guess) => ({ value: guess, label: message('outcome-short', { outcome: guess }) }));
