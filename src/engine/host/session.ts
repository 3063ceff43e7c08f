// A host's part in one trial, from `setup` to `leave`. As a program it decides by itself; as a
// worker it is handed tasks. The same code runs in child processes and, for `placement: "main"`,
// in the engine's own.
import { defined } from '@shared/base/defined';
import type {
  FaultStage,
  FromHost,
  HostFinished,
  HostSetup,
  TaskRange,
  ToHost,
  WorkerIdentity,
  WorkloadInputs,
} from '@shared/wire/messages';
import { isModule } from '@shared/experiment/own-code';
import { paces } from '@shared/experiment/sampling';
import type { Workload } from '@shared/experiment/workloads';
import { PeriodicTelemetry } from './periodic-telemetry';
import { describeThrown } from './base/describe-thrown';
import type { EndingCall } from './guard-ends';
import { clearInterval, setInterval } from './base/intrinsics';
import { hookError, lateCall, lateError, letGo, teardownError } from './let-go';
import { ownStage } from './own-stage';
import { ownPeakRssBytes } from './peak-rss';
import { createStage, prefetchState, type Stage } from './stage';
import { nothingBetween, runTasks, type BetweenTasks, type TaskRunner } from './task-loop';
import { identity } from './identity';
import { ThreadGroup } from './thread-group';
import { ownThreadId } from './thread-id';
import { promised } from './base/unbound';

export interface HostSessionOptions {
  readonly send: (message: FromHost) => void;
  /** When this host's code began, absolute. */
  readonly beganNs: bigint;
  /** The built thread entry. */
  readonly threadEntry: string;
  readonly loadWorkload: (
    workload: Workload,
    seed: number,
    inputs: WorkloadInputs,
  ) => Promise<TaskRunner>;
  /** Ends the process, or whatever stands for it. */
  readonly leave: () => void;
  /** Resolves with whether own code keeps this thread no longer alive. */
  readonly settle?: () => Promise<boolean>;
  /** Resolves when what own code's last task left for at once has run. */
  readonly rest?: () => Promise<void>;
  /** How many bytes own code has printed in this thread. */
  readonly printedBytes?: () => number;
  /** The process is somebody else's: own code may not write to its output. */
  readonly shared?: boolean;
}

/** What a host whose own main thread works has loaded. */
interface OwnCode {
  readonly runner: TaskRunner;
  readonly betweenTasks: BetweenTasks;
}

