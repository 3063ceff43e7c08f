// One run: sampler first, then the reference and every trial in the planned order, then the search
// for the break-even, then the report. Whatever happens, nothing it started outlives it.
import { defined } from '@shared/base/defined';
import { randomUUID } from 'node:crypto';
import { leftOut } from '@shared/experiment/cells';
import { median } from '@analysis/stats/quantile';
import type { BreakEven } from '@shared/report/break-even';
import type { Failure } from '@shared/report/failures';
import type { LiveEvent, SampleColumns, SamplerCost } from '@shared/report/live';
import type { RunStatus } from '@shared/report/statuses';
import { noteKey, type Note } from '@shared/report/notes';
import type { Report } from '@shared/report/report';
import type { Result } from '@shared/base/result';
import { isModule } from '@shared/experiment/own-code';
import { paces } from '@shared/experiment/sampling';
import { placedFault } from '../files/file-error';
import { assembleReport } from './assemble-report';
import { searchBreakEven } from './break-even-search';
import { wallClockIso } from '../clock';
import { RunReaper } from '../trial/run-reaper';
import { checkSizes, planRun, type Plan } from './plan';
import { readMachine } from '../machine/machine';
import { LoopDelay } from '../sampler/loop-delay';
import { Standstill } from '../sampler/standstill';
import { Recorder } from './recorder';
import { markChildren } from '../processes/run-mark';
import type { SamplerClient } from '../sampler/sampler-client';
import { MeasuringSession } from '../session/measuring-session';
import { WorkloadFixtures } from '../trial/workload-fixtures';
import type { JournalEnd } from '../run-journal';
import { Failed, failureOfRun } from '../trial/failed';
import { TrialRunner } from '../trial/trial-runner';
import type { TrialContext } from '../trial/trial-session';
import { TrialSeries } from './trial-series';
import type { RunHandle, RunOptions } from '../types';
import { baseStrategyOf } from '@shared/experiment/strategies';

/** Starts a run; see {@link RunHandle}. The experiment must have been parsed. */
export function startRun(options: RunOptions): RunHandle {
  const run = new Run(options);
  return { stop: () => run.stop(), done: run.execute() };
}

/** A window whose process was replaced meanwhile has a smaller sum: not known. */
function difference(now: number | undefined, before: number | undefined): number | undefined {
  if (now === undefined || before === undefined || now < before) return undefined;
  return now - before;
}

class Run {
  readonly #options: RunOptions;
  readonly #startedAt = wallClockIso();
  readonly #machine = readMachine();
  readonly #reaper: RunReaper;
  readonly #session: MeasuringSession;
  readonly #standstill = new Standstill();
  readonly #plan: Plan;
  readonly #recorder: Recorder;
  readonly #fixtures: WorkloadFixtures;
  readonly #runner: TrialRunner;
  readonly #noted = new Set<string>();
  readonly #id = randomUUID();
  readonly #quiet: boolean;
  #breakEven: BreakEven | undefined;
  /** The end of a trial that is being kept. */
  #untold: LiveEvent | undefined;

