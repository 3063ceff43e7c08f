// An error of Corelane's own beside own code: its reason is a code, which `describeThrown` hands on.
import type { SaidOf, SaidReason } from '@shared/base/said';

/** Thrown by a workload. Own code can't make one, nor change what it says. */
export class SaidError extends Error {
  override readonly name = 'SaidError';
  readonly #reason: SaidReason;

  constructor(reason: SaidReason, options?: ErrorOptions) {
    super(reason.code, options);
    this.#reason = reason;
  }

  /** Returns the reason of such an error; undefined of anything else. Never throws. */
  static reasonOf(value: unknown): SaidReason | undefined {
    return typeof value === 'object' && value !== null && #reason in value
      ? value.#reason
      : undefined;
  }
}

/** Returns an error with this reason. */
export const saidError = <C extends SaidReason['code']>(
  code: C,
  args: SaidOf<C>['args'],
  options?: ErrorOptions,
): SaidError => new SaidError({ code, args } as SaidReason, options);
