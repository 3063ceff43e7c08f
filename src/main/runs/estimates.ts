// Estimates what a run would cost, from one pilot at a time. A pilot has the machine only while nobody holds its
// lease.
import { failInWords, thrownText } from '@present/words/engine/problems';
import { message } from '@present/messages/message';
import type { EstimateHandle, EstimateOptions, StartEstimate } from '@engine/run/estimate';
import type { Result } from '@shared/base/result';
import { noCostText } from '@present/words/cost-text';
import type { NoCost } from '@shared/report/failures';
import type { CostEstimate } from '@shared/experiment/cost';
import { logBug } from '../base/log';
import type { MachineLease, YieldingClient } from './machine-lease';

export class Estimates implements YieldingClient {
  readonly #lease: Pick<MachineLease, 'state' | 'closed'>;
  readonly #start: StartEstimate;
  #pilot: EstimateHandle | undefined;
  /** How many estimates were asked for: the last one counts. */
  #asked = 0;

  constructor(lease: Pick<MachineLease, 'state' | 'closed'>, start: StartEstimate) {
    this.#lease = lease;
    this.#start = start;
  }

  /**
   * Returns the cost of a run; `run-under-way` where somebody holds the lease. A later estimate ends
   * the pilot, and so does who takes the lease: it is `cancelled` then.
   */
  async estimate(options: EstimateOptions): Promise<Result<CostEstimate>> {
    this.#asked += 1;
    const asked = this.#asked;
    while (this.#pilot !== undefined) await this.giveWay();
    if (asked !== this.#asked) return failInWords('cancelled', message('app-cost-later'));
    if (this.#lease.closed) return failInWords('closing', message('app-closing'));
    if (this.#lease.state !== undefined) {
      return failInWords('run-under-way', message('app-cost-busy'));
    }
    try {
      const cost = await this.#run(options);
      return cost.ok ? cost : failInWords(cost.problem.code, noCostText(cost.problem));
    } catch (error) {
      logBug('estimate', error);
      return failInWords(
        'pilot-failed',
        noCostText({ code: 'pilot-threw', why: thrownText(error) }),
      );
    }
  }

  async giveWay(): Promise<void> {
    const pilot = this.#pilot;
    pilot?.cancel();
    await pilot?.done.catch((error: unknown) => logBug('estimate', error));
  }

  /** Nobody waits for the machine here: an estimate is asked for again. */
  onFree(): void {
    return undefined;
  }

  async #run(options: EstimateOptions): Promise<Result<CostEstimate, NoCost>> {
    const pilot = this.#start(options);
    this.#pilot = pilot;
    try {
      return await pilot.done;
    } finally {
      if (this.#pilot === pilot) this.#pilot = undefined;
    }
  }
}
