// What a reader of the machine gives: a value, or why there is none.
import type { ReaderFault } from '@shared/base/problem-schemas';
import type { Result } from '@shared/base/result';

export type Reading<T> = Result<T, ReaderFault>;

/** A failure to read. */
export const unread = (problem: ReaderFault): Reading<never> => ({ ok: false, problem });
