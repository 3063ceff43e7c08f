// What a reader of the machine gives: a value, or why there is none.
import type { SaidProblem } from '@shared/base/problems';
import type { Result } from '@shared/base/result';

export type Reading<T> = Result<T, SaidProblem>;
