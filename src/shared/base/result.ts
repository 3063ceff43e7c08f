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

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

/** A success holding `value`. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A failure; `path` names the place in the input. */
export function fail<T = never>(code: string, message: string, path?: string): Result<T> {
  return { ok: false, problem: path === undefined ? { code, message } : { code, message, path } };
}
