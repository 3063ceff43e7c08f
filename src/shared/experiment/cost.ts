// Defines the estimated cost of a run: from a pilot of the same work on this machine.
import type { StrategyKind } from './strategies';

/** A strategy's part of the run. */
export interface CostShare {
  readonly kind: StrategyKind;
  readonly trials: number;
  readonly ns: number;
}

export interface CostEstimate {
  /** One task, run alone, as the pilot measured it. */
  readonly taskNs: number;
  /** The pilot ended before the task did: everything is at least this. */
  readonly atLeast: boolean;
  /** The least trials, and what precision and break-even may add at most. */
  readonly minNs: number;
  readonly maxNs: number;
  /** Cores that the busiest cell keeps busy, at most all usable ones; and how many are usable. */
  readonly coresBusy: number;
  readonly usableCores: number;
  /** Proportional memory of the largest cell's processes; absent where it is not known. */
  readonly peakBytes?: number;
  readonly shares: readonly CostShare[];
}
