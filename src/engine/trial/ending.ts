// Ends a trial: the first cause settles it, and everything that waits is notified.
import type { Evidence } from '@shared/report/live';
import type { TrialStatus } from '@shared/report/statuses';
import { deferred } from '../host/base/deferred';

export interface EndingCause {
  readonly status: Exclude<TrialStatus, 'ok'>;
  readonly evidence: Evidence;
  /** Index of the host the evidence is about. */
  readonly host?: number;
}

/** Thrown to whoever waits in a trial that has ended; caught where the trial began. */
export class TrialEnded extends Error {
  override readonly name = 'TrialEnded';
}

export class Ending {
  readonly #cause = deferred<EndingCause>();
  cause: EndingCause | undefined;

  /** Ends the trial for this cause, unless it has ended already. */
  end(cause: EndingCause): void {
    if (this.cause !== undefined) return;
    this.cause = cause;
    this.#cause.resolve(cause);
  }

  /** `promise`, or a {@link TrialEnded} as soon as the trial ends. */
  async until<T>(promise: Promise<T>): Promise<T> {
    if (this.cause !== undefined) throw new TrialEnded();
    const ended = this.#cause.promise.then(() => {
      throw new TrialEnded();
    });
    return Promise.race([promise, ended]);
  }
}
