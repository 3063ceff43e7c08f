// Lists the cells of an experiment: one strategy with one worker count each.
import { defined } from '../base/defined';
import type { Experiment, Strategy } from './experiment';
import { fileName, isModule, unsupportedReason, type UnsupportedReason } from './own-code';
import { selectInterpreters, type Interpreter, type PythonCell } from './python';
import {
  startMethods,
  strategyRecords,
  type Placement,
  type PythonKind,
  type StartMethod,
  type StrategyKind,
  type Topology,
} from './strategies';

/** One strategy with one worker count: what trials are repeated of. */
export interface Cell {
  /** Unique in its experiment and readable: `threads-4`, `hybrid-2x2`, `threads-4-main`. */
  readonly id: string;
  readonly strategy: StrategyKind;
  /** Workers in all: processes × threads; for `async` the concurrency. */
  readonly workers: number;
  readonly topology: Topology;
  readonly placement: Placement;
  readonly python?: PythonCell | undefined;
}

/** What a cell is called by: a fact that names one holds this, so that it can be said in any language. */
export type NamedCell = Pick<Cell, 'strategy' | 'workers' | 'topology' | 'placement' | 'python'>;

/** A cell, or a name: the id of a probe's method, or what a file of an earlier version says. */
export type CellName = NamedCell | string;

/** Only what a cell is called by. */
export function namedCell({
  strategy,
  workers,
  topology,
  placement,
  python,
}: NamedCell): NamedCell {
  const named = { strategy, workers, topology, placement };
  return python === undefined ? named : { ...named, python };
}

/** What runs a cell's code: `node`, or the id of its Python. Times of different ones answer different questions. */
export function runtimeOf({ python }: Pick<Cell, 'python'>): string {
  return python?.interpreter ?? 'node';
}

function expandCounts(
  counts: number | readonly number[] | 'cores',
  cores: number,
): readonly number[] {
  if (counts === 'cores') return [cores];
  return typeof counts === 'number' ? [counts] : counts;
}

function cell(
  strategy: StrategyKind,
  topology: Topology,
  placement: Placement,
  suffix: string,
): Cell {
  const workers = topology.processes * topology.threads * topology.concurrency;
  const where = placement === 'main' ? '-main' : '';
  return { id: `${strategy}-${suffix}${where}`, strategy, workers, topology, placement };
}

export type PythonStrategy = Extract<Strategy, { kind: `python-${string}` }>;

/** Returns whether an entry of an experiment's strategies runs in Python. */
export function isPythonStrategy(strategy: Strategy): strategy is PythonStrategy {
  return strategy.kind.startsWith('python-');
}

/** Returns the strategy that an entry names: a pool is one of two, by its executor. */
export function kindOf(strategy: PythonStrategy): PythonKind;
export function kindOf(strategy: Strategy): StrategyKind;
export function kindOf(strategy: Strategy): StrategyKind {
  return strategy.kind === 'python-pool' ? `python-${strategy.executor}-pool` : strategy.kind;
}

/** The start methods that are asked for and that this Python has; its own where none is named. */
function startMethodsOf(
  strategy: PythonStrategy,
  python: Interpreter,
): readonly (StartMethod | undefined)[] {
  const asked = 'startMethod' in strategy ? strategy.startMethod : undefined;
  if (asked === undefined || strategyRecords[kindOf(strategy)].startMethods === undefined) {
    return [undefined];
  }
  return startMethods.filter(
    (method) => [asked].flat().includes(method) && python.startMethods.includes(method),
  );
}

function pythonCells(
  strategy: PythonStrategy,
  cores: number,
  found: readonly Interpreter[],
): readonly Cell[] {
  const kind = kindOf(strategy);
  const counts = strategy.kind === 'python-serial' ? [1] : expandCounts(strategy.workers, cores);
  const chunk = strategy.kind === 'python-pool' ? { chunk: strategy.chunk } : {};
  return interpretersOf(strategy, found)
    .filter(({ subInterpreters }) => kind !== 'python-interpreters' || subInterpreters)
    .flatMap((python) =>
      startMethodsOf(strategy, python).flatMap((startMethod) =>
        counts.map((workers): Cell => {
          const how = startMethod === undefined ? '' : `-${startMethod}`;
          const plain = cell(
            kind,
            strategyRecords[kind].topology(workers),
            'host',
            `${workers}${how}`,
          );
          return {
            ...plain,
            id: `${plain.id}-py${python.id}`,
            python: {
              interpreter: python.id,
              path: python.path,
              ...defined({ startMethod }),
              ...chunk,
            },
          };
        }),
      ),
    );
}

function interpretersOf(
  { interpreters = ['default'] }: PythonStrategy,
  found: readonly Interpreter[],
): readonly Interpreter[] {
  const chosen = [interpreters].flat().flatMap((selector) => selectInterpreters(selector, found));
  return [...new Set(chosen)];
}