  constructor(options: RunOptions) {
    const { experiment, entries } = options;
    this.#plan = planRun(experiment, this.#machine.usableCores, options.interpreters);
    // Nobody would end them, where the plan throws.
    this.#reaper = new RunReaper();
    const launcher = markChildren(options.launcher, this.#reaper.mark);
    this.#options = { ...options, launcher };
    this.#quiet = options.quiet ?? false;
    this.#session = new MeasuringSession({
      ...{ launcher, entries, quiet: this.#quiet, machine: this.#machine },
      // Both samplers find the same things unknown.
      onNote: (note) => this.#noteOnce(note),
    });
    const { journal, onEvent } = options;
    this.#recorder = new Recorder(
      (event) => {
        // A trial's end is on disk before it is told.
        if (event.type === 'trial-end' && journal !== undefined) this.#untold = event;
        else onEvent(event);
      },
      { onKept: (event) => journal?.take(event) },
    );
    this.#fixtures = new WorkloadFixtures(
      experiment,
      launcher,
      entries,
      this.#reaper,
      this.#plan.cells.some(({ python }) => python !== undefined),
      options.content,
    );
    this.#runner = new TrialRunner(this.#fixtures);
  }

  stop(): void {
    this.#runner.stop();
  }

  async execute(): Promise<Report> {
    const { experiment } = this.#options;
    const emit = this.#recorder.take;
    const ownCpu = process.cpuUsage();
    const windowCpuNs = this.#options.windowCpuNs?.();
    let status: RunStatus = 'failed';
    let failure: Failure | undefined;
    try {
      checkSizes(this.#plan.cells);
      emit({
        type: 'run-begin',
        experiment,
        ...this.#plan,
        cores: this.#machine.affinity,
        sampling: experiment.sampling,
      });
      await this.#journal(this.#beginJournal());
      this.#noteMissing();
      const serialNs = await this.#runTrials();
      await this.#searchBreakEven(serialNs);
      status = this.#runner.stopped ? 'stopped' : 'done';
    } catch (error) {
      failure = failureOfRun(error);
    } finally {
      try {
        await this.#fixtures.end();
      } catch (error) {
        const note: Note = { code: 'files-left', args: placedFault(error) };
        emit({ type: 'note', note });
      }
      await this.#reaper.end();
    }
    emit({ type: 'run-end', status, ...defined({ failure }) });
    const { user, system } = process.cpuUsage(ownCpu);
    const windowNs = difference(this.#options.windowCpuNs?.(), windowCpuNs);
    const ended: JournalEnd = {
      durationNs: this.#session.clock.now(),
      ownCpuNs: (user + system) * 1000,
      ...defined({ windowCpuNs: windowNs }),
    };
    await this.#journal(this.#options.journal?.end(this.#session.clock.now(), ended));
    return this.#report(ended);
  }

  /** What the journal can't do is said, and costs the journal alone. */
  async #journal(written: Promise<Result<undefined, Note>> | undefined): Promise<void> {
    const result = await written;
    if (result?.ok === false) this.#noteOnce(result.problem);
  }

  /** Puts a trial on disk, and tells of its end. */
  async #keepTrial(): Promise<void> {
    const { journal, onEvent } = this.#options;
    await this.#journal(journal?.write(this.#session.clock.now()));
    const event = this.#untold;
    this.#untold = undefined;
    if (event !== undefined) onEvent(event);
  }

  #beginJournal(): Promise<Result<undefined, Note>> | undefined {
    const { journal, experiment, program, interpreters } = this.#options;
    return journal?.begin({
      id: this.#id,
      startedAt: this.#startedAt,
      program,
      environment: this.#machine,
      ...defined({ interpreters: interpreters && [...interpreters] }),
      experiment,
      cells: [...this.#plan.cells],
      order: [...this.#plan.order],
      cores: [...this.#machine.affinity],
    });
  }

  /** Runs all trials, sampled; the cold times of the serial cell. */
  async #runTrials(): Promise<readonly number[]> {
    const emit = this.#recorder.take;
    const { sampling } = this.#options.experiment;
    const loop = new LoopDelay({
      clock: this.#session.clock,
      onBatch: (columns) => emit({ type: 'loop', loop: columns }),
      pace: paces[this.#quiet ? 'quiet' : 'live'],
    });
    const onBatch = (samples: SampleColumns, cost: SamplerCost): void =>
      emit({ type: 'samples', samples, cost });
    return this.#session.sample({ ...sampling, onBatch }, async (sampler) => {
      try {
        if (sampling.hz > 0) loop.start();
        this.#standstill.start();
        await this.#fixtures.begin();
        sampler.guardFolders(this.#fixtures.folders);
        const series = new TrialSeries(this.#context(sampler), this.#runner, this.#plan);
        await series.run();
        const serial = this.#plan.cells.find(
          ({ strategy }) => baseStrategyOf(strategy) === 'serial',
        );
        return serial === undefined ? [] : series.coldNs(serial.id);
      } finally {
        loop.stop();
        this.#standstill.stop();
      }
    });
  }

  /** Memory is read, for its limit; nothing else is sampled, and nothing of it is kept. */
  async #searchBreakEven(serialNs: readonly number[]): Promise<void> {
    const { breakEven: request, sampling, tasks } = this.#options.experiment;
    if (request === undefined || this.#runner.stopped) return;
    const coldNs = median(serialNs);
    this.#breakEven = await this.#session.sample({ ...sampling, hz: 0 }, (sampler) => {
      sampler.guardFolders(this.#fixtures.folders);
      return searchBreakEven({
        context: this.#context(sampler),
        runner: this.#runner,
        request,
        usableCores: this.#machine.usableCores,
        onPoint: (soFar) => this.#journal(this.#options.journal?.writeBreakEven(soFar)),
        ...defined({ own: coldNs === undefined ? undefined : { tasks, taskNs: coldNs / tasks } }),
      });
    });
  }

  /** Python strategies that are left out are told once; a run of nothing else ends here. */
  #noteMissing(): void {
    const { experiment, interpreters = [], searchLacks } = this.#options;
    for (const args of leftOut(experiment, interpreters, searchLacks)) {
      this.#noteOnce({ code: 'left-out', args });
    }
    if (this.#plan.cells.length === 0) {
      throw new Failed({ code: 'run-without-strategy', args: {} });
    }
  }

  #noteOnce(note: Note): void {
    const key = noteKey(note);
    if (this.#noted.has(key)) return;
    this.#noted.add(key);
    this.#recorder.take({ type: 'note', note });
  }

  #context(sampler: SamplerClient): TrialContext {
    const { experiment, launcher, entries } = this.#options;
    return {
      experiment,
      clock: this.#session.clock,
      originNs: this.#session.originNs,
      launcher,
      reaper: this.#reaper,
      standstill: this.#standstill,
      entries,
      sampler,
      cores: this.#machine.usableCores,
      quiet: this.#quiet,
      site: isModule(experiment.workload),
      emit: this.#recorder.take,
      afterTrial: () => this.#keepTrial(),
    };
  }

  #report(ended: JournalEnd): Report {
    const { experiment, program, interpreters } = this.#options;
    return assembleReport(
      {
        id: this.#id,
        program,
        machine: this.#machine,
        interpreters,
        experiment,
        cells: this.#plan.cells,
        startedAt: this.#startedAt,
        ...ended,
        breakEven: this.#breakEven,
        otherRuns: this.#options.journal?.otherRuns,
      },
      this.#recorder.finish(),
    );
  }
}
