// An error whose reason is one of the codes of failures; every other error says its reason in words.
import { errorText } from '@shared/base/error-text';
import type { Failure } from '@shared/report/failures';
import { Refused } from '@shared/base/refused';

/** Thrown where a run or a trial can't go on. */
export class Failed extends Error {
  override readonly name: string = 'Failed';

  constructor(
    readonly failure: Failure,
    options?: ErrorOptions,
  ) {
    super(failure.code, options);
  }
}

/** Why a run ended early, from what was thrown. */
export function failureOfRun(error: unknown): Failure {
  if (error instanceof Failed) return error.failure;
  return error instanceof Refused
    ? { code: 'run-refused', args: { problem: error.problem } }
    : { code: 'run-ended', args: { why: errorText(error) } };
}
