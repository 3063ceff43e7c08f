// Runs one trial after another: each with what its workload needs around it, and all of them ended
// by one Stop.
import type { Cell } from '@shared/experiment/cells';
import type { Failure } from '@shared/report/failures';
import type { TrialStatus } from '@shared/report/statuses';
import type { WorkloadInputs } from '@shared/wire/messages';
import { Unavailable, type WorkloadFixtures } from './workload-fixtures';
import type { Reference } from './checksums';
import { Ending } from './ending';
import type { TrialContext } from './trial-session';
import { runTrial, type TrialOutcome } from './trial';

/** One trial to run: the experiment's tasks in this cell. */
export interface TrialJob {
  /** Number of the trial in the run's order, or one that is no trial's. */
  readonly trial: number;
  readonly cell: Cell;
  /** Absent only while there is none: its own first tasks are the measure then. */
  readonly reference?: Reference;
  /** Its times count for nothing: it may cost more to be watched. */
  readonly warmup?: boolean;
}

export class TrialRunner {
  readonly #fixtures: WorkloadFixtures;
  #current: Ending | undefined;
  #stopped = false;
  #count = 0;

  constructor(fixtures: WorkloadFixtures) {
    this.#fixtures = fixtures;
  }

  /** Whether it was asked to stop: nothing more is to be begun. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Ends the trial under way, and every later one as it begins. */
  stop(): void {
    this.#stopped = true;
    if (this.#current !== undefined) endStopped(this.#current);
  }

  /** Runs one trial; when it resolves, no process and no folder of it is left. Rejects for bugs only. */
  async run(context: TrialContext, job: TrialJob): Promise<TrialOutcome> {
    const ending = new Ending();
    this.#current = ending;
    if (this.#stopped) endStopped(ending);
    this.#count += 1;
    let inputs: WorkloadInputs;
    try {
      inputs = await this.#fixtures.forTrial(`trial-${this.#count}`);
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      return failed(context, job, error.failure);
    }
    const { tasks } = context.experiment;
    const outcome = await runTrial(context, { ...job, tasks, inputs, ending });
    await this.#fixtures.afterTrial(inputs);
    if (!blamesTheWork.has(outcome.end.status)) return outcome;
    const lost = await this.#fixtures.whyLost();
    return lost === undefined ? outcome : failed(context, job, lost);
  }
}

/** Endings that have their cause elsewhere where what the work needs was lost. */
const blamesTheWork: ReadonlySet<TrialStatus> = new Set(['failed', 'timeout', 'mismatch']);

function failed({ clock }: TrialContext, { trial }: TrialJob, failure: Failure): TrialOutcome {
  return { end: { trial, status: 'failed', evidence: { failure }, endNs: clock.now() } };
}

function endStopped(ending: Ending): void {
  ending.end({ status: 'stopped', evidence: { failure: { code: 'stopped', args: {} } } });
}
