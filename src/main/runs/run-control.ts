// The app's runs, as holders of the machine's lease; claims, estimates and the idle watch are its other clients.
import { failureText } from '@present/words/engine/failures';
import { within } from '@engine/host/base/deferred';
import type { TrackedLauncher } from '@engine/launch/tracked-launcher';
import type { StartEstimate } from '@engine/run/estimate';
import { interpretersFor } from '@engine/python/find-interpreters';
import type { RunJournal } from '@engine/run-journal';
import type { KeptRun, RunKeeper } from '@engine/store/run-keeper';
import type { EntryPaths, RunOptions, StartRun } from '@engine/types';
import { defined } from '@shared/base/defined';
import type { CostEstimate } from '@shared/experiment/cost';
import type { Experiment } from '@shared/experiment/experiment';
import type { LiveEvent } from '@shared/report/live';
import type { Report } from '@shared/report/report';
import { errorText } from '@shared/base/error-text';
import { Refused } from '@shared/base/refused';
import type { Failure } from '@shared/report/failures';
import { ok, type Problem, type Result } from '@shared/base/result';
import type { Agreed } from './consent';
import { logBug } from '../base/log';
import { Estimates } from './estimates';
import { IdleWatch, type Watch } from './idle-watch';
import { MachineLease, type HolderKind, type LeaseState, type LeasedWork } from './machine-lease';

export type { LeasedWork } from './machine-lease';

/** The engine, as it is used here. */
export interface Engine {
  readonly startRun: StartRun;
  readonly startEstimate: StartEstimate;
  readonly watchMachine: (options: Pick<RunOptions, 'launcher' | 'entries' | 'onEvent'>) => Watch;
}

export interface RunControlOptions {
  readonly engine: Engine;
  readonly launcher: TrackedLauncher;
  readonly entries: EntryPaths;
  readonly program: Report['program'];
  readonly onEvent: (event: LiveEvent) => void;
  readonly onReport: (report: Report) => void;
  readonly onProblem: (problem: Problem) => void;
  /** The place of a run to come in the user's data folder; none is kept without it. */
  readonly createRun?: () => Pick<RunKeeper, keyof RunJournal | 'finish'>;
  /** The report is kept, or can't be, with the reason. */
  readonly onKept?: (kept: Result<KeptRun>) => void;
}

/** How long the report of what was measured may take when the app closes. */
const reportWithinMs = 10_000;

const nothing: Agreed = { interpreters: [], opened: [] };

const agreed = (): Promise<Result<Agreed>> => Promise.resolve(ok(nothing));

export class RunControl {
  readonly #options: RunControlOptions;
  readonly #lease: MachineLease;
  readonly #estimates: Estimates;
  readonly #idleWatch: IdleWatch;

  constructor(options: RunControlOptions) {
    this.#options = options;
    const { engine, launcher, entries, onEvent, onProblem } = options;
    const lease = new MachineLease((error) => this.#tellBug(error));
    this.#lease = lease;
    this.#estimates = new Estimates(lease, engine.startEstimate);
    this.#idleWatch = new IdleWatch({
      lease,
      start: () => engine.watchMachine({ launcher, entries, onEvent }),
      onProblem,
    });
    for (const client of [this.#idleWatch, this.#estimates]) lease.addYielding(client);
  }

  /** What is under way: a run or claims, and how far; undefined while the machine is free. */
  get state(): LeaseState | undefined {
    return this.#lease.state;
  }

  /** Aborted when the preparation under way is stopped: what it asks is asked no more. */
  get preparing(): AbortSignal | undefined {
    return this.#lease.preparing;
  }

  /** Resolves with what a run of it would cost; see {@link Estimates.estimate}. */
  estimate(
    experiment: Experiment,
    { content }: Pick<Agreed, 'content'> = nothing,
  ): Promise<Result<CostEstimate>> {
    const { launcher, entries } = this.#options;
    return this.#estimates.estimate({ experiment, launcher, entries, content });
  }

  /**
   * Starts a run of what the user agrees to, the interpreters it names with it; `run-under-way`
   * where there is one already, `stopped` where it was stopped before it began. Its end is told by
   * `onReport`.
   * @param agree asks the user, before anything of it is run; its problem is the answer
   */
  start(
    experiment: Experiment,
    agree: () => Promise<Result<Agreed>> = agreed,
  ): Promise<Result<undefined>> {
    const { engine, launcher, entries, program, onEvent } = this.#options;
    return this.#lease.take({
      kind: 'run',
      prepare: async () => {
        const allowed = await agree();
        if (!allowed.ok) return allowed;
        const { content, interpreters: named, opened } = allowed.value;
        const searched = await interpretersFor(experiment, { named, opened });
        return ok({ content, searched });
      },
      begin: ({ content, searched }) => {
        const journal = this.#options.createRun?.();
        const run = engine.startRun({
          ...searched,
          ...{ experiment, content, launcher, entries, program, onEvent },
          ...defined({ journal }),
        });
        return { stop: () => run.stop(), done: this.#keep(run.done, journal) };
      },
    });
  }

  /** Tells the report as soon as it is there, then keeps it: the next run is not to share the cores. */
  async #keep(
    done: Promise<Report>,
    journal: Pick<RunKeeper, 'finish'> | undefined,
  ): Promise<void> {
    const report = await done;
    this.#options.onReport(report);
    if (journal !== undefined) this.#options.onKept?.(await journal.finish(report));
  }

  /**
   * Gives the machine to claims; `run-under-way` where it has work already, `not-started` with the
   * reason where the preparation throws.
   * @param begin is not called where it was stopped before
   */
  occupy<T>(
    prepare: () => Promise<T>,
    begin: (prepared: T) => LeasedWork,
  ): Promise<Result<undefined>> {
    return this.#lease.take({ kind: 'claims', prepare: async () => ok(await prepare()), begin });
  }

  /** Stops the run or the claims under way or being prepared, if any; with a kind, only that. */
  stop(kind?: HolderKind): void {
    this.#lease.stop(kind);
  }

  /** Samples the machine at rest, whenever it is free, until it is stopped. */
  watch(on: boolean): Promise<void> {
    return this.#idleWatch.want(on);
  }

  /** Ends everything, by force after `limitMs`. Resolves when no child is left. */
  async close(limitMs: number): Promise<void> {
    const { launcher } = this.#options;
    const ended = this.#lease.close();
    const gone = ended.then(() => launcher.allGone(limitMs));
    if ((await within(gone, limitMs)) === true) return;
    launcher.killAll();
    await launcher.allGone(limitMs);
    // What was measured is still made a report of; its journal is on disk already.
    await within(ended, reportWithinMs);
  }

  #tellBug(error: unknown): void {
    const { launcher, onEvent, onProblem } = this.#options;
    logBug('run', error);
    launcher.killAll();
    const failure: Failure =
      error instanceof Refused
        ? { code: 'run-refused', args: { problem: error.problem } }
        : { code: 'internal', args: { why: errorText(error) } };
    onEvent({ type: 'run-end', status: 'failed', failure });
    onProblem({ code: 'internal', message: failureText(failure) });
  }
}
