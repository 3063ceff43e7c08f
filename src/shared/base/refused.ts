// An error whose reason is a problem that a report can keep.
import type { RunProblem } from './problems';

/** Thrown where a run can't begin or go on. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly problem: RunProblem,
    options?: ErrorOptions,
  ) {
    super(`${problem.code} ${JSON.stringify(problem.args)}`, options);
  }
}
