// Computes what a cell's cold time is lost to: each loss in nanoseconds of the average worker, with the figures it
// follows from.
import { defined } from '@shared/base/defined';
import type { BottleneckFact } from '@shared/report/bottleneck';
import type { LossKind, RunSplit } from '@shared/report/findings';
import type { Phases } from '@shared/report/live';
import type { CellReport } from '@shared/report/report';
import { measuredTrials } from './cells';
import { median } from '../stats/quantile';
import { threadsOf } from './utilisation';
import type { WorkerTime } from './worker-time';
import { baseStrategyOf } from '@shared/experiment/strategies';

/** One cell's figures, and serial's to set them against. */
export interface LossFacts {
  readonly cell: CellReport;
  /** Of the median trial. */
  readonly phases: Phases;
  readonly split: RunSplit | undefined;
  /** Of all measured trials; unknown where too few samples were taken. */
  readonly time: WorkerTime | undefined;
  readonly serial: CellReport | undefined;
  readonly serialTime: WorkerTime | undefined;
  readonly usableCores: number;
}

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** A loss with its figures; of a cold time that is the same for all. */
export type Loss = Without<Extract<BottleneckFact, { readonly kind: LossKind }>, 'coldNs'>;

function startUp({ phases }: LossFacts): Loss {
  return {
    kind: 'start-up',
    ns: phases.spawnNs + phases.readyNs + phases.joinNs,
  };
}

function messaging({ phases, split }: LossFacts): Loss {
  return {
    kind: 'messaging',
    ns: (split?.handOutNs ?? 0) + phases.collectNs,
  };
}

function imbalance({ split }: LossFacts): Loss {
  return {
    kind: 'imbalance',
    ns: split?.idleNs ?? 0,
  };
}

/** Cores that processes outside the run kept busy over all trials; the median time a quota held back. */
function surroundingsOf({ trials }: CellReport) {
  const known = measuredTrials(trials).flatMap(({ surroundings }) => surroundings ?? []);
  const watched = known.filter(({ othersCpuNs }) => othersCpuNs !== undefined);
  const cpuNs = watched.reduce((sum, { othersCpuNs = 0 }) => sum + othersCpuNs, 0);
  const spanNs = watched.reduce((sum, one) => sum + one.spanNs, 0);
  return {
    othersCores: spanNs > 0 ? cpuNs / spanNs : 0,
    throttledNs: median(known.flatMap(({ throttledNs = [] }) => throttledNs)) ?? 0,
  };
}

/** Others that keep less than this of a core busy are not worth a word. */
const minOthers = 0.1;

function runQueue({ cell, time, phases, usableCores }: LossFacts): Loss {
  const { othersCores, throttledNs } = surroundingsOf(cell);
  const tooMany = baseStrategyOf(cell.strategy) !== 'async' && cell.workers > usableCores;
  return defined({
    kind: 'run-queue',
    ns: (time?.queued ?? 0) * phases.runNs,
    usableCores,
    workers: tooMany ? cell.workers : undefined,
    othersCores: othersCores >= minOthers ? othersCores : undefined,
    throttledNs: throttledNs > 0 ? throttledNs : undefined,
  });
}

/** Without an interpreter's lock serial work must keep its core this busy to count as computing. */
const computingShare = 0.85;
/** Threads that take turns keep about one core of each process busy: within this of it. */
const oneCoreWithin = 0.2;

/** Cores that the threads of one process keep busy, where they look like taking turns. */
function takingTurns({ cell, time, serialTime, usableCores }: LossFacts): number | undefined {
  const { threads, processes } = cell.topology;
  if (time === undefined || threads < 2 || processes >= usableCores) return undefined;
  if (serialTime === undefined || serialTime.onCpu < computingShare) return undefined;
  const cores = time.onCpu * threads;
  return Math.abs(cores - 1) <= oneCoreWithin ? cores : undefined;
}

/** Off the cores in tasks and not queued for one: the task waits, or the interpreter's lock does. */
function offCore(facts: LossFacts): Loss {
  const { cell, phases, split, time } = facts;
  const runnable = time === undefined ? phases.runNs : (time.onCpu + time.queued) * phases.runNs;
  const ns = Math.max(0, (split?.computeNs ?? phases.runNs) - runnable);
  const cores = takingTurns(facts);
  if (cores === undefined) return { kind: 'waiting', ns };
  const { threads } = cell.topology;
  return {
    kind: 'interpreter-lock',
    ns,
    usableCores: facts.usableCores,
    threads,
    coresBusy: cores,
  };
}

/** A worker's first tasks are slower, while its code is compiled; with so many a worker they do not show in the median. */
const minTasksEach = 4;
/** From here on tasks count as slowed down. */
const minSlowdown = 1.15;
/** Less queueing than this does not explain longer tasks. */
const littleQueue = 0.05;

/** Median over all tasks; not known where a trial lists some of them only. */
function taskNs({ trials }: CellReport): number {
  if (measuredTrials(trials).some(({ taskTimes }) => taskTimes !== undefined)) return Number.NaN;
  const lengths = measuredTrials(trials).flatMap(({ spans }) =>
    spans.endNs.map((endNs, row) => endNs - (spans.startNs[row] ?? Number.NaN)),
  );
  return median(lengths) ?? Number.NaN;
}

function tasksEach({ trials, workers }: CellReport): number {
  return Math.min(
    ...measuredTrials(trials).map(
      ({ spans, taskTimes }) => (taskTimes?.tasks ?? spans.task.length) / workers,
    ),
  );
}

/** Tasks take longer than in serial although each worker has a core of its own and computes on it. */
function memory(facts: LossFacts): readonly Loss[] {
  const { cell, phases, split, time, serial, usableCores } = facts;
  const shared =
    baseStrategyOf(cell.strategy) === 'serial' || baseStrategyOf(cell.strategy) === 'async';
  if (shared || cell.workers > usableCores || serial === undefined || time === undefined) return [];
  if (time.queued > littleQueue || tasksEach(cell) < minTasksEach) return [];
  const slowdown = taskNs(cell) / taskNs(serial);
  if (!(slowdown > minSlowdown)) return [];
  const onCpuNs = Math.min(split?.computeNs ?? phases.runNs, time.onCpu * phases.runNs);
  return [
    {
      kind: 'memory',
      ns: onCpuNs * (1 - 1 / slowdown),
      slowdown,
    },
  ];
}

/**
 * Time in tasks of which nobody knows whether it was spent on a core: without samples, all that the
 * CPU time between go and the last result does not cover.
 */
export function unknownTaskNs({ cell, phases, split, time }: LossFacts): number {
  if (time !== undefined) return 0;
  const onCpuNs = ((cell.coresBusy ?? 0) / threadsOf(cell)) * phases.runNs;
  return Math.max(0, (split?.computeNs ?? phases.runNs) - onCpuNs);
}

/** Every loss that is known, the largest first. */
export function listLosses(facts: LossFacts): readonly Loss[] {
  return [
    startUp(facts),
    messaging(facts),
    imbalance(facts),
    runQueue(facts),
    offCore(facts),
    ...memory(facts),
  ].sort((one, other) => other.ns - one.ns);
}