/** A strategy that can't run, and why. */
export interface LeftOut {
  readonly strategy: string;
  readonly why:
    UnsupportedReason | 'not-found' | 'search-failed' | 'no-lock-of-its-own' | 'no-start-method';
  /** Own code's file. */
  readonly file?: string | undefined;
  /** The Pythons that were asked for, or that can't run it; none where any would do. */
  readonly pythons?: string[] | undefined;
  /** What the search for a Python lacked. */
  readonly shortage?: 'processes' | 'files' | 'memory' | undefined;
  /** The same in words, of an earlier version. */
  readonly lacks?: string | undefined;
}

function unfitOf(workload: Experiment['workload'], strategy: string): readonly LeftOut[] {
  const why = unsupportedReason(workload, strategy);
  if (why === undefined) return [];
  return [
    isModule(workload) ? { strategy, why, file: fileName(workload.path) } : { strategy, why },
  ];
}

/** The strategies that can't run this work, or not with the Pythons that were found. */
export function leftOut(
  { strategies, workload }: Pick<Experiment, 'strategies' | 'workload'>,
  found: readonly Interpreter[],
  searchLacks?: LeftOut['shortage'],
): readonly LeftOut[] {
  const unfit = new Map(
    strategies.flatMap(({ kind }) => unfitOf(workload, kind)).map((one) => [one.strategy, one]),
  );
  const fit = strategies.filter(({ kind }) => unsupportedReason(workload, kind) === undefined);
  return [...unfit.values(), ...missingPythons({ strategies: fit }, found, searchLacks)];
}

/**
 * The Python strategies that can't run with what was found.
 * @param searchLacks why some could not be asked what they are
 */
export function missingPythons(
  { strategies }: Pick<Experiment, 'strategies'>,
  found: readonly Interpreter[],
  searchLacks?: LeftOut['shortage'],
): readonly LeftOut[] {
  return strategies.filter(isPythonStrategy).flatMap((strategy): readonly LeftOut[] => {
    const { kind } = strategy;
    const selectors = [strategy.interpreters ?? ['default']].flat();
    const none = selectors.filter((selector) => selectInterpreters(selector, found).length === 0);
    if (none.length > 0) {
      const pythons = none.filter((name) => name !== 'default');
      return searchLacks === undefined
        ? [{ strategy: kind, why: 'not-found', pythons }]
        : [{ strategy: kind, why: 'search-failed', pythons, shortage: searchLacks }];
    }
    const cells = pythonCells(strategy, 1, found);
    const without = interpretersOf(strategy, found).filter(
      ({ id }) => !cells.some(({ python }) => python?.interpreter === id),
    );
    const why = kind === 'python-interpreters' ? 'no-lock-of-its-own' : 'no-start-method';
    return without.map(({ id }) => ({ strategy: kind, why, pythons: [id] }));
  });
}

function strategyCells(
  strategy: Strategy,
  cores: number,
  placement: Placement,
  found: readonly Interpreter[],
): readonly Cell[] {
  if (isPythonStrategy(strategy)) return pythonCells(strategy, cores, found);
  const { topology } = strategyRecords[strategy.kind];
  if ('processes' in strategy) {
    const { kind, threads } = strategy;
    return expandCounts(strategy.processes, cores).map((processes) =>
      cell(kind, topology(processes, threads), 'host', `${processes}x${threads}`),
    );
  }
  const own = 'placement' in strategy ? strategy.placement : undefined;
  const where = strategy.kind === 'threads' ? (own ?? placement) : 'host';
  return expandCounts(strategy.workers ?? 1, cores).map((workers) =>
    cell(strategy.kind, topology(workers), where, String(workers)),
  );
}

/** Without a workload, one that every strategy can run. */
type CellSource = Pick<Experiment, 'strategies' | 'placement'> & Partial<Experiment>;

/**
 * The experiment's cells in the order written, each once.
 * @param cores the value of `"cores"`: the cores this process may use
 * @param interpreters the Pythons that are found; a strategy whose Python is not among them has no cells,
 *   nor has one that can't run the work
 */
export function expandCells(
  { strategies, placement, workload }: CellSource,
  cores: number,
  interpreters: readonly Interpreter[] = [],
): readonly Cell[] {
  const all = strategies
    .filter(({ kind }) => workload === undefined || unsupportedReason(workload, kind) === undefined)
    .flatMap((strategy) => strategyCells(strategy, cores, placement, interpreters));
  return all.filter((cell, index) => all.findIndex((other) => other.id === cell.id) === index);
}

/** Minimum number of trials of a run of these cells, warm-up and empty ones included. */
export function plannedTrials(
  experiment: Pick<Experiment, 'repeats' | 'warmup' | 'emptyRepeats'>,
  cells: number,
): number {
  return cells * (experiment.repeats + experiment.warmup + experiment.emptyRepeats);
}
