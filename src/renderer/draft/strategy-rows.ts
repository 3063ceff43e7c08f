// The strategies of an experiment as the form's rows: which are chosen, with which worker counts.
// Pure, on the list the file holds; what a row doesn't change stays as it was written.
import { kindOf } from '@shared/experiment/cells';
import { limits, type Strategy } from '@shared/experiment/experiment';
import { defined } from '@shared/base/defined';
import {
  strategyKinds,
  strategyRecords,
  type Placement,
  type StrategyKind,
} from '@shared/experiment/strategies';

/** A row of the form: a strategy, and for threads where they are spawned if the file says so. */
export interface StrategyRow {
  readonly id: string;
  readonly kind: StrategyKind;
  readonly placement?: Placement;
}

/** One hybrid cell: processes × threads. */
export interface Pair {
  readonly processes: number;
  readonly threads: number;
}

type Paired = Extract<Strategy, { processes: unknown }>;
/** Whose counts are a list: those with none have no editor, or are pairs. */
type Counted = Exclude<Strategy, Paired | { kind: 'serial' | 'python-serial' }>;

function rowOf(strategy: Strategy): StrategyRow {
  const kind = kindOf(strategy);
  const placement = strategy.kind === 'threads' ? strategy.placement : undefined;
  return placement === undefined
    ? { id: kind, kind }
    : { id: `threads-${placement}`, kind, placement };
}

/** The rows to offer: one a strategy, and those that `strategies` has besides. */
export function rowsOf(strategies: readonly Strategy[]): readonly StrategyRow[] {
  const all: StrategyRow[] = strategyKinds.map((kind) => ({ id: kind, kind }));
  for (const row of strategies.map(rowOf)) {
    if (!all.some(({ id }) => id === row.id)) all.push(row);
  }
  const order = (row: StrategyRow): number => strategyKinds.indexOf(row.kind);
  return all.sort((a, b) => order(a) - order(b));
}

/** Returns what the list says about a row. */
export function entriesOf(strategies: readonly Strategy[], row: StrategyRow): readonly Strategy[] {
  return strategies.filter((strategy) => rowOf(strategy).id === row.id);
}

/** Returns where in the list a row's first entry stands; -1 if the row is not chosen. */
export function indexOfRow(strategies: readonly Strategy[], row: StrategyRow): number {
  return strategies.findIndex((strategy) => rowOf(strategy).id === row.id);
}

function isCounted(strategy: Strategy): strategy is Counted {
  return strategyRecords[kindOf(strategy)].editor === 'counts';
}

function expand(counts: Counted['workers'], cores: number): readonly number[] {
  if (counts === 'cores') return [cores];
  return typeof counts === 'number' ? [counts] : counts;
}

const distinct = (values: readonly number[]): number[] =>
  [...new Set(values)].sort((a, b) => a - b);

/** The worker counts chosen in a row; `"cores"` stands for `cores`. */
export function countsOf(
  strategies: readonly Strategy[],
  row: StrategyRow,
  cores: number,
): readonly number[] {
  const counts = entriesOf(strategies, row).flatMap((entry) =>
    isCounted(entry) ? expand(entry.workers, cores) : [],
  );
  return distinct(counts);
}

/** The hybrid row's processes × threads. */
export function pairsOf(strategies: readonly Strategy[], cores: number): readonly Pair[] {
  return strategies.flatMap((entry) =>
    'processes' in entry
      ? expand(entry.processes, cores).map((processes) => ({ processes, threads: entry.threads }))
      : [],
  );
}

/** The list with a row's entries replaced, at their old place or in the order of the rows. */
export function replaceRow(
  strategies: readonly Strategy[],
  row: StrategyRow,
  entries: readonly Strategy[],
): Strategy[] {
  const rest = strategies.filter((strategy) => rowOf(strategy).id !== row.id);
  const before = indexOfRow(strategies, row);
  const rank = strategyKinds.indexOf(row.kind);
  const later = rest.findIndex((entry) => strategyKinds.indexOf(kindOf(entry)) > rank);
  const at = before >= 0 ? before : later >= 0 ? later : rest.length;
  return [...rest.slice(0, at), ...entries, ...rest.slice(at)];
}

const single = (counts: readonly number[]): number | number[] =>
  counts.length === 1 && counts[0] !== undefined ? counts[0] : [...counts];

/**
 * The list with a row's worker counts set; none leaves an entry that validation complains about.
 * What else its entries say, such as their Pythons, stays.
 */
export function setCounts(
  strategies: readonly Strategy[],
  row: StrategyRow,
  counts: readonly number[],
): Strategy[] {
  const workers = single(distinct(counts));
  const own = entriesOf(strategies, row);
  const written = (own.length === 0 ? defaultEntries(row) : own).filter(isCounted);
  if (written.length === 0) return [...strategies];
  const entries = written.map((entry) => ({ ...entry, workers }));
  const texts = entries.map((entry) => JSON.stringify(entry));
  return replaceRow(
    strategies,
    row,
    entries.filter((_, index) => texts.indexOf(texts[index] ?? '') === index),
  );
}

/** The list with the hybrid row's pairs set. */
export function setPairs(strategies: readonly Strategy[], pairs: readonly Pair[]): Strategy[] {
  const row: StrategyRow = { id: 'hybrid', kind: 'hybrid' };
  const threadCounts = [...new Set(pairs.map(({ threads }) => threads))];
  const entries = threadCounts.map((threads): Strategy => {
    const processes = pairs.filter((pair) => pair.threads === threads);
    return {
      kind: 'hybrid',
      processes: single(distinct(processes.map((pair) => pair.processes))),
      threads,
    };
  });
  const none: Strategy = { kind: 'hybrid', processes: [], threads: 2 };
  return replaceRow(strategies, row, entries.length === 0 ? [none] : entries);
}

const firstCounts = {
  none: {},
  counts: { workers: 'cores' },
  pairs: { processes: 2, threads: 2 },
} as const;

/** In the file both pools are one kind. */
const pools: Partial<Record<StrategyKind, Partial<Strategy>>> = {
  'python-thread-pool': { kind: 'python-pool', executor: 'thread', chunk: limits.chunk.default },
  'python-process-pool': { kind: 'python-pool', executor: 'process', chunk: limits.chunk.default },
};

/** Returns what a row starts with when it is chosen for the first time. A test has the schema read every one. */
export function defaultEntries({ kind, placement }: StrategyRow): readonly Strategy[] {
  const { editor } = strategyRecords[kind];
  const entry = { kind, ...firstCounts[editor], ...defined({ placement }), ...pools[kind] };
  return [entry as Strategy];
}

/** Worker counts to offer: up to the cores, and up to twice as many; thinned on a large machine. */
export function offeredCounts(cores: number): readonly number[] {
  if (cores > 8) {
    const shares = [1 / 4, 1 / 2, 3 / 4, 1, 3 / 2, 2];
    return distinct([1, 2, 4, 8, ...shares.map((share) => Math.round(cores * share))]);
  }
  const within = Array.from({ length: cores }, (_, index) => index + 1);
  const beyond = [5 / 4, 3 / 2, 7 / 4, 2].map((share) => Math.round(cores * share));
  return distinct([...within, ...beyond]);
}

/** Numbers of tasks at once to offer for the event loop. */
export function offeredConcurrency(cores: number): readonly number[] {
  return distinct([1, 2, 4, cores, 16, 64]);
}
