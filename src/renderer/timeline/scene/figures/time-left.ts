// Estimates how long a run and its trials may still take: only from its own finished trials.
import { median } from '@analysis/stats/quantile';
import type { TrialFact } from '../../../model/trial-facts';

/** Wall time of a trial from begin to end, its hosts' start included. */
function lengthNs({ beginNs, endNs }: TrialFact): number | undefined {
  return beginNs === undefined || endNs === undefined ? undefined : endNs - beginNs;
}

/** Trials that take about as long: of one cell, of the work itself or of empty tasks. */
type Likeness = Pick<TrialFact, 'cell' | 'empty'>;

const likenessOf = ({ cell, empty }: Likeness): string => `${cell} ${empty === true}`;

/** Median length of the finished trials like it in this run; undefined before the first. */
export function expectedLengthNs(trials: readonly TrialFact[], like: Likeness): number | undefined {
  return median(
    trials
      .filter((trial) => likenessOf(trial) === likenessOf(like))
      .flatMap((trial) => (trial.status === 'stopped' ? [] : (lengthNs(trial) ?? []))),
  );
}

/** A trial shorter than this is over before its picture is seen. */
const tooShortNs = 400e6;

/**
 * The trial to show while following: the one under way; where such trials are too short to be seen
 * run, the one that ended last, whole.
 */
export function trialToFollow(
  trials: readonly TrialFact[],
  current: number | undefined,
): number | undefined {
  const at = trials.findIndex(({ trial }) => trial === current);
  const fact = trials[at];
  if (fact === undefined || fact.status !== undefined) return current;
  const expected = expectedLengthNs(trials, fact);
  const before = trials[at - 1];
  const isShort = expected !== undefined && expected < tooShortNs;
  return isShort && before?.status !== undefined ? before.trial : current;
}

/**
 * Time left: for each trial to come the median length of those like it, where that is not known yet
 * the mean of the medians that are; less what the trial under way has had. Undefined before the first end.
 * @param nowNs now on the run's clock
 */
export function timeLeftNs(trials: readonly TrialFact[], nowNs: number): number | undefined {
  const known = new Map<string, number>();
  for (const trial of trials) {
    const likeness = likenessOf(trial);
    if (known.has(likeness)) continue;
    const length = expectedLengthNs(trials, trial);
    if (length !== undefined) known.set(likeness, length);
  }
  if (known.size === 0) return undefined;
  const typical = [...known.values()].reduce((sum, length) => sum + length, 0) / known.size;
  let left = 0;
  for (const trial of trials) {
    if (trial.status !== undefined) continue;
    const length = known.get(likenessOf(trial)) ?? typical;
    const had = trial.beginNs === undefined ? 0 : nowNs - trial.beginNs;
    left += Math.max(0, length - had);
  }
  return left;
}
