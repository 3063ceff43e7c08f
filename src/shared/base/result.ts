// An expected outcome that can fail: a value or a problem, never an exception.

/** What went wrong, where, and what to do next. */
export interface Problem {
  /** A stable word for code to branch on, e.g. `bad-experiment`. */
  readonly code: string;
  /** One sentence for a user: what happened, the figure, and the remedy. */
  readonly message: string;
  /** Where in the input, e.g. `strategies[1].workers`; absent when there is no such place. */
  readonly path?: string;
}

/** A value, or what went wrong: by default a problem in words, else one of a closed set of codes. */
export type Result<T, P = Problem> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

/** A success holding `value`. */
export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

/** A failure; `path` names the place in the input. */
export function fail<T = never>(code: string, message: string, path?: string): Result<T> {
  return { ok: false, problem: path === undefined ? { code, message } : { code, message, path } };
}
