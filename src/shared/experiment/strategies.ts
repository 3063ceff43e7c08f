// The strategies: one record each of what they are, and what follows from it. To add one, see CONTRIBUTING.

/** The base strategies. A Python strategy shares the colour, the glyph and the dot of one of them. */
export const baseStrategies = ['serial', 'async', 'threads', 'processes', 'hybrid'] as const;

export type BaseStrategy = (typeof baseStrategies)[number];

/** What a strategy comes to: `processes` × `threads` × `concurrency` tasks at once in each. */
export interface Topology {
  readonly processes: number;
  /** Worker threads per process; 1 where the process's own main thread does the work. */
  readonly threads: number;
  /** Tasks in flight at once on one event loop. */
  readonly concurrency: number;
}

/** What a worker of a strategy is. */
export type WorkerKind = 'thread' | 'process' | 'interpreter';

/** All that is known of a strategy as such: who needs to know something of it reads it here. */
export interface StrategyRecord {
  readonly base: BaseStrategy;
  /** Absent where there is none but the program's own thread. */
  readonly worker?: WorkerKind;
  /** From a number of workers to what they are; `threads` is the number in each process, for pairs. */
  readonly topology: (workers: number, threads?: number) => Topology;
  /** What the engine's hosts start as workers, in Node.js: what a pilot has to time. */
  readonly starts: readonly ('threads' | 'processes')[];
  /** Whether it can run tasks that are programs: each is a process already. */
  readonly runsPrograms: boolean;
  /** How the form asks for its counts: not at all, as a list, or as processes × threads. */
  readonly editor: 'none' | 'counts' | 'pairs';
  /** Its place among the planned cells that are sketched before a run; the first are shown. */
  readonly sketchRank: number;
  /** Whether its workers are a pool that tasks are handed to. */
  readonly pool?: true;
  /** Whether all its threads share one interpreter's lock, so that only waiting overlaps. */
  readonly sharesLock?: true;
  /** Whether its processes can be started by several start methods. */
  readonly startMethods?: true;
}

const one: Topology = { processes: 1, threads: 1, concurrency: 1 };
const single = (): Topology => one;
const loop = (concurrency: number): Topology => ({ ...one, concurrency });
const threaded = (threads: number): Topology => ({ ...one, threads });
const forked = (processes: number): Topology => ({ ...one, processes });

const nodeStrategies = {
  serial: {
    base: 'serial',
    topology: single,
    starts: [],
    runsPrograms: true,
    editor: 'none',
    sketchRank: 4,
  },
  async: {
    base: 'async',
    topology: loop,
    starts: [],
    runsPrograms: true,
    editor: 'counts',
    sketchRank: 3,
  },
  threads: {
    base: 'threads',
    worker: 'thread',
    topology: threaded,
    starts: ['threads'],
    runsPrograms: false,
    editor: 'counts',
    sketchRank: 0,
  },
  processes: {
    base: 'processes',
    worker: 'process',
    topology: forked,
    starts: ['processes'],
    runsPrograms: false,
    editor: 'counts',
    sketchRank: 1,
  },
  hybrid: {
    base: 'hybrid',
    worker: 'process',
    topology: (processes: number, threads = 1) => ({ processes, threads, concurrency: 1 }),
    starts: ['processes', 'threads'],
    runsPrograms: false,
    editor: 'pairs',
    sketchRank: 2,
  },
} as const satisfies Record<BaseStrategy, StrategyRecord>;

/** The engine starts the agent alone; the agent starts the workers. */
const inPython = { starts: [], runsPrograms: false } as const;

const pythonStrategies = {
  'python-serial': {
    ...inPython,
    base: 'serial',
    topology: single,
    editor: 'none',
    sketchRank: 11,
  },
  'python-asyncio': {
    ...inPython,
    base: 'async',
    topology: loop,
    editor: 'counts',
    sketchRank: 10,
  },
  'python-threads': {
    ...inPython,
    base: 'threads',
    worker: 'thread',
    topology: threaded,
    editor: 'counts',
    sketchRank: 5,
    sharesLock: true,
  },
  'python-thread-pool': {
    ...inPython,
    base: 'threads',
    worker: 'thread',
    topology: threaded,
    editor: 'counts',
    sketchRank: 8,
    pool: true,
    sharesLock: true,
  },
  'python-processes': {
    ...inPython,
    base: 'processes',
    worker: 'process',
    topology: forked,
    editor: 'counts',
    sketchRank: 6,
    startMethods: true,
  },
  'python-process-pool': {
    ...inPython,
    base: 'processes',
    worker: 'process',
    topology: forked,
    editor: 'counts',
    sketchRank: 9,
    pool: true,
    startMethods: true,
  },
  'python-interpreters': {
    ...inPython,
    base: 'hybrid',
    worker: 'interpreter',
    topology: threaded,
    editor: 'counts',
    sketchRank: 7,
  },
} as const satisfies Record<`python-${string}`, StrategyRecord>;

export type PythonKind = keyof typeof pythonStrategies;

export type StrategyKind = BaseStrategy | PythonKind;

/** The one table of strategies; its order is the order of rows and legends. */
export const strategyRecords: Readonly<Record<StrategyKind, StrategyRecord>> = {
  ...nodeStrategies,
  ...pythonStrategies,
};

export const pythonKinds = Object.keys(pythonStrategies) as readonly PythonKind[];

export const strategyKinds: readonly [StrategyKind, ...StrategyKind[]] = [
  ...baseStrategies,
  ...pythonKinds,
];

/** Whether a strategy runs in Python. */
export function isPython(kind: StrategyKind): kind is PythonKind {
  return kind in pythonStrategies;
}

/** The base strategy of a strategy: itself, outside Python. */
export function baseStrategyOf(kind: StrategyKind): BaseStrategy {
  return strategyRecords[kind].base;
}

/** Whether its counts are processes × threads. */
export function isPaired(kind: StrategyKind): boolean {
  return strategyRecords[kind].editor === 'pairs';
}

/** Whether the engine starts its processes, and so plays the program and dispatches the tasks itself. */
export function isDispatchedByEngine(kind: StrategyKind): boolean {
  return strategyRecords[kind].starts.includes('processes');
}

/** Whether it has workers beside the program's own thread. */
export function hasWorkers(kind: StrategyKind): boolean {
  return strategyRecords[kind].worker !== undefined;
}

/** A value for every strategy, from one for each base. */
export function forEveryStrategy<T>(
  families: Readonly<Record<BaseStrategy, T>>,
): Readonly<Record<StrategyKind, T>> {
  return Object.fromEntries(
    strategyKinds.map((kind) => [kind, families[baseStrategyOf(kind)]]),
  ) as Record<StrategyKind, T>;
}

/** Python's methods to start a process. */
export const startMethods = ['fork', 'spawn', 'forkserver'] as const;

export type StartMethod = (typeof startMethods)[number];

/** Where worker threads are spawned: in a fresh host process, or in the app's own main process. */
export const placements = ['host', 'main'] as const;

export type Placement = (typeof placements)[number];
