// Provides what both kinds of trial need: its hosts, its limits, its memory.
import { defined } from '@shared/base/defined';
import type { Cell } from '@shared/experiment/cells';
import type { Experiment } from '@shared/experiment/experiment';
import type { FailureOf } from '@shared/report/failures';
import { emptySamples, type LiveEvent, type SampleColumns } from '@shared/report/live';
import { noteKey, type Note } from '@shared/report/notes';
import type {
  HostFinished,
  HostSetup,
  WatchedProcess,
  WorkerIdentity,
  WorkloadInputs,
} from '@shared/wire/messages';
import { isOwnCode } from '@shared/experiment/own-code';
import type { PaceName } from '@shared/experiment/sampling';
import type { RunClock } from '../clock';
import { launchInlineHost } from '../launch/inline-host';
import type { RunReaper } from './run-reaper';
import type { Standstill } from '../sampler/standstill';
import type { MemorySamples, SamplerClient } from '../sampler/sampler-client';
import { launchPython } from '../launch/line-launcher';
import type { EntryPaths, HostHandle, Launcher } from '../types';
import type { Reference } from './checksums';
import type { Ending } from './ending';
import { failLate, watchStart } from './late';
import { noteLeft } from './left-behind';
import { MemoryPeaks } from './peaks';
import type { TrialMoments } from './timing';
import { TrialHost, type HostListener } from './trial-host';

/** What every trial of a run shares. */
export interface TrialContext {
  readonly experiment: Experiment;
  readonly clock: RunClock;
  readonly originNs: string;
  /** Its children carry the mark. */
  readonly launcher: Launcher;
  /** What the run must not leave behind, and the mark by which that is known. */
  readonly reaper: RunReaper;
  readonly entries: EntryPaths;
  readonly sampler: SamplerClient;
  /** Knows when everything stood still; absent where nobody asks. */
  readonly standstill?: Standstill;
  /** What Python programs find in their environment besides. */
  readonly pythonEnv?: Readonly<Record<string, string>>;
  /** Cores that the workers may take. */
  readonly cores: number;
  /** Whether Python runs with what is installed beside it, as a user's own code needs it. */
  readonly site: boolean;
  /** Nobody watches the run. */
  readonly quiet: boolean;
  readonly emit: (event: LiveEvent) => void;
  /** Keeps what the trial was; the next one is not begun before. */
  readonly afterTrial?: () => Promise<void>;
}

export interface TrialRequest {
  readonly trial: number;
  readonly cell: Cell;
  /** Tasks to run; the experiment's, or fewer for the reference. */
  readonly tasks: number;
  readonly inputs: WorkloadInputs;
  /** Absent only while the reference itself is made. */
  readonly reference?: Reference;
  /** Its times count for nothing: it may cost more to be watched. */
  readonly warmup?: boolean;
  /** The trial ends when it does. */
  readonly ending: Ending;
}

/** The result of a trial that ended well. */
export interface TrialResult {
  readonly moments: TrialMoments;
  readonly finished: readonly HostFinished[];
}

/** The limit of a program's start; own code's setup, after it, may take as long as its tasks. */
const bootWithinMs = 30_000;
const endWithinMs = 60_000;

/**
 * The longest that one trial takes by its limits, in ms. In a program: its start, own code's loading and setup, the
 * look before the decision, the start of its workers, the tasks, the end. Worker processes take less.
 */
export function longestTrialMs({ timeoutSeconds }: Pick<Experiment, 'timeoutSeconds'>): number {
  return 2 * bootWithinMs + 3 * timeoutSeconds * 1000 + endWithinMs;
}

/** Returns how often a trial's hosts report what they have done. */
function paceOf({ quiet, cores }: TrialContext, { cell, warmup }: TrialRequest): PaceName {
  if (quiet) return 'quiet';
  if (warmup === true) return 'live';
  const { topology } = cell;
  return topology.processes * topology.threads < cores ? 'live' : 'crowded';
}

/** What a running trial provides to both kinds of trial. */
export class TrialSession {
  readonly hosts: TrialHost[] = [];
  readonly peaks = new MemoryPeaks();
  /** Of the processes that were left when the workers had ended; not known before, or where it was not read. */
  leftPssBytes: number | undefined;
  /** Memory of something that the hosts had started was read. */
  kinRead = false;
  readonly #notes = new Map<string, Note>();
  /** Bytes that own code has printed. */
  printedBytes = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #stillBeforeNs: number;

