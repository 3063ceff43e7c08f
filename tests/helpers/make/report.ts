// A made-up but consistent report for tests: its trials follow a small model of a machine, its
// figures and verdict come from the code under src. Nothing in it was measured.
import { textFailure } from '../failures';
import { analyseRun } from '@analysis/analyse';
import { seededShares } from '@analysis/stats/random';
import { expandCells, type Cell } from '@shared/experiment/cells';
import { experimentSchema, type ExperimentInput } from '@shared/experiment/experiment';
import type { MachineInfo } from '@shared/report/machine';
import { reportVersion, type Report, type TrialReport } from '@shared/report/report';
import { makeSamples } from './samples';
import { runTrial } from './trial';

/** A machine with this many cores, all of them usable. */
export function makeMachine(cores = 2, over: Partial<MachineInfo> = {}): MachineInfo {
  return {
    platform: 'linux',
    kernel: '6.1.0',
    arch: 'x64',
    cpuModel: 'Example CPU at 2.60 GHz',
    logicalCores: cores,
    affinity: Array.from({ length: cores }, (_, core) => core),
    usableCores: cores,
    memoryBytes: 8_000_000_000,
    memoryAvailableBytes: 5_600_000_000,
    loadAverage: [0.12, 0.2, 0.18],
    tickNs: 10_000_000,
    counters: [
      { name: 'cores', readable: true },
      { name: 'memory', readable: true },
      { name: 'frequency', readable: false, note: { code: 'text', said: 'no such file' } },
    ],
    ...over,
  };
}

export interface ReportShape {
  /** Replaces parts of an experiment of 6 tasks, 5 strategies and 3 repeats. */
  readonly experiment?: Partial<ExperimentInput>;
  readonly cores?: number;
  /** CPU time of one task; 40 ms unless told. */
  readonly taskNs?: number;
  /** Id of a cell whose first measured trial a signal ended. */
  readonly failing?: string;
  /** A process outside the run that keeps this many cores busy all the time. */
  readonly neighbour?: { readonly pid: number; readonly name: string; readonly cores: number };
}

const startedAt = '2026-01-15T14:07:00.000Z';

function killed(trial: TrialReport): TrialReport {
  const { coldNs: _c, warmNs: _w, phases: _p, ...rest } = trial;
  return {
    ...rest,
    status: 'killed',
    evidence: {
      failure: textFailure('Worker 1 was killed by SIGKILL after 3 of 6 tasks.'),
      worker: 1,
      pid: trial.workers[1]?.pid ?? 0,
      signal: 'SIGKILL',
      stderrTail: 'last line of the process\n',
    },
  };
}

/** What the sampler tells of the time around a trial: next to nothing else, and the neighbour. */
function surround(trial: TrialReport, { neighbour }: ReportShape): TrialReport {
  const spanNs = trial.endNs - (trial.startNs ?? 0) + 2_000_000;
  const quietNs = Math.round(spanNs * 0.012);
  const { pid = 0, name = '', cores = 0 } = neighbour ?? {};
  const cpuNs = Math.round(spanNs * cores);
  const others = [{ pid: 611, name: 'sshd', cpuNs: Math.round(quietNs / 3) }];
  return {
    ...trial,
    surroundings: {
      spanNs,
      othersCpuNs: quietNs + cpuNs,
      others: neighbour === undefined ? others : [{ pid, name, cpuNs }, ...others],
      stolenNs: 0,
      swappedPages: 0,
      throttledNs: 0,
    },
  };
}

function runAll(cells: readonly Cell[], shape: ReportShape, report: Pick<Report, 'experiment'>) {
  const { repeats, warmup, emptyRepeats, tasks, seed } = report.experiment;
  const next = seededShares(seed);
  const lists = () => new Map<string, TrialReport[]>(cells.map(({ id }) => [id, []]));
  const trials = lists();
  const emptyTrials = lists();
  let startNs = 20_000_000;
  let index = 0;
  for (let round = 0; round < warmup + repeats + emptyRepeats; round += 1) {
    const empty = round >= warmup + repeats;
    const order = cells
      .map((cell) => ({ cell, place: next() }))
      .sort((one, other) => one.place - other.place);
    for (const { cell } of order) {
      const trial = runTrial({
        cell,
        trial: index,
        round,
        warmup: round < warmup,
        startNs,
        tasks,
        taskNs: empty ? 900 : (shape.taskNs ?? 40_000_000),
        cores: shape.cores ?? 2,
        next,
      });
      const fails = cell.id === shape.failing && round === warmup;
      const around = surround(trial, shape);
      (empty ? emptyTrials : trials).get(cell.id)?.push(fails ? killed(around) : around);
      startNs = trial.endNs + 60_000_000;
      index += 1;
    }
  }
  return { trials, emptyTrials, durationNs: startNs };
}

/** A report as a run of the experiment would leave it; the same shape gives the same report. */
export function makeReport(shape: ReportShape = {}): Report {
  const environment = makeMachine(shape.cores);
  const experiment = experimentSchema.parse({
    version: 1,
    name: 'Heavy powers',
    workload: { kind: 'powers', params: { number: 7, iterations: 20_000_000 } },
    tasks: 6,
    strategies: [
      { kind: 'serial' },
      { kind: 'async', workers: 2 },
      { kind: 'threads', workers: [1, 2] },
      { kind: 'processes', workers: 'cores' },
      { kind: 'hybrid', processes: 2, threads: 2 },
    ],
    repeats: 3,
    sampling: { hz: 10, memoryHz: 5 },
    ...shape.experiment,
  });
  const cells = expandCells(experiment, environment.usableCores);
  const { trials, emptyTrials, durationNs } = runAll(cells, shape, { experiment });
  const sampler = { cpuNs: 52_000_000, ticks: 420, missed: 1, worstLateNs: 7_300_000 };
  const inOrder = [...trials.values(), ...emptyTrials.values()]
    .flat()
    .sort((one, other) => one.order - other.order);
  const samples = makeSamples(inOrder, environment.affinity, 1e9 / experiment.sampling.hz);
  return {
    schema: 'corelane.report',
    version: reportVersion,
    id: '2026-01-15-140700-heavy-powers',
    createdAt: startedAt,
    program: { name: 'corelane', version: '0.1.0', shell: 'cli', runtime: 'node 20.0.0' },
    environment,
    experiment,
    run: {
      status: 'done',
      startedAt,
      durationNs,
      ownCpuNs: 31_000_000,
      sampler,
      notes: [],
    },
    ...analyseRun({
      experiment,
      machine: environment,
      cells,
      trials,
      emptyTrials,
      samples,
      sampler,
    }),
    samples,
  };
}
