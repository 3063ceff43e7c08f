// An expected outcome that can fail: a value or a problem, never an exception.
import { defined } from './defined';
import type { Problem, ProblemArgs, ProblemCode, ProblemOf } from './problems';

export type { Problem } from './problems';

/** A value, or what went wrong: by default one of all problems, else one of another closed set. */
export type Result<T, P = Problem> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

/** A success holding `value`. */
export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

/** A failure; `path` names the place in the input. */
export function fail<C extends ProblemCode>(
  code: C,
  args: ProblemArgs[C],
  path?: string,
): Result<never, ProblemOf<C>> {
  return { ok: false, problem: { code, args, ...defined({ path }) } };
}

/** A failure of another closed set than {@link Problem}'s, or one that is known as a whole. */
export function failWith<P>(problem: P): Result<never, P> {
  return { ok: false, problem };
}
