// From an experiment to its cells: one strategy with one worker count each.
import type { Experiment, Strategy } from './experiment';
import type { Placement, StrategyKind, Topology } from './strategies';

/** One strategy with one worker count: what trials are repeated of. */
export interface Cell {
  /** Unique in its experiment and readable: `threads-4`, `hybrid-2x2`, `threads-4-main`. */
  readonly id: string;
  readonly strategy: StrategyKind;
  /** Workers in all: processes × threads; for `async` the concurrency. */
  readonly workers: number;
  readonly topology: Topology;
  readonly placement: Placement;
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

function strategyCells(strategy: Strategy, cores: number, placement: Placement): Cell[] {
  const one: Topology = { processes: 1, threads: 1, concurrency: 1 };
  switch (strategy.kind) {
    case 'serial':
      return [cell('serial', one, 'host', '1')];
    case 'async':
      return expandCounts(strategy.workers, cores).map((concurrency) =>
        cell('async', { ...one, concurrency }, 'host', String(concurrency)),
      );
    case 'threads':
      return expandCounts(strategy.workers, cores).map((threads) =>
        cell('threads', { ...one, threads }, strategy.placement ?? placement, String(threads)),
      );
    case 'processes':
      return expandCounts(strategy.workers, cores).map((processes) =>
        cell('processes', { ...one, processes }, 'host', String(processes)),
      );
    case 'hybrid':
      return expandCounts(strategy.processes, cores).map((processes) =>
        cell(
          'hybrid',
          { processes, threads: strategy.threads, concurrency: 1 },
          'host',
          `${processes}x${strategy.threads}`,
        ),
      );
  }
}

/**
 * The experiment's cells in the order written, each once.
 * @param cores what `"cores"` comes to: the cores this process may use
 */
export function expandCells(
  experiment: Pick<Experiment, 'strategies' | 'placement'>,
  cores: number,
): readonly Cell[] {
  const all = experiment.strategies.flatMap((strategy) =>
    strategyCells(strategy, cores, experiment.placement),
  );
  return all.filter((cell, index) => all.findIndex((other) => other.id === cell.id) === index);
}

/** The least trials a run of these cells makes, warm-up and empty ones included. */
export function countTrials(
  experiment: Pick<Experiment, 'repeats' | 'warmup' | 'emptyRepeats'>,
  cells: number,
): number {
  return cells * (experiment.repeats + experiment.warmup + experiment.emptyRepeats);
}
