// A median with the spread it stands for.
import type { Spread } from '@shared/claims/claim-facts';

export type { Spread } from '@shared/claims/claim-facts';

/** What is told of several values: their median, the least and the largest. */
export const spreadOf = ({ median, low, high }: Spread): Spread => ({ median, low, high });

/** How many times a time goes into another's median, from its largest to its least value. */
export function gainOver({ median }: Spread, way: Spread): Spread {
  return { median: median / way.median, low: median / way.high, high: median / way.low };
}
