// Holds what the window remembers of each trial of a run: small facts, fit for a store.
import { defined } from '@shared/base/defined';
import type { Failure } from '@shared/report/failures';
import type { PlannedTrial, TrialEnd } from '@shared/report/live';
import type { TrialStatus } from '@shared/report/statuses';

export interface TrialFact extends PlannedTrial {
  /** Absent until it has begun. */
  readonly beginNs?: number;
  /** Absent until it has ended. */
  readonly status?: TrialStatus;
  readonly endNs?: number;
  readonly coldNs?: number;
  readonly warmNs?: number;
  /** Everything stood still meanwhile. */
  readonly stoodStill?: boolean;
  /** Why it failed, if so. */
  readonly failure?: Failure;
}

/** The fact of a trial that has just ended. */
export function endedTrial(fact: TrialFact, end: TrialEnd): TrialFact {
  return {
    ...fact,
    status: end.status,
    endNs: end.endNs,
    ...defined({
      stoodStill: end.stoodStillNs === undefined ? undefined : true,
      coldNs: end.coldNs,
      warmNs: end.warmNs,
      failure: end.evidence?.failure,
    }),
  };
}

/** Trials that count: of the work itself, measured, not warm-up, succeeded, and not stopped meanwhile. */
export function isMeasured({ status, warmup, empty, stoodStill }: TrialFact): boolean {
  return status === 'ok' && !warmup && empty !== true && stoodStill !== true;
}

/** What sort of trial it is: one that counts, one of empty tasks, or a warm-up. */
export function sortOfTrial({
  warmup,
  empty,
}: Pick<TrialFact, 'warmup' | 'empty'>): 'measured' | 'empty' | 'warmup' {
  if (empty === true) return 'empty';
  return warmup ? 'warmup' : 'measured';
}