/** One host, one trial. Faults are sent, never thrown. */
export class HostSession {
  readonly #options: HostSessionOptions;
  #stage: Stage | undefined;
  #group: ThreadGroup | undefined;
  #own: OwnCode | undefined;
  #spawnedNs = 0;
  #hasFinished = false;
  #more: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: HostSessionOptions) {
    this.#options = options;
  }

  receive(message: ToHost): void {
    void this.#tryTo(message);
  }

  async #tryTo(message: ToHost): Promise<void> {
    try {
      await this.#handle(message);
    } catch (error) {
      this.fail(error);
    }
  }

  /**
   * Reports what a task, or the host's own code, threw.
   * @param given where it is thought not to be a task
   */
  fail(error: unknown, given: FaultStage | undefined = ownStage.stage): void {
    this.#stopDraining();
    const table = this.#stage?.table;
    // Electron tells of a task's rejection before anybody could have handled it.
    const during = table?.failedTask(0) === undefined ? given : undefined;
    const task = during === undefined ? table?.openTask(0) : undefined;
    this.#options.send({
      type: 'fault',
      kind: 'threw',
      ...describeThrown(error),
      ...defined({
        worker: this.#stage?.setup.firstWorker,
        task,
        stage: during,
      }),
    });
  }

  /** Own code ends this process: what it owes is sent now, as there is no later. */
  leaving({ call, caller, inHook, ...ending }: EndingCall): void {
    const stage = this.#stage;
    const { stage: during, isAtRest } = ownStage;
    if (inHook) return this.#options.send({ type: 'note', ...lateCall(call) });
    if (stage !== undefined && this.#hasFinished && (during === 'teardown' || isAtRest)) {
      this.#options.send({ type: 'note', ...lateCall(call) });
      return this.#sendEnd(stage);
    }
    const outside = caller === undefined ? 'uncaught' : undefined;
    const given = during ?? outside;
    const task = given === undefined ? stage?.table.taskOf(0, caller) : undefined;
    this.#options.send({
      type: 'fault',
      kind: 'called',
      message: call,
      ...ending,
      ...defined({
        worker: stage?.setup.firstWorker,
        task,
        stage: given,
      }),
    });
  }

  /** An exit hook of own code threw when this process was let go. */
  hookThrew(error: unknown): void {
    if (this.#stage === undefined) return;
    this.#options.send({ type: 'note', ...hookError(error) });
  }

  /** What a teardown of own code has started failed. */
  noteTeardown = (error: unknown): void =>
    this.#options.send({ type: 'note', ...teardownError(error) });

  /** Something of own code failed when nothing kept this process alive any more. */
  noteLate = (error: unknown, ends: boolean): void => {
    this.#options.send({ type: 'note', ...lateError(error) });
    if (ends && this.#stage !== undefined) this.#sendEnd(this.#stage);
  };

  /** Ends the threads at once, wherever they are. */
  async terminate(): Promise<void> {
    this.#stopDraining();
    await this.#group?.terminate();
  }

  async #handle(message: ToHost): Promise<void> {
    switch (message.type) {
      case 'setup':
        return await this.#setUp(message);
      case 'decide':
        return await this.#decide(this.#require());
      case 'go':
        return await this.#goAsWorker(this.#require(), message.range);
      case 'more':
        return this.#takeMore(this.#require(), message.range);
      case 'drain':
        return await this.#drainAll(this.#require());
      case 'join':
        return await this.#join(this.#require());
      case 'leave':
        await this.#group?.join();
        return this.#options.leave();
    }
  }

  #require(): Stage {
    if (this.#stage === undefined) throw new Error('a host was told to work before its setup');
    return this.#stage;
  }

  async #setUp(setup: HostSetup): Promise<void> {
    const { send } = this.#options;
    const stage = createStage(setup, send);
    const { clock, table } = stage;
    this.#stage = stage;
    this.#spawnedNs = clock.fromAbsolute(this.#options.beganNs);
    let workers: readonly WorkerIdentity[] = [];
    if (setup.threads === 0) {
      const { workload, seed, inputs } = setup;
      const tid = ownThreadId();
      const runner = await this.#options.loadWorkload(workload, seed, inputs);
      const betweenTasks = setup.telemetry
        ? new PeriodicTelemetry(table, 0, paces[setup.pace].drainMs, () => this.#sendDrained(stage))
        : nothingBetween;
      this.#own = { runner, betweenTasks };
      workers = [identity(setup, 0, tid)];
    } else if (setup.role === 'worker') {
      workers = await this.#spawnThreads(stage);
    }
    const atNs = clock.now();
    this.#options.send({ type: 'ready', spawnedNs: this.#spawnedNs, atNs, workers });
  }

  async #spawnThreads(stage: Stage): Promise<readonly WorkerIdentity[]> {
    const { setup, table } = stage;
    const { workload, seed, schedule, telemetry, pace, inputs } = setup;
    const group = new ThreadGroup(table, {
      entry: this.#options.threadEntry,
      setup: {
        workload,
        seed,
        schedule,
        telemetry,
        pace,
        inputs,
        shared: this.#options.shared ?? false,
      },
      onPart: (published) => stage.supply.started(prefetchState(stage, published)),
      onHungry: () => stage.supply.starved(prefetchState(stage)),
      onFault: ({ worker, ...fault }) => {
        this.#stopDraining();
        const { stage: given, ...what } = fault;
        const during = table.failedTask(worker) === undefined ? given : undefined;
        const task = during === undefined ? table.openTask(worker) : undefined;
        const at = { stage: during, worker: setup.firstWorker + worker, task };
        this.#options.send({ type: 'fault', ...what, ...defined(at) });
      },
      onNote: (note) => this.#options.send({ type: 'note', ...note }),
    });
    this.#group = group;
    const ready = await group.ready;
    this.#spawnedNs = Math.max(...ready.map(({ beganNs }) => beganNs));
    return ready.map(({ tid }, thread) => identity(setup, thread, tid));
  }

  /** The program decides now: everything from here to the last result is its cold time. */
  async #decide(stage: Stage): Promise<void> {
    const { setup, clock, table, cpu } = stage;
    table.publish(0, setup.tasks, true);
    cpu.start();
    if (setup.threads === 0) {
      cpu.go();
      const goNs = clock.now();
      await this.#runHere(stage);
      this.#finish(stage, { decidedNs: goNs, spawnedNs: goNs, goNs });
      return;
    }
    const decidedNs = clock.now();
    const workers = await this.#spawnThreads(stage);
    cpu.go();
    const goNs = clock.now();
    this.#group?.go();
    this.#options.send({ type: 'workers', workers });
    this.#startDraining(stage);
    await this.#group?.done;
    this.#finish(stage, { decidedNs, spawnedNs: this.#spawnedNs, goNs });
  }

  async #goAsWorker(stage: Stage, range: TaskRange): Promise<void> {
    stage.cpu.go();
    const goNs = stage.clock.now();
    stage.table.publish(range.from, range.count, range.last);
    if (stage.setup.threads === 0) {
      await this.#runHere(stage);
    } else {
      this.#group?.go();
      this.#startDraining(stage);
      await this.#group?.done;
    }
    this.#finish(stage, { spawnedNs: this.#spawnedNs, goNs });
  }

  async #runHere(stage: Stage): Promise<void> {
    const { setup, table, supply } = stage;
    if (this.#own === undefined) throw new Error('a host without threads has no workload');
    await runTasks({
      ...this.#own,
      table,
      schedule: setup.schedule,
      worker: 0,
      workers: 1,
      concurrency: setup.concurrency,
      onPart: (published) => supply.started(prefetchState(stage, published)),
      waitForMore: () => {
        supply.starved(prefetchState(stage));
        return promised<void>((resolve) => {
          this.#more = resolve;
        });
      },
    });
  }

  #takeMore({ table, supply }: Stage, range: TaskRange): void {
    supply.arrived();
    table.publish(range.from, range.count, range.last);
    const more = this.#more;
    this.#more = undefined;
    more?.();
  }

  #finish(
    stage: Stage,
    begun: { readonly decidedNs?: number; readonly spawnedNs: number; readonly goNs: number },
  ): void {
    const { table, clock, cpu } = stage;
    const collectedNs = clock.now();
    const used = cpu.finish();
    const peakRssBytes = ownPeakRssBytes();
    this.#stopDraining();
    this.#hasFinished = true;
    const finished: HostFinished = {
      type: 'finished',
      marks: { ...begun, lastDoneNs: table.lastEndNs(), collectedNs },
      ...defined({ cpu: used, peakRssBytes }),
      results: table.results(),
      closes: this.#group?.closes ?? this.#own?.runner.close !== undefined,
    };
    this.#options.send(finished);
    void this.#options.rest?.();
  }

  /** What the workers let go of falls into no phase: the trial's clock stands still meanwhile. */
  async #drainAll(stage: Stage): Promise<void> {
    if (this.#hasFinished) {
      // Should own code not let go, they are there.
      if (isModule(stage.setup.workload)) this.#sendDrained(stage, Infinity);
      await this.#group?.letGo();
      await this.#letGoHere(stage);
    }
    this.#sendLast(stage);
  }

  async #letGoHere({ setup: { workload } }: Stage): Promise<void> {
    if (this.#own === undefined) return;
    const { runner } = this.#own;
    if (!isModule(workload)) return await runner.close?.();
    const close = runner.close === undefined ? undefined : () => runner.close?.();
    const { settle = () => promised<boolean>((resolve) => resolve(true)) } = this.#options;
    const end = { kind: 'process', settle } as const;
    const notes = await letGo(close, end);
    for (let at = 0; at < notes.length; at += 1) {
      const note = notes[at];
      if (note !== undefined) this.#options.send({ type: 'note', ...note });
    }
  }

  /** All that is owed where own code ends this process. */
  #sendEnd(stage: Stage): void {
    this.#sendLast(stage);
    this.#options.send({ type: 'joined', joinNs: 0 });
  }

  #sendLast({ drain }: Stage): void {
    const printedBytes = (this.#options.printedBytes?.() ?? 0) + (this.#group?.printedBytes ?? 0);
    if (printedBytes > 0) this.#options.send({ type: 'printed', bytes: printedBytes });
    this.#options.send({ type: 'spans', ...drain.take(), last: true });
  }

  async #join(stage: Stage): Promise<void> {
    const fromNs = stage.clock.now();
    await this.#group?.join();
    const joinNs = this.#group === undefined ? 0 : stage.clock.now() - fromNs;
    this.#group = undefined;
    this.#options.send({ type: 'joined', joinNs });
  }

  #startDraining(stage: Stage): void {
    if (!stage.setup.telemetry) return;
    this.#timer = setInterval(() => this.#sendDrained(stage), paces[stage.setup.pace].drainMs);
  }

  #stopDraining(): void {
    clearInterval(this.#timer);
  }

  #sendDrained({ drain, setup }: Stage, most: number = paces[setup.pace].drainedAtOnce): void {
    const drained = drain.take(most);
    if (drained.spans.task.length === 0 && drained.heaps.atNs.length === 0) return;
    this.#options.send({ type: 'spans', ...drained, last: false });
  }
}
