// One run: sampler first, then the reference, then every trial in the planned order, then the
// report. Whatever happens, nothing it started outlives it.
import { randomUUID } from 'node:crypto';
import { analyseRun } from '@analysis/analyse';
import type { LiveEvent, PlannedTrial, RunStatus } from '@shared/live';
import { reportVersion, type Report } from '@shared/report';
import type { Cell } from '@shared/cells';
import { createRunClock, nowNs, wallClockIso } from './clock';
import { planRun, type Plan } from './plan';
import { readMachine } from './probe/machine';
import { LoopDelay } from './probe/loop-delay';
import { Recorder, trialsByCell } from './recorder';
import { SamplerClient } from './sampler-client';
import { Surroundings } from './surroundings';
import { makeReference, referenceOf } from './trial/reference';
import { Ending } from './trial/ending';
import type { Reference } from './trial/checksums';
import type { TrialContext } from './trial/stage';
import { runTrial } from './trial/trial';
import type { RunHandle, RunOptions } from './types';

/** Starts a run; see {@link RunHandle}. The experiment must have been parsed. */
export function startRun(options: RunOptions): RunHandle {
  const run = new Run(options);
  return { stop: () => run.stop(), done: run.execute() };
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

class Run {
  readonly #options: RunOptions;
  readonly #origin = nowNs();
  readonly #clock = createRunClock(this.#origin);
  readonly #startedAt = wallClockIso();
  readonly #machine = readMachine();
  readonly #plan: Plan;
  readonly #recorder: Recorder;
  #current: Ending | undefined;
  #stopped = false;

  constructor(options: RunOptions) {
    this.#options = options;
    this.#plan = planRun(options.experiment, this.#machine.usableCores);
    this.#recorder = new Recorder(options.onEvent);
  }

  stop(): void {
    this.#stopped = true;
    this.#current?.end({ status: 'stopped', evidence: { message: 'Stopped by the user.' } });
  }

  async execute(): Promise<Report> {
    const { experiment } = this.#options;
    const emit = this.#recorder.take;
    const ownCpu = process.cpuUsage();
    const sampler = this.#startSampler(emit);
    const loop = new LoopDelay({
      clock: this.#clock,
      onBatch: (columns) => emit({ type: 'loop', loop: columns }),
    });
    const { workload } = experiment;
    const surroundings = new Surroundings(workload, this.#options.launcher, this.#options.entries);
    let status: RunStatus = 'failed';
    let message: string | undefined;
    try {
      emit({
        type: 'run-begin',
        experiment,
        ...this.#plan,
        cores: this.#machine.affinity,
        sampling: experiment.sampling,
      });
      await sampler.ready();
      loop.start();
      await surroundings.begin();
      sampler.guardFolders(surroundings.folders);
      await this.#runTrials(this.#context(sampler, emit), surroundings);
      status = this.#stopped ? 'stopped' : 'done';
    } catch (error) {
      message = `The run ended early: ${textOf(error)}.`;
    } finally {
      loop.stop();
      try {
        await surroundings.end();
      } catch (error) {
        emit({ type: 'note', text: `What the workload needed is not removed: ${textOf(error)}.` });
      }
      await sampler.end();
    }
    emit({ type: 'run-end', status, ...(message === undefined ? {} : { message }) });
    return this.#report(process.cpuUsage(ownCpu));
  }

  #startSampler(emit: (event: LiveEvent) => void): SamplerClient {
    const { experiment, launcher, entries } = this.#options;
    return new SamplerClient(
      {
        launcher,
        entry: entries.sampler,
        originNs: String(this.#origin),
        ...experiment.sampling,
        cores: this.#machine.affinity.length,
      },
      {
        onBatch: (samples, cost) => emit({ type: 'samples', samples, cost }),
        onNote: (text) => emit({ type: 'note', text }),
      },
    );
  }

  #context(sampler: SamplerClient, emit: (event: LiveEvent) => void): TrialContext {
    const { experiment, launcher, entries } = this.#options;
    return {
      experiment,
      clock: this.#clock,
      originNs: String(this.#origin),
      launcher,
      entries,
      sampler,
      emit,
    };
  }

  async #runTrials(context: TrialContext, surroundings: Surroundings): Promise<void> {
    let reference = await this.#makeReference(context, surroundings);
    for (const planned of this.#plan.order) {
      if (this.#stopped) return;
      const cell = this.#plan.cells.find(({ id }) => id === planned.cell);
      if (cell === undefined) throw new Error(`the plan names an unknown cell, ${planned.cell}`);
      reference = await this.#runOne(context, surroundings, planned, cell, reference);
    }
  }

  async #makeReference(
    context: TrialContext,
    surroundings: Surroundings,
  ): Promise<Reference | undefined> {
    if (this.#stopped) return undefined;
    this.#current = new Ending();
    const around = await surroundings.forTrial('reference');
    const made = await makeReference(context, this.#current, around);
    await surroundings.afterTrial(around);
    if (!made.ok && !this.#stopped) {
      context.emit({
        type: 'note',
        text: `The reference run failed: ${made.problem.message} The first trial that ends well is the reference instead.`,
      });
    }
    return made.ok ? made.value : undefined;
  }

  /** Runs one trial; the reference to check the next ones against. */
  async #runOne(
    context: TrialContext,
    surroundings: Surroundings,
    planned: PlannedTrial,
    cell: Cell,
    reference: Reference | undefined,
  ): Promise<Reference | undefined> {
    const { trial } = planned;
    const ending = new Ending();
    this.#current = ending;
    if (this.#stopped) return reference;
    context.emit({ type: 'trial-begin', trial, atNs: this.#clock.now() });
    const around = await surroundings.forTrial(`trial-${trial}`);
    const { end, finished } = await runTrial(context, {
      trial,
      cell,
      tasks: context.experiment.tasks,
      surroundings: around,
      ...(reference === undefined ? {} : { reference }),
      ending,
    });
    await surroundings.afterTrial(around);
    context.emit({ type: 'trial-end', end });
    if (reference !== undefined || end.status !== 'ok' || finished === undefined) return reference;
    return referenceOf(finished, context.experiment);
  }

  #report(ownCpu: NodeJS.CpuUsage): Report {
    const { experiment, program } = this.#options;
    const recorded = this.#recorder.finish();
    const { cost, samples } = recorded;
    const sampler = cost === undefined ? {} : { sampler: cost };
    return {
      schema: 'corelane.report',
      version: reportVersion,
      id: randomUUID(),
      createdAt: wallClockIso(),
      program,
      environment: this.#machine,
      experiment,
      run: {
        status: recorded.status,
        ...(recorded.message === undefined ? {} : { message: recorded.message }),
        startedAt: this.#startedAt,
        durationNs: this.#clock.now(),
        ownCpuNs: (ownCpu.user + ownCpu.system) * 1000,
        ...sampler,
        notes: [...recorded.notes],
      },
      ...analyseRun({
        experiment,
        machine: this.#machine,
        cells: this.#plan.cells,
        trials: trialsByCell(recorded),
        emptyTrials: new Map(),
        samples,
        ...sampler,
      }),
      samples,
    };
  }
}
