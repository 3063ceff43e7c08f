// Estimates what a run would cost here, from a short pilot of its work along the ordinary path of a trial.
import { defined } from '@shared/base/defined';
import { errorText } from '@shared/base/error-text';
import { searchCells } from '@analysis/break-even/space';
import { estimateCost, type EmptyPilot, type Pilot } from '@analysis/cost';
import { expandCells, type Cell } from '@shared/experiment/cells';
import type { CostEstimate } from '@shared/experiment/cost';
import type { NoCost } from '@shared/report/failures';
import type { Experiment } from '@shared/experiment/experiment';
import { failWith, ok, type Result } from '@shared/base/result';
import { strategyRecords } from '@shared/experiment/strategies';
import { workloadSpec } from '@shared/experiment/workloads';
import { RunReaper } from '../trial/run-reaper';
import { markChildren } from '../processes/run-mark';
import { MeasuringSession } from '../session/measuring-session';
import { Refused } from '@shared/base/refused';
import { Failed } from '../trial/failed';
import { WorkloadFixtures } from '../trial/workload-fixtures';
import { silentContext, emptyReference, unrecordedTrial } from '../trial/reference';
import type { TrialContext } from '../trial/trial-session';
import type { TrialOutcome } from '../trial/trial';
import { TrialRunner } from '../trial/trial-runner';
import type { RunOptions } from '../types';

/** A pilot under way. */
export interface EstimateHandle {
  /** Ends it at once. */
  cancel(): void;
  /** Resolves when no child is left; rejects only for bugs. */
  readonly done: Promise<Result<CostEstimate, NoCost>>;
}

export type EstimateOptions = Pick<RunOptions, 'experiment' | 'launcher' | 'entries' | 'content'>;

export type StartEstimate = (options: EstimateOptions) => EstimateHandle;

/** A task is waited for this long, and then said to take at least that. */
const taskWithinSeconds = 2;
/** Where one task is shorter, several give its time: about so many as fill this. */
const severalNs = 200e6;
const maxTasks = 1000;

/** Starts the pilot, three seconds at most on a machine that is not busy. */
export const startEstimate: StartEstimate = (options) => {
  if (options.experiment.strategies.some(({ kind }) => kind.startsWith('python-'))) {
    return { cancel: () => undefined, done: Promise.resolve(failWith({ code: 'no-pilot' })) };
  }
  const reaper = new RunReaper();
  const launcher = markChildren(options.launcher, reaper.mark);
  const { experiment, entries, content } = options;
  const fixtures = new WorkloadFixtures(experiment, launcher, entries, reaper, false, content);
  const runner = new TrialRunner(fixtures);
  return {
    cancel: () => runner.stop(),
    done: runPilot({ ...options, launcher }, reaper, runner, fixtures),
  };
};

async function runPilot(
  { experiment, launcher, entries }: EstimateOptions,
  reaper: RunReaper,
  runner: TrialRunner,
  fixtures: WorkloadFixtures,
): Promise<Result<CostEstimate, NoCost>> {
  const quiet = true;
  const session = new MeasuringSession({ launcher, entries, quiet, onNote: () => undefined });
  const { clock, originNs } = session;
  const { usableCores } = session.machine;
  try {
    // Memory is read at the end of a trial only.
    return await session.sample({ hz: 0, memoryHz: 0 }, async (sampler) => {
      await fixtures.begin();
      sampler.guardFolders(fixtures.folders);
      const context: TrialContext = {
        ...{ experiment, clock, originNs, launcher, reaper, entries, sampler, quiet },
        cores: usableCores,
        site: false,
        emit: () => undefined,
      };
      const cells = expandCells(experiment, usableCores);
      const pilot = await new PilotTrials(context, runner, usableCores).measure(cells);
      if (!pilot.ok) return pilot;
      return ok(estimateCost({ experiment, cells, usableCores, pilot: pilot.value }));
    });
  } catch (error) {
    return failWith(
      error instanceof Failed
        ? { code: 'pilot-failed', failure: error.failure }
        : error instanceof Refused
          ? { code: 'refused', problem: error.problem }
          : { code: 'pilot-threw', why: errorText(error) },
    );
  } finally {
    await session.end();
    await fixtures.end();
    await reaper.end();
  }
}

/** The trials of a pilot; the first that does not end well ends it. */
class PilotTrials {
  readonly #context: TrialContext;
  readonly #runner: TrialRunner;
  readonly #usableCores: number;

