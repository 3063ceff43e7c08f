// The strategies: ways to run the tasks. Their names, and what each comes to on the machine.

export const strategyKinds = ['serial', 'async', 'threads', 'processes', 'hybrid'] as const;

export type StrategyKind = (typeof strategyKinds)[number];

/** Where worker threads are spawned: in a fresh host process, or in the app's own main process. */
export const placements = ['host', 'main'] as const;

export type Placement = (typeof placements)[number];

/** What a strategy comes to: `processes` × `threads` × `concurrency` tasks at once in each. */
export interface Topology {
  readonly processes: number;
  /** Worker threads per process; 1 where the process's own main thread does the work. */
  readonly threads: number;
  /** Tasks in flight at once on one event loop. */
  readonly concurrency: number;
}

/** How a worker count is written for a person: `8`, or `4×2` for a hybrid. */
export function describeWorkers(kind: StrategyKind, topology: Topology): string {
  if (kind === 'hybrid') return `${topology.processes}×${topology.threads}`;
  if (kind === 'async') return String(topology.concurrency);
  return String(topology.processes * topology.threads);
}
