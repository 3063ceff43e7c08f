// Results as users read them: for assertions on the sentence of a problem.
import { Refused } from '@engine/files/refused';
import { problemText } from '@present/words/engine/problems';
import { defined } from '@shared/base/defined';
import type { Problem, Result } from '@shared/base/result';

/** The sentence of a problem; empty for a success. */
export const saidOf = (result: Result<unknown>): string =>
  result.ok ? '' : problemText(result.problem);

/** The same result with its problem as a code and a sentence. */
export function inWords<T>(
  result: Result<T>,
): Result<T, { readonly code: string; readonly message: string; readonly path?: string }> {
  return result.ok ? result : { ok: false, problem: problemInWords(result.problem) };
}

/** A problem as its code and its sentence. */
export function problemInWords(problem: Problem): {
  readonly code: string;
  readonly message: string;
  readonly path?: string;
} {
  const { code, path } = problem;
  return defined({ code, message: problemText(problem), path });
}

/** The sentence of what a promise is refused with; fails where it is not. */
export async function refusalOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Refused) return problemText(error.problem);
    throw error;
  }
  throw new Error('It was not refused.');
}
