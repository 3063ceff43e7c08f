// Estimates what a run will cost, from a pilot of its work: how long, how many cores, how much memory. Pure.
import { defined } from '@shared/base/defined';
import { baseStrategyOf, strategyRecords, type StrategyKind } from '@shared/experiment/strategies';
import { plannedTrials, type Cell } from '@shared/experiment/cells';
import type { CostEstimate, CostShare } from '@shared/experiment/cost';
import type { Experiment } from '@shared/experiment/experiment';
import { runsPrograms } from '@shared/experiment/own-code';
import { workloadSpec } from '@shared/experiment/workloads';
import { searchCells } from './break-even/space';

/** A pilot trial of tasks that do nothing: what a strategy itself takes. */
export interface EmptyPilot {
  /** Of the cell it was taken of: the threads, or the processes. */
  readonly workers: number;
  readonly coldNs: number;
  /** From before its first process to after its last. */
  readonly spentNs: number;
  /** Largest proportional memory of its processes; absent where it is not known. */
  readonly peakBytes?: number;
}

/** What the pilot measured. */
export interface Pilot {
  /** One task, run alone. */
  readonly taskNs: number;
  /** CPU time of it; the rest is waiting. */
  readonly taskCpuNs: number;
  /** It was ended before the task was. */
  readonly atLeast: boolean;
  /** Memory of the host that ran it. */
  readonly peakBytes?: number;
  /** `serial` always, the others where the experiment has such cells. */
  readonly serial: EmptyPilot;
  readonly threads?: EmptyPilot;
  readonly processes?: EmptyPilot;
}

export interface CostFacts {
  readonly experiment: Experiment;
  readonly cells: readonly Cell[];
  readonly usableCores: number;
  readonly pilot: Pilot;
}

/** Starting that many workers, from starting those of the pilot. */
function scaled(pilot: EmptyPilot | undefined, base: number, workers: number): number {
  if (pilot === undefined) return base;
  return base + (Math.max(0, pilot.spentNs - base) * workers) / pilot.workers;
}

/** Wall time of a trial apart from its tasks: starting, joining, and ending its processes. */
function overheadNs({ strategy, topology }: Cell, pilot: Pilot): number {
  const { threads, processes } = topology;
  const alone = pilot.serial.spentNs;
  const { starts } = strategyRecords[baseStrategyOf(strategy)];
  const hostsNs = starts.includes('processes') ? scaled(pilot.processes, 0, processes) : alone;
  if (!starts.includes('threads')) return hostsNs;
  return hostsNs + (scaled(pilot.threads, alone, threads) - alone) * processes;
}

interface Work {
  readonly ns: number;
  /** Cores kept busy meanwhile. */
  readonly cores: number;
}

/**
 * The run phase: the tasks in as many lanes as there are workers, on no more cores than there are.
 * `async` has one core, however many tasks it has at once, but for programs, which have one each.
 */
function workOf(cell: Cell, { experiment, usableCores, pilot }: CostFacts): Work {
  const { tasks } = experiment;
  const { taskNs, taskCpuNs } = pilot;
  const { processes, threads, concurrency } = cell.topology;
  const lanes = Math.min(tasks, processes * threads * concurrency);
  const able = runsPrograms(experiment.workload) ? lanes : processes * threads;
  const cores = Math.min(lanes, usableCores, able);
  const cpuNs = tasks * Math.min(taskNs, taskCpuNs);
  const ns = Math.max(Math.ceil(tasks / lanes) * taskNs, cpuNs / cores);
  return { ns, cores: ns > 0 ? Math.min(cores, cpuNs / ns) : 0 };
}

/** Memory of a cell's processes: what the empty pilots held, and for each worker what a task needs. */
function bytesOf({ strategy, topology }: Cell, pilot: Pilot): number | undefined {
  const { threads, processes } = topology;
  const alone = pilot.serial.peakBytes;
  if (alone === undefined || pilot.peakBytes === undefined) return undefined;
  const taskBytes = Math.max(0, pilot.peakBytes - alone);
  const { threads: threaded, processes: forked } = pilot;
  const perThread =
    threaded?.peakBytes === undefined
      ? undefined
      : Math.max(0, threaded.peakBytes - alone) / threaded.workers;
  const perProcess =
    forked?.peakBytes === undefined ? undefined : forked.peakBytes / forked.workers;
  const { starts } = strategyRecords[baseStrategyOf(strategy)];
  const host = starts.includes('processes') ? perProcess : alone;
  const thread = starts.includes('threads') ? perThread : 0;
  if (host === undefined || thread === undefined) return undefined;
  return processes * (host + threads * (thread + taskBytes));
}

/** The largest, where all are known. */
function largest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length && known.length > 0 ? Math.max(...known) : undefined;
}

/** The cells of the search for the break-even, at its largest number of tasks. */
function searchOf(facts: CostFacts): readonly { readonly cell: Cell; readonly work: Work }[] {
  const { experiment, usableCores } = facts;
  const { breakEven } = experiment;
  if (breakEven === undefined) return [];
  const widest = { ...experiment, tasks: Math.max(...breakEven.tasks) };
  return Object.values(searchCells(breakEven, usableCores)).map((cell) => ({
    cell,
    work: workOf(cell, { ...facts, experiment: widest }),
  }));
}

function sumShares(cells: readonly CostShare[]): CostShare[] {
  const byKind = new Map<StrategyKind, CostShare>();
  for (const { kind, trials, ns } of cells) {
    const before = byKind.get(kind) ?? { kind, trials: 0, ns: 0 };
    byKind.set(kind, { kind, trials: before.trials + trials, ns: before.ns + ns });
  }
  return [...byKind.values()];
}

/**
 * Returns what a run of the experiment costs at least, and with all that precision and the search for the
 * break-even may add. The budget of `until` bounds what it adds, not the least trials.
 */
export function estimateCost(facts: CostFacts): CostEstimate {
  const { experiment, cells, usableCores, pilot } = facts;
  const { warmup, repeats, emptyRepeats, until, breakEven } = experiment;
  const works = cells.map((cell) => ({
    cell,
    overhead: overheadNs(cell, pilot),
    work: workOf(cell, facts),
  }));
  const shares = works.map(({ cell, overhead, work }) => ({
    kind: cell.strategy,
    trials: plannedTrials(experiment, 1),
    ns: (warmup + repeats) * (overhead + work.ns) + emptyRepeats * overhead,
  }));
  const references = Math.min(experiment.tasks, workloadSpec(experiment.workload.kind).variants);
  const referenceNs = pilot.serial.spentNs + references * pilot.taskNs;
  const minNs = shares.reduce((sum, { ns }) => sum + ns, referenceNs);
  const round = works.reduce((sum, { overhead, work }) => sum + overhead + work.ns, 0);
  const more = until === undefined ? 0 : Math.max(0, until.most - repeats);
  const budgetNs = (until?.budgetSeconds ?? 0) * 1e9;
  const addedNs = Math.min(more * round, Math.max(0, budgetNs - minNs));
  const searched = searchOf(facts);
  const all = [...cells, ...searched.map(({ cell }) => cell)];
  const peakBytes = largest(all.map((cell) => bytesOf(cell, pilot)));
  const busy = [...works, ...searched].map(({ work }) => work.cores);
  return {
    taskNs: pilot.taskNs,
    atLeast: pilot.atLeast,
    minNs,
    maxNs: minNs + addedNs + (breakEven?.budgetSeconds ?? 0) * 1e9,
    coresBusy: Math.max(0, ...busy),
    usableCores,
    ...defined({ peakBytes }),
    shares: sumShares(shares),
  };
}
