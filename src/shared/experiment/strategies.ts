// The strategies: ways to run the tasks. Their names, and what each comes to on the machine.
import { notKnown } from '../base/format';

/** What a strategy is at heart; its Python form has the same colour. */
export const strategyFamilies = ['serial', 'async', 'threads', 'processes', 'hybrid'] as const;

export type StrategyFamily = (typeof strategyFamilies)[number];

/** Strategies that run in Python, and what each is at heart. */
export const pythonFamilies = {
  'python-serial': 'serial',
  'python-asyncio': 'async',
  'python-threads': 'threads',
  'python-thread-pool': 'threads',
  'python-processes': 'processes',
  'python-process-pool': 'processes',
  'python-interpreters': 'hybrid',
} as const satisfies Record<string, StrategyFamily>;

export type PythonKind = keyof typeof pythonFamilies;

export const pythonKinds = Object.keys(pythonFamilies) as readonly PythonKind[];

export type StrategyKind = StrategyFamily | PythonKind;

export const strategyKinds: readonly [StrategyKind, ...StrategyKind[]] = [
  ...strategyFamilies,
  ...pythonKinds,
];

/** Whether a strategy runs in Python. */
export function isPython(kind: StrategyKind): kind is PythonKind {
  return kind in pythonFamilies;
}

/** What a strategy is at heart. */
export function familyOf(kind: StrategyKind): StrategyFamily {
  return isPython(kind) ? pythonFamilies[kind] : kind;
}

/** What belongs to a strategy at heart, for its Python form too. */
export function forEveryStrategy<T>(
  families: Readonly<Record<StrategyFamily, T>>,
): Readonly<Record<StrategyKind, T>> {
  return Object.fromEntries(
    strategyKinds.map((kind) => [kind, families[familyOf(kind)]]),
  ) as Record<StrategyKind, T>;
}

/** Python's ways to start a process. */
export const startMethods = ['fork', 'spawn', 'forkserver'] as const;

export type StartMethod = (typeof startMethods)[number];

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
  if (familyOf(kind) === 'async') return String(topology.concurrency);
  const all = topology.processes * topology.threads;
  return Number.isFinite(all) ? String(all) : notKnown;
}
