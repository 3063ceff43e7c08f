// What a run will cost, in one line, before it is started.
import { describeCost } from '@present/words/cost-text';
import { startEstimate, type EstimateOptions } from '@engine/run/estimate';
import { ok, type Result } from '@shared/base/result';
import { onInterrupt } from './interrupts';
import { end } from './terminal';

/** The line, or why it is not known; `cancelled` where the pilot was interrupted. */
export async function costLine(options: EstimateOptions): Promise<Result<string>> {
  const forget = onInterrupt(() => estimate.cancel(), end);
  const estimate = startEstimate(options);
  try {
    const cost = await estimate.done;
    if (cost.ok) return ok(describeCost(cost.value));
    return cost.problem.code === 'cancelled' ? cost : ok(cost.problem.message);
  } finally {
    forget();
  }
}
