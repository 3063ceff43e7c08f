// The app's one run (or its claims) at a time, what it would cost, and the watching of the cores while there is none.
import { within } from '@engine/host/base/deferred';
import type { TrackedLauncher } from '@engine/launch/tracked-launcher';
import type { EstimateHandle, StartEstimate } from '@engine/run/estimate';
import { interpretersFor } from '@engine/python/find-interpreters';
import type { RunJournal } from '@engine/run-journal';
import type { KeptRun, RunKeeper } from '@engine/store/run-keeper';
import type { EntryPaths, RunOptions, StartRun } from '@engine/types';
import type { CostEstimate } from '@shared/experiment/cost';
import type { Experiment } from '@shared/experiment/experiment';
import type { LiveEvent } from '@shared/report/live';
import type { Report } from '@shared/report/report';
import { fail, ok, type Problem, type Result } from '@shared/base/result';
import type { Agreed } from './consent';
import { logBug } from '../base/log';
import { MachineTurns, type TurnKind, type TurnState, type Work } from './machine-turns';

export type { Work } from './machine-turns';

export interface Watch {
  stop(): Promise<void>;
}

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
  /** The place of a run to come in the person's data folder; none is kept without it. */
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
  readonly #turns: MachineTurns;
  #estimate: EstimateHandle | undefined;
  /** How many estimates were asked for: the last one counts. */
  #asked = 0;
  #watch: Watch | undefined;
  #watchWanted = false;
  /** Starting and stopping to watch, one after the other. */
  #watching: Promise<void> = Promise.resolve();

  constructor(options: RunControlOptions) {
    this.#options = options;
    this.#turns = new MachineTurns({
      onFree: () => void this.#updateWatch(),
      onBug: (error) => this.#tellBug(error),
    });
  }

  /** What is under way: a run or claims, and how far; nothing while the machine is free. */
  get state(): TurnState | undefined {
    return this.#turns.state;
  }

  /** Aborted when the preparation under way is stopped: what it asks is asked no more. */
  get preparing(): AbortSignal | undefined {
    return this.#turns.preparing;
  }

  /**
   * What a run of it would cost, from a short pilot; `run-under-way` where there is a run. A later
   * estimate, a run or the closing ends the pilot, which is `cancelled` then.
   */
  async estimate(
    experiment: Experiment,
    { content }: Pick<Agreed, 'content'> = nothing,
  ): Promise<Result<CostEstimate>> {
    this.#asked += 1;
    const asked = this.#asked;
    while (this.#estimate !== undefined) await this.#endEstimate();
    if (asked !== this.#asked) return fail('cancelled', 'A later estimate was asked for.');
    if (this.#turns.closed) return fail('closing', 'Corelane is closing.');
    if (this.#turns.state !== undefined) {
      return fail('run-under-way', 'A run is under way. What it costs shows as it goes on.');
    }
    try {
      return await this.#pilot(experiment, content);
    } catch (error) {
      logBug('estimate', error);
      const what = error instanceof Error ? error.message : String(error);
      return fail('pilot-failed', `What it would cost is not known: ${what}.`);
    }
  }

  async #pilot(experiment: Experiment, content: Agreed['content']): Promise<Result<CostEstimate>> {
    const { engine, launcher, entries } = this.#options;
    const estimate = engine.startEstimate({ experiment, launcher, entries, content });
    this.#estimate = estimate;
    try {
      return await estimate.done;
    } finally {
      if (this.#estimate === estimate) this.#estimate = undefined;
    }
  }

  async #endEstimate(): Promise<void> {
    const estimate = this.#estimate;
    estimate?.cancel();
    await estimate?.done.catch((error: unknown) => logBug('estimate', error));
  }

  /**
   * Starts a run of what the person agrees to, the interpreters it names with it; `run-under-way`
   * where there is one already, `stopped` where it was stopped before it began. Its end is told by
   * `onReport`.
   * @param agree asks the person, before anything of it is run; its problem is the answer
   */
  start(
    experiment: Experiment,
    agree: () => Promise<Result<Agreed>> = agreed,
  ): Promise<Result<undefined>> {
    const { engine, launcher, entries, program, onEvent } = this.#options;
    return this.#take(
      'run',
      async () => {
        const allowed = await agree();
        if (!allowed.ok) return allowed;
        const { content, interpreters: named, opened } = allowed.value;
        const searched = await interpretersFor(experiment, { named, opened });
        return ok({ content, searched });
      },
      ({ content, searched }) => {
        const journal = this.#options.createRun?.();
        const run = engine.startRun({
          ...searched,
          ...{ experiment, content, launcher, entries, program, onEvent },
          ...(journal === undefined ? {} : { journal }),
        });
        return { stop: () => run.stop(), done: this.#keep(run.done, journal) };
      },
    );
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
   * Gives the machine to one piece of work; `run-under-way` where it has one already, `not-started`
   * with the reason where the preparation throws.
   * @param begin is not called where it was stopped before
   */
  occupy<T>(prepare: () => Promise<T>, begin: (prepared: T) => Work): Promise<Result<undefined>> {
    return this.#take('claims', async () => ok(await prepare()), begin);
  }

  #take<T>(
    kind: TurnKind,
    prepare: () => Promise<Result<T>>,
    begin: (prepared: T) => Work,
  ): Promise<Result<undefined>> {
    return this.#turns.take<T>({
      kind,
      prepare: async () => {
        const ready = Promise.all([prepare(), this.#updateWatch(), this.#endEstimate()]);
        return (await ready)[0];
      },
      begin,
    });
  }

  /** Stops the run or the claims under way or being prepared, if any; with a kind, only that. */
  stop(kind?: TurnKind): void {
    this.#turns.stop(kind);
  }

  /** Samples the machine at rest, whenever no run is under way, until told otherwise. */
  watch(on: boolean): Promise<void> {
    this.#watchWanted = on;
    return this.#updateWatch();
  }

  /** Ends everything, by force after `limitMs`. Resolves when no child is left. */
  async close(limitMs: number): Promise<void> {
    const { launcher } = this.#options;
    const ended = this.#turns.close();
    const settled = Promise.all([ended, this.#updateWatch(), this.#endEstimate()]);
    const gone = settled.then(() => launcher.allGone(limitMs));
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
    const message = `The run failed inside Corelane: ${String(error)}.`;
    onEvent({ type: 'run-end', status: 'failed', message });
    onProblem({ code: 'internal', message });
  }

  #updateWatch(): Promise<void> {
    this.#watching = this.#watching.then(async () => {
      const { engine, launcher, entries, onEvent, onProblem } = this.#options;
      const wanted = this.#watchWanted && !this.#turns.closed && this.#turns.state === undefined;
      if (wanted === (this.#watch !== undefined)) return;
      try {
        const watch = this.#watch;
        this.#watch = undefined;
        if (wanted) this.#watch = engine.watchMachine({ launcher, entries, onEvent });
        else await watch?.stop();
      } catch (error) {
        logBug('watch', error);
        onProblem({ code: 'internal', message: `The cores can't be watched: ${String(error)}.` });
      }
    });
    return this.#watching;
  }
}
