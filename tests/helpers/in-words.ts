// Results as users read them: for assertions on the sentence of a problem.
import { inputFaultText, jsonFaultText } from '@present/words/engine/input-faults';
import type { Complaint } from '@shared/base/complaint';
import { findJsonMistake, type JsonMistake } from '@shared/base/json-mistake';
import { Refused } from '@shared/base/refused';
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

/** The first mistake of a text that is no JSON, with what to do as a sentence. */
export function mistakeInWords(
  text: string,
): { readonly line: number; readonly column: number; readonly remedy: string } | undefined {
  const mistake = findJsonMistake(text);
  return mistake && { ...place(mistake), remedy: jsonFaultText(mistake.fault) };
}

const place = ({ line, column }: JsonMistake) => ({ line, column });

/** A complaint as its place and its sentence. */
export function complaintInWords(
  complaint: Complaint | undefined,
): { readonly path: string; readonly text: string } | undefined {
  return complaint && { path: complaint.path, text: inputFaultText(complaint.fault) };
}
