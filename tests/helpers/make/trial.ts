// One made-up trial for tests: tasks handed out to workers in turn, on a clock that tests choose.
import { baseStrategyOf } from '@shared/experiment/strategies';
import type { Cell } from '@shared/experiment/cells';
import type { TrialReport } from '@shared/report/report';

/** A trial of one task that succeeded; `over` replaces what a test is about. */
export function makeTrial(over: Partial<TrialReport> = {}): TrialReport {
  return {
    trial: 0,
    order: 0,
    round: 0,
    warmup: false,
    status: 'ok',
    endNs: 0,
    workers: [],
    spans: { task: [], worker: [], startNs: [], endNs: [] },
    ...over,
  };
}

export interface TrialPlan {
  readonly cell: Cell;
  readonly trial: number;
  readonly round: number;
  readonly warmup: boolean;
  readonly startNs: number;
  readonly tasks: number;
  /** CPU time of one task on a core of its own. */
  readonly taskNs: number;
  readonly cores: number;
  /** Random shares, 0 to 1. */
  readonly next: () => number;
}

/** Milliseconds to start one worker and to let it join, and megabytes it holds for itself. */
const costs = {
  serial: { spawn: 0, join: 0, privateMb: 12 },
  async: { spawn: 0, join: 0, privateMb: 13 },
  threads: { spawn: 14, join: 1.2, privateMb: 9 },
  processes: { spawn: 38, join: 3.1, privateMb: 21 },
  hybrid: { spawn: 30, join: 2.4, privateMb: 15 },
} as const;

function makeSpans(plan: TrialPlan, goNs: number): TrialReport['spans'] {
  const { cell, tasks, taskNs, cores, next } = plan;
  const lanes = cell.strategy === 'async' ? 1 : cell.workers;
  const slowdown = Math.max(1, lanes / cores);
  const freeNs = Array.from({ length: lanes }, () => goNs);
  const spans: TrialReport['spans'] = { task: [], worker: [], startNs: [], endNs: [] };
  for (let task = 0; task < tasks; task += 1) {
    const worker = freeNs.indexOf(Math.min(...freeNs));
    const startNs = freeNs[worker] ?? goNs;
    const endNs = Math.round(startNs + taskNs * slowdown * (0.99 + 0.03 * next()));
    freeNs[worker] = endNs + 2_000;
    spans.task.push(task);
    spans.worker.push(worker);
    spans.startNs.push(startNs);
    spans.endNs.push(endNs);
  }
  return spans;
}

/** A trial as a run of this cell would leave it. */
export function runTrial(plan: TrialPlan): TrialReport {
  const { cell, trial, startNs, next } = plan;
  const { processes, threads } = cell.topology;
  const cost = costs[baseStrategyOf(cell.strategy)];
  const spawnNs = Math.round(cost.spawn * 1e6 * cell.workers * (0.9 + 0.2 * next()));
  const readyNs = Math.round(spawnNs * 0.2);
  const goNs = startNs + spawnNs + readyNs;
  const spans = makeSpans(plan, goNs);
  const lastNs = Math.max(...spans.endNs);
  const warmNs = lastNs - goNs;
  const collectNs = Math.round(2e5 + 1e5 * next());
  const joinNs = Math.round(cost.join * 1e6 * cell.workers);
  const phases = { spawnNs, readyNs, runNs: warmNs, collectNs, joinNs };
  const coldNs = spawnNs + readyNs + warmNs + collectNs + joinNs;
  const cpuWarmNs = plan.taskNs * plan.tasks;
  const privateBytes = Math.round((38 + cost.privateMb * cell.workers) * 1e6);
  const pssBytes = privateBytes + 20_000_000;
  return makeTrial({
    trial,
    order: trial,
    round: plan.round,
    warmup: plan.warmup,
    startNs,
    endNs: startNs + coldNs,
    coldNs,
    warmNs,
    phases,
    cpuUserNs: Math.round(cpuWarmNs + spawnNs * 0.6),
    cpuSystemNs: Math.round(4e6 + spawnNs * 0.2),
    cpuWarmNs,
    peakRssBytes: pssBytes + 30_000_000 * processes,
    peakPssBytes: pssBytes,
    peakPrivateBytes: privateBytes,
    leftPssBytes: processes > 1 ? 0 : pssBytes - 5_000_000,
    workers: Array.from({ length: processes * threads }, (_, worker) => ({
      worker,
      host: Math.floor(worker / threads),
      thread: worker % threads,
      pid: 4000 + trial * 10 + Math.floor(worker / threads),
      tid: 4000 + trial * 10 + worker,
    })),
    spans,
  });
}
