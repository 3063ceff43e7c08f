// Sums up the outcomes of all claims, and how well they were guessed. Pure.
import type {
  ClaimId,
  Finding,
  Guess,
  ClaimLanguage,
  Outcome,
  Prediction,
} from '@shared/claims/claims';
import { claimIds } from '@shared/claims/claims';
import { formatDuration } from '@shared/base/format';
import { capitalised } from '@shared/words/in-words';

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

/** A piece of the heading: the count stands out. */
export interface CountPart {
  readonly count: number;
  readonly text: string;
}

const plural: readonly (readonly [Outcome, string, string])[] = [
  ['holds', 'holds', 'hold'],
  ['depends', 'depends', 'depend'],
  ['fails', 'does not hold here', 'do not hold here'],
];

/** How many of those that could be measured hold, depend, do not; none: nothing was measured. */
export function countParts(findings: readonly Pick<Finding, 'outcome'>[]): readonly CountPart[] {
  return plural.flatMap(([outcome, one, many]) => {
    const count = findings.filter((finding) => finding.outcome === outcome).length;
    return count === 0 ? [] : [{ count, text: count === 1 ? one : many }];
  });
}

/** What stands in place of the counts while there are none. */
export function emptyHeading(tried: number): string {
  return tried === 0
    ? `${capitalised(claimIds.length)} claims, none tried yet`
    : `${capitalised(claimIds.length)} claims, none measured yet`;
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

/** `3 of 12 run in 42 s, 22 Nov 2026, 14:07. You predicted 2 of 3 right.` */
export function scoreLine(
  findings: readonly Finding[],
  predictions: ReadonlyMap<ClaimId, Prediction>,
  when: string | undefined,
): string {
  if (findings.length === 0) return 'Say what you expect of each before it is tried.';
  const total = timeTaken(findings);
  const at = when === undefined ? '' : `, ${when}`;
  const tried = `${findings.length} of ${claimIds.length} run in ${formatDuration(total)}${at}.`;
  const scores = findings.flatMap((finding) => scoreOf(predictions.get(finding.id), finding) ?? []);
  if (scores.length === 0) return tried;
  const right = scores.filter((score) => score === 'right').length;
  return `${tried} You predicted ${right} of ${scores.length} right.`;
}

/** The outcome of a claim in a language; absent where nothing is said of it. */
export function outcomeIn(
  finding: Finding | undefined,
  language: ClaimLanguage,
): Outcome | undefined {
  return finding?.languages.find((one) => one.language === language)?.outcome;
}

/** The guesses in the words of a choice. */
export const guessOptions: readonly { readonly value: Guess; readonly label: string }[] = [
  { value: 'holds', label: 'holds' },
  { value: 'fails', label: 'does not hold' },
  { value: 'depends', label: 'depends' },
];

export const guessWords = Object.fromEntries(
  guessOptions.map(({ value, label }) => [value, label]),
) as Readonly<Record<Guess, string>>;