  constructor(context: TrialContext, runner: TrialRunner, usableCores: number) {
    this.#context = context;
    this.#runner = runner;
    this.#usableCores = usableCores;
  }

  async measure(cells: readonly Cell[]): Promise<Result<Pilot, NoCost>> {
    const serial = await this.#empty('serial', 1);
    if (!serial.ok) return serial;
    const starts: Partial<Record<'threads' | 'processes', EmptyPilot>> = {};
    const { breakEven } = this.#context.experiment;
    const searched =
      breakEven === undefined ? [] : Object.values(searchCells(breakEven, this.#usableCores));
    for (const kind of ['threads', 'processes'] as const) {
      const counts = [...cells, ...searched]
        .filter(({ strategy }) => strategyRecords[strategy].starts.includes(kind))
        .map(({ topology }) => topology[kind]);
      if (counts.length === 0) continue;
      const start = await this.#empty(kind, Math.min(this.#usableCores, Math.max(...counts)));
      if (!start.ok) return start;
      starts[kind] = start.value;
    }
    const task = await this.#task();
    return task.ok ? ok({ ...task.value, serial: serial.value, ...starts }) : task;
  }

  async #empty(
    kind: 'serial' | 'threads' | 'processes',
    workers: number,
  ): Promise<Result<EmptyPilot, NoCost>> {
    const { clock } = this.#context;
    const beganNs = clock.now();
    const work = { workload: { kind: 'empty', params: {} }, tasks: workers } as const;
    const { end } = await this.#run(work, cellOf(kind, workers));
    if (end.status !== 'ok' || end.coldNs === undefined) return this.#failed(end);
    return ok({
      workers,
      coldNs: end.coldNs,
      spentNs: clock.now() - beganNs,
      ...defined({ peakBytes: end.peakPssBytes }),
    });
  }

  /** One task alone; where it is short, several in one host, of which most run compiled code. */
  async #task(): Promise<Result<Omit<Pilot, 'serial'>, NoCost>> {
    const one = await this.#tasks(1);
    if (!one.ok || one.value.atLeast || one.value.taskNs * 4 > severalNs) return one;
    const wanted = Math.ceil(severalNs / Math.max(1, one.value.taskNs));
    const several = Math.min(wanted, maxTasks, this.#context.experiment.tasks);
    if (several < 2) return one;
    const more = await this.#tasks(several);
    return more.ok || this.#runner.stopped ? more : one;
  }

  async #tasks(tasks: number): Promise<Result<Omit<Pilot, 'serial'>, NoCost>> {
    const { workload, timeoutSeconds } = this.#context.experiment;
    const limit = Math.min(taskWithinSeconds, timeoutSeconds);
    const { end } = await this.#run({ tasks, timeoutSeconds: limit }, cellOf('serial', 1));
    const memory = defined({ peakBytes: end.peakPssBytes });
    const { nature } = workloadSpec(workload.kind);
    if (end.status === 'timeout') {
      const taskNs = (limit * 1e9) / tasks;
      return ok({ taskNs, taskCpuNs: nature === 'io' ? 0 : taskNs, atLeast: true, ...memory });
    }
    if (end.status !== 'ok' || end.warmNs === undefined) return this.#failed(end);
    // What only computes and yet waits is kept waiting by others, for a core.
    const cpuNs = nature === 'cpu' ? end.warmNs : (end.cpuWarmNs ?? end.warmNs);
    const taskNs = end.warmNs / tasks;
    return ok({ taskNs, taskCpuNs: cpuNs / tasks, atLeast: false, ...memory });
  }

  #run(work: Partial<Experiment>, cell: Cell): Promise<TrialOutcome> {
    const empty = work.workload?.kind === 'empty';
    return this.#runner.run(silentContext(this.#context, work), {
      trial: unrecordedTrial,
      cell,
      ...defined({ reference: empty ? emptyReference : undefined }),
    });
  }

  #failed({ status, evidence }: TrialOutcome['end']): Result<never, NoCost> {
    if (this.#runner.stopped) return failWith({ code: 'cancelled' });
    const failure = evidence?.failure ?? { code: 'ended' as const, args: { status } };
    return failWith({ code: 'pilot-failed', failure });
  }
}

function cellOf(kind: 'serial' | 'threads' | 'processes', workers: number): Cell {
  const strategy = kind === 'serial' ? ({ kind } as const) : ({ kind, workers } as const);
  const [cell] = expandCells({ strategies: [strategy], placement: 'host' }, workers);
  if (cell === undefined) throw new Error(`${kind} gives no cell`);
  return cell;
}
