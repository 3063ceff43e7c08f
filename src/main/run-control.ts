// The app's one run (or its claims) at a time, what it would cost, and the watching of the cores while there is none.
import { within } from '@engine/host/deferred';
import type { TrackedLauncher } from '@engine/launch/tracked-launcher';
import type { EstimateHandle, StartEstimate } from '@engine/estimate';
import { interpretersFor } from '@engine/python/find-interpreters';
import { strangeInterpreters } from '@engine/python/named-interpreters';
import type { EntryPaths, RunOptions, StartRun } from '@engine/types';
import type { CostEstimate } from '@shared/cost';
import type { Experiment } from '@shared/experiment';
import type { LiveEvent } from '@shared/live';
import type { Report } from '@shared/report';
import { fail, ok, type Problem, type Result } from '@shared/result';
import { logBug } from './log';

export interface Watch {
  stop(): Promise<void>;
}

/** What has the machine to itself: a run, or claims being tried. */
export interface Work {
  stop(): void;
  /** Resolves when no child of it is left; rejects for bugs only. */
  readonly done: Promise<void>;
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
}

export class RunControl {
  readonly #options: RunControlOptions;
  #state: 'idle' | 'starting' | 'running' | 'closed' = 'idle';
  #work: Work | undefined;
  #ended: Promise<void> = Promise.resolve();
  #estimate: EstimateHandle | undefined;
  /** How many estimates were asked for: the last one counts. */
  #asked = 0;
  #watch: Watch | undefined;
  #watchWanted = false;
  /** Starting and stopping to watch, one after the other. */
  #watching: Promise<void> = Promise.resolve();

  constructor(options: RunControlOptions) {
    this.#options = options;
  }

  /**
   * What a run of it would cost, from a short pilot; `run-under-way` where there is a run. A later
   * estimate, a run or the closing ends the pilot, which is `cancelled` then.
   */
  async estimate(experiment: Experiment): Promise<Result<CostEstimate>> {
    this.#asked += 1;
    const asked = this.#asked;
    while (this.#estimate !== undefined) await this.#endEstimate();
    if (asked !== this.#asked) return fail('cancelled', 'A later estimate was asked for.');
    if (this.#state === 'closed') return fail('closing', 'Corelane is closing.');
    if (this.#state !== 'idle') {
      return fail('run-under-way', 'A run is under way. What it costs shows as it goes on.');
    }
    const { engine, launcher, entries } = this.#options;
    const estimate = engine.startEstimate({ experiment, launcher, entries });
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
   * Starts a run of what the person has agreed to, the interpreters it names with it; `run-under-way`
   * where there is one already. Its end is told by `onReport`.
   */
  start(experiment: Experiment): Promise<Result<undefined>> {
    const { engine, launcher, entries, program, onEvent, onReport } = this.#options;
    return this.occupy(
      () => interpretersFor(experiment, strangeInterpreters(experiment)),
      (interpreters) => {
        const run = engine.startRun({
          ...{ experiment, interpreters, launcher, entries, program, onEvent },
        });
        return { stop: () => run.stop(), done: run.done.then(onReport) };
      },
    );
  }

  /**
   * Gives the machine to one piece of work; `run-under-way` where it has one already.
   * @param begin is not called where it was stopped before
   */
  async occupy<T>(
    prepare: () => Promise<T>,
    begin: (prepared: T) => Work,
  ): Promise<Result<undefined>> {
    if (this.#state === 'closed') return fail('closing', 'Corelane is closing.');
    if (this.#state !== 'idle') {
      return fail('run-under-way', 'A run is under way. Stop it first, or wait for its end.');
    }
    this.#state = 'starting';
    const [prepared] = await Promise.all([prepare(), this.#updateWatch(), this.#endEstimate()]);
    // Stopped or closed meanwhile.
    if (this.#state !== 'starting') return ok(undefined);
    this.#work = begin(prepared);
    this.#state = 'running';
    this.#ended = this.#finish(this.#work);
    return ok(undefined);
  }

  /** Stops the run or the claims under way, if any. */
  stop(): void {
    if (this.#state === 'starting') this.#becomeIdle();
    this.#work?.stop();
  }

  /** Samples the machine at rest, whenever no run is under way, until told otherwise. */
  watch(on: boolean): Promise<void> {
    this.#watchWanted = on;
    return this.#updateWatch();
  }

  /** Ends everything, by force after `limitMs`. Resolves when no child is left. */
  async close(limitMs: number): Promise<void> {
    const { launcher } = this.#options;
    this.#state = 'closed';
    this.#work?.stop();
    const settled = Promise.all([this.#ended, this.#updateWatch(), this.#endEstimate()]);
    const gone = settled.then(() => launcher.allGone(limitMs));
    if ((await within(gone, limitMs)) === true) return;
    launcher.killAll();
    await launcher.allGone(limitMs);
  }

  async #finish(work: Work): Promise<void> {
    const { launcher, onEvent, onProblem } = this.#options;
    try {
      await work.done;
    } catch (error) {
      logBug('run', error);
      launcher.killAll();
      const message = `The run failed inside Corelane: ${String(error)}.`;
      onEvent({ type: 'run-end', status: 'failed', message });
      onProblem({ code: 'internal', message });
    }
    this.#work = undefined;
    this.#becomeIdle();
  }

  #becomeIdle(): void {
    if (this.#state === 'closed') return;
    this.#state = 'idle';
    void this.#updateWatch();
  }

  #updateWatch(): Promise<void> {
    this.#watching = this.#watching.then(async () => {
      const { engine, launcher, entries, onEvent, onProblem } = this.#options;
      const wanted = this.#watchWanted && this.#state === 'idle';
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
