// How long a run and its trials may still take: only from its own finished trials.
import { median } from '@analysis/summary';
import type { TrialFact } from './trial-facts';

/** Wall time of a trial from begin to end, its hosts' start included. */
function lengthNs({ beginNs, endNs }: TrialFact): number | undefined {
  return beginNs === undefined || endNs === undefined ? undefined : endNs - beginNs;
}

function lengths(trials: readonly TrialFact[], cell?: string): readonly number[] {
  return trials
    .filter((trial) => cell === undefined || trial.cell === cell)
    .flatMap((trial) => (trial.status === 'stopped' ? [] : (lengthNs(trial) ?? [])));
}

/** Median length of the cell's finished trials in this run; undefined before the first. */
export function expectedLengthNs(trials: readonly TrialFact[], cell: string): number | undefined {
  return median(lengths(trials, cell));
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
  const fact = current === undefined ? undefined : trials[current];
  if (current === undefined || fact?.status !== undefined) return current;
  const expected = fact === undefined ? undefined : expectedLengthNs(trials, fact.cell);
  const hasEnded = trials[current - 1]?.status !== undefined;
  return expected !== undefined && expected < tooShortNs && hasEnded ? current - 1 : current;
}

/**
 * Time left: for each trial to come its cell's median length, where that is not known yet the mean
 * of the medians that are; less what the trial under way has had. Undefined before the first end.
 * @param nowNs now on the run's clock
 */
export function timeLeftNs(trials: readonly TrialFact[], nowNs: number): number | undefined {
  const known = new Map<string, number>();
  for (const { cell } of trials) {
    if (known.has(cell)) continue;
    const length = expectedLengthNs(trials, cell);
    if (length !== undefined) known.set(cell, length);
  }
  if (known.size === 0) return undefined;
  const typical = [...known.values()].reduce((sum, length) => sum + length, 0) / known.size;
  let left = 0;
  for (const trial of trials) {
    if (trial.status !== undefined) continue;
    const length = known.get(trial.cell) ?? typical;
    const had = trial.beginNs === undefined ? 0 : nowNs - trial.beginNs;
    left += Math.max(0, length - had);
  }
  return left;
}