  constructor(
    readonly context: TrialContext,
    readonly request: TrialRequest,
  ) {
    this.#stillBeforeNs = this.#stillNs();
  }

  /** What was odd without being a reason to discard the trial, each once. */
  get notes(): readonly Note[] {
    return [...this.#notes.values()];
  }

  #note(note: Note): void {
    this.#notes.set(noteKey(note), note);
  }

  get ending(): Ending {
    return this.request.ending;
  }

  /** Starts one host and sends it its part, own code's once its process is marked. */
  launch(
    part: Pick<HostSetup, 'role' | 'host' | 'firstWorker' | 'threads'>,
    listener: Omit<HostListener, 'onNote' | 'onPrinted'>,
  ): TrialHost {
    const { context, request } = this;
    const { experiment } = context;
    const handle = this.#start(part.host);
    // A start blocks until the child runs: many in a row, on few cores, are no standstill.
    this.#stillNs();
    const setup: HostSetup = {
      type: 'setup',
      ...part,
      trial: request.trial,
      originNs: context.originNs,
      workload: experiment.workload,
      seed: experiment.seed,
      tasks: request.tasks,
      schedule: experiment.schedule,
      concurrency: request.cell.topology.concurrency,
      telemetry: experiment.sampling.hz > 0,
      pace: paceOf(context, request),
      inputs: request.inputs,
      ...pythonPart(request.cell),
    };
    const limits = { tasks: request.tasks, workers: request.cell.workers };
    const heard: HostListener = {
      ...listener,
      onNote: (note) => this.#note(note),
      onPrinted: (bytes) => {
        this.printedBytes += bytes;
      },
    };
    const host = new TrialHost(part.host, handle, setup, this.ending, heard, limits);
    this.hosts.push(host);
    if (this.#isOwnCode) void context.reaper.markHost(handle).then(() => host.begin(setup));
    else host.begin(setup);
    watchStart(host, this.ending);
    return host;
  }

  #start(index: number): HostHandle {
    const { launcher, entries, reaper, site } = this.context;
    const { env } = reaper.mark;
    const { cell, inputs } = this.request;
    const { placement, python } = cell;
    if (python !== undefined) {
      const { scratch } = inputs;
      return launchPython(python.path, entries.python, {
        mark: { ...env, ...this.context.pythonEnv },
        scratch,
        site,
      });
    }
    if (placement === 'main') return launchInlineHost(entries.thread, env);
    return launcher.launch(entries.host, { name: `Corelane host ${index + 1}` });
  }

