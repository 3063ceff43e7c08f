// What a cell's cold time is lost to: each loss in nanoseconds of the average worker, with the
// figures it follows from.
import type { BottleneckKind, RunSplit } from '@shared/report/findings';
import { formatCores, formatDuration, formatRatio } from '@shared/base/format';
import type { Phases } from '@shared/report/live';
import type { CellReport } from '@shared/report/report';
import { measuredTrials } from './cells';
import { nameCell } from '@shared/words/names';
import { median } from '../stats/quantile';
import { threadsOf } from './utilisation';
import type { WorkerTime } from './worker-time';
import { familyOf } from '@shared/experiment/strategies';

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

export interface Loss {
  readonly kind: Exclude<BottleneckKind, 'none'>;
  readonly ns: number;
  /** The end of the sentence "… goes to": what, with the figures. */
  readonly text: string;
}

function startUp({ cell, phases }: LossFacts): Loss {
  return {
    kind: 'start-up',
    ns: phases.spawnNs + phases.readyNs + phases.joinNs,
    text: `starting and joining ${nameCell(cell)}`,
  };
}

function messaging({ phases, split }: LossFacts): Loss {
  return {
    kind: 'messaging',
    ns: (split?.handOutNs ?? 0) + phases.collectNs,
    text: 'handing out tasks and collecting their results',
  };
}

function imbalance({ split }: LossFacts): Loss {
  return {
    kind: 'imbalance',
    ns: split?.idleNs ?? 0,
    text: 'workers without a task while the last ones still run',
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
const leastOthers = 0.1;

function queueCauses({ cell, usableCores }: LossFacts): string {
  const { othersCores, throttledNs } = surroundingsOf(cell);
  const causes = [
    ...(familyOf(cell.strategy) !== 'async' && cell.workers > usableCores
      ? [`${cell.workers} workers on ${usableCores} usable ${usableCores === 1 ? 'core' : 'cores'}`]
      : []),
    ...(othersCores >= leastOthers
      ? [`processes outside the run kept ${formatCores(othersCores, usableCores)} busy`]
      : []),
    ...(throttledNs > 0 ? [`a quota held tasks back for ${formatDuration(throttledNs)}`] : []),
  ];
  return causes.length === 0 ? '' : ` (${causes.join('; ')})`;
}

function runQueue(facts: LossFacts): Loss {
  return {
    kind: 'run-queue',
    ns: (facts.time?.queued ?? 0) * facts.phases.runNs,
    text: `runnable workers waiting for a core${queueCauses(facts)}`,
  };
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
  return cores === undefined
    ? { kind: 'waiting', ns, text: 'tasks that wait, off the cores' }
    : {
        kind: 'interpreter-lock',
        ns,
        text:
          `threads taking turns: the ${cell.topology.threads} of a process keep ` +
          `${formatCores(cores, facts.usableCores)} busy together, not queued for one`,
      };
}

/** A worker's first tasks are slower, while its code is compiled; with so many a worker they do not show in the median. */
const leastTasksEach = 4;
/** From here on tasks count as slowed down. */
const leastSlowdown = 1.15;
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
  const shared = familyOf(cell.strategy) === 'serial' || familyOf(cell.strategy) === 'async';
  if (shared || cell.workers > usableCores || serial === undefined || time === undefined) return [];
  if (time.queued > littleQueue || tasksEach(cell) < leastTasksEach) return [];
  const slowdown = taskNs(cell) / taskNs(serial);
  if (!(slowdown > leastSlowdown)) return [];
  const onCpuNs = Math.min(split?.computeNs ?? phases.runNs, time.onCpu * phases.runNs);
  return [
    {
      kind: 'memory',
      ns: onCpuNs * (1 - 1 / slowdown),
      text:
        `tasks that take ${formatRatio(slowdown)} as long as in serial with a core to each: ` +
        'memory, or what else the cores share',
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