  /** Time limit of a phase; a new one replaces the last. What everything stood still does not count. */
  limit(ms: number, what: FailureOf<'late'>['args']['what']): void {
    clearTimeout(this.#timer);
    const begunNs = this.#stillNs();
    const arm = (waitMs: number, givenNs: number): void => {
      this.#timer = setTimeout(() => {
        const stillNs = this.#stillNs() - begunNs;
        if (stillNs > givenNs) return arm((stillNs - givenNs) / 1e6, stillNs);
        this.ending.end({ status: 'timeout', evidence: { failure: failLate(what, ms) } });
      }, waitMs);
    };
    arm(ms, 0);
  }

  /** How long everything has stood still since the trial began, in ns. */
  get stoodStillNs(): number {
    return this.#stillNs() - this.#stillBeforeNs;
  }

  #stillNs(): number {
    return this.context.standstill?.look() ?? 0;
  }

  /** The limit while a program that decides nothing yet is started. */
  limitBoot(): void {
    this.limit(bootWithinMs, 'start');
  }

  /**
   * A part of own code begins: its file is loaded and set up, or its tasks start. Each has the experiment's whole
   * limit, whatever the strategy.
   */
  limitOwnCode(): void {
    if (this.#isOwnCode && this.ending.cause === undefined) this.limitTrial();
  }

  /** The experiment's own limit. */
  limitTrial(): void {
    this.limit(this.context.experiment.timeoutSeconds * 1000, 'trial');
  }

  /** When all results are in: what own code and the workers' end may take has smaller limits of its own. */
  limitEnd(): void {
    this.limit(endWithinMs, 'end');
  }

  clearLimit(): void {
    clearTimeout(this.#timer);
  }

  /** A look at what else the machine does, before the decision. */
  async snapshotBefore(): Promise<void> {
    const { sampler } = this.context;
    const [, samples] = await this.ending.until(
      Promise.all([sampler.snapshot('before'), sampler.readMemory()]),
    );
    this.#takeMemory(samples);
  }

  /**
   * The last look, while all workers are still there: what else the machine did since the first one,
   * their memory, what their counters say since the last sample, and the spans not sent yet. The
   * trial's clock stands still meanwhile.
   */
  async snapshotAfter(): Promise<void> {
    const { sampler, emit } = this.context;
    const { trial } = this.request;
    // Some hosts end by themselves, and what they have started then has other parents.
    this.#noteProcessTree();
    const [interference, samples] = await this.ending.until(
      Promise.all([sampler.snapshot('after'), sampler.readMemory()]),
    );
    sampler.rest(trial);
    if (interference !== undefined)
      emit({ type: 'surroundings', trial, surroundings: interference });
    this.#takeMemory(samples);
    await this.ending.until(Promise.all(this.hosts.map((host) => host.drain())));
  }

  /** Reads what is left of the trial's memory when its workers have ended; its time is in no phase. */
  async readLeft(): Promise<void> {
    const samples = await this.ending.until(this.context.sampler.readMemory());
    this.#takeMemory(samples);
    // Where nothing was read before there is nothing to compare it with, and none there is not known.
    if (samples === undefined || this.peaks.peak === undefined) return;
    this.leftPssBytes = Array.from(samples.memory.pssBytes).reduce((sum, one) => sum + one, 0);
  }

  #takeMemory(samples: MemorySamples | undefined): void {
    if (samples === undefined || samples.memory.atNs.length === 0) return;
    this.addMemory(samples.memory);
    this.context.emit({ type: 'samples', samples: { ...emptySamples(0), ...samples } });
  }

  /** Ends the hosts, and what they have started. */
  async endHosts(): Promise<void> {
    this.#noteProcessTree();
    const endedWell = this.ending.cause === undefined;
    await Promise.all(this.hosts.map((host) => host.kill(endedWell && this.#isOwnCode)));
    // Built-in work that ends well has nothing left that its hosts don't take along.
    if (!this.#isOwnCode && endedWell) return;
    const { experiment, reaper } = this.context;
    const notes = noteLeft(await reaper.sweep(), experiment.workload, this.ending.cause);
    for (const note of notes) this.#note(note);
  }

  /** Has the sampler watch workers, and the memory of processes. */
  watch(workers: readonly WorkerIdentity[], processes: readonly WatchedProcess[]): void {
    const { trial, warmup = false } = this.request;
    this.context.sampler.watch(trial, workers, processes, this.#isOwnCode, warmup);
  }

  #noteProcessTree(): void {
    if (this.#isOwnCode) this.context.reaper.note(this.hosts.map(({ handle }) => handle.pid));
  }

  get #isOwnCode(): boolean {
    return isOwnCode(this.context.experiment.workload);
  }

  /** @param kin whether it holds something that the hosts had started */
  addMemory(memory: SampleColumns['memory'], kin = false): void {
    this.kinRead ||= kin;
    this.peaks.add(memory, this.request.trial);
    const limitMb = this.context.experiment.memoryLimitMb;
    const held = this.peaks.peak?.pssBytes ?? 0;
    if (held <= limitMb * 1e6) return;
    const args = { heldMb: Math.round(held / 1e6), limitMb };
    this.ending.end({
      status: 'memory-limit',
      evidence: { failure: { code: 'memory-limit', args } },
    });
  }
}

/** Returns what a Python host receives beside what every host does. */
function pythonPart({ strategy, workers, python }: Cell): Pick<HostSetup, 'python'> {
  if (python === undefined) return {};
  const { startMethod, chunk } = python;
  return {
    python: {
      strategy: strategy.replace('python-', ''),
      workers,
      ...defined({ startMethod, chunk }),
    },
  };
}
