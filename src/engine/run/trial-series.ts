// The trials of a run: those planned first, then, where the experiment asks for it, more of the
// cells whose times are not precise yet.
import { defined } from '@shared/base/defined';
import type { Until } from '@shared/experiment/experiment';
import type { PlannedTrial } from '@shared/report/live';
import { planMore, type Plan } from './plan';
import { createRandom } from '../random';
import { cellsToRepeat, noteRepeating, fits, type CellProgress } from './repeat-until';
import type { Reference } from '../trial/checksums';
import { MismatchCause } from '../trial/mismatch-cause';
import { emptyReference, makeReference, referenceOf } from '../trial/reference';
import type { TrialContext } from '../trial/trial-session';
import type { TrialRunner } from '../trial/trial-runner';

/** Trials of a run that are measured again at most. */
const maxAgain = 20;

/** A cell's progress, as it grows. */
interface Growing extends CellProgress {
  trials: number;
  readonly coldNs: number[];
  readonly spentNs: number[];
}

export class TrialSeries {
  readonly #context: TrialContext;
  readonly #emptyContext: TrialContext;
  readonly #runner: TrialRunner;
  readonly #plan: Plan;
  readonly #progress: ReadonlyMap<string, Growing>;
  readonly #mismatchCause: MismatchCause;
  #reference: Reference | undefined;
  /** The number of the next trial that is not planned yet. */
  #nextTrial: number;
  #measuredAgain = 0;

  constructor(context: TrialContext, runner: TrialRunner, plan: Plan) {
    this.#context = context;
    this.#emptyContext = {
      ...context,
      experiment: { ...context.experiment, workload: { kind: 'empty', params: {} } },
    };
    this.#runner = runner;
    this.#mismatchCause = new MismatchCause(context, runner, plan.cells);
    this.#plan = plan;
    this.#nextTrial = plan.order.length;
    this.#progress = new Map(
      plan.cells.map((cell) => [cell.id, { cell, trials: 0, coldNs: [], spentNs: [] }]),
    );
  }

  /** Makes the reference, then runs every trial; ends early where it is stopped. */
  async run(): Promise<void> {
    await this.#makeReference();
    const { clock, experiment } = this.#context;
    const firstNs = clock.now();
    for (const planned of this.#plan.order) {
      if (this.#runner.stopped) return;
      await this.#one(planned);
    }
    if (experiment.until !== undefined) await this.#repeat(experiment.until, firstNs);
  }

  /** Cold times of a cell's measured trials that succeeded, in nanoseconds. */
  coldNs(cell: string): readonly number[] {
    return this.#progress.get(cell)?.coldNs ?? [];
  }

  async #makeReference(): Promise<void> {
    if (this.#runner.stopped) return;
    const made = await makeReference(this.#context, this.#runner, this.#plan.cells);
    if (made.ok) this.#reference = made.value;
    else if (!this.#runner.stopped) {
      this.#context.emit({
        type: 'note',
        note: { code: 'reference-failed', args: { why: made.problem } },
      });
    }
  }

  async #repeat(until: Until, firstNs: number): Promise<void> {
    const { clock, emit, experiment } = this.#context;
    const endNs = firstNs + until.budgetSeconds * 1e9;
    const random = createRandom(experiment.seed + 1);
    const last = this.#plan.order.at(-1);
    let round = last?.round ?? 0;
    while (!this.#runner.stopped) {
      const progress = [...this.#progress.values()];
      const cells = cellsToRepeat(progress, until, endNs - clock.now());
      if (cells.length === 0) {
        return emit({ type: 'note', note: noteRepeating(progress, until) });
      }
      round += 1;
      const order = planMore(cells, random, { round, firstTrial: this.#nextTrial });
      this.#nextTrial += order.length;
      emit({ type: 'planned', order });
      for (const planned of order) {
        if (this.#runner.stopped) return;
        // The others of the round may have taken longer than expected.
        if (fits(this.#progressOf(planned), endNs - clock.now())) await this.#one(planned);
      }
    }
  }

  /** Runs one trial; the first that ends well is the reference where none could be made. */
  async #one(planned: PlannedTrial): Promise<void> {
    const { trial, empty = false, warmup } = planned;
    const progress = this.#progressOf(planned);
    const context = empty ? this.#emptyContext : this.#context;
    const reference = empty ? emptyReference : this.#reference;
    const beganNs = context.clock.now();
    context.emit({ type: 'trial-begin', trial, atNs: beganNs });
    const { end, finished } = await this.#runner.run(context, {
      trial,
      cell: progress.cell,
      warmup,
      ...defined({ reference }),
    });
    const told = await this.#mismatchCause.explain(end, progress.cell);
    context.emit({ type: 'trial-end', end: told });
    await context.afterTrial?.();
    if (end.stoodStillNs !== undefined) return this.#measureAgain(planned);
    if (empty) return;
    if (end.status === 'ok' && finished !== undefined) {
      this.#reference ??= referenceOf(finished, context.experiment);
    }
    if (warmup) return;
    progress.trials += 1;
    progress.spentNs.push(context.clock.now() - beganNs);
    if (end.status === 'ok' && end.coldNs !== undefined) progress.coldNs.push(end.coldNs);
  }

  /** In place of a trial during which everything stood still; somebody may be doing that all the time. */
  async #measureAgain(planned: PlannedTrial): Promise<void> {
    if (this.#measuredAgain >= maxAgain || this.#runner.stopped) return;
    this.#measuredAgain += 1;
    const again = { ...planned, trial: this.#nextTrial };
    this.#nextTrial += 1;
    this.#context.emit({ type: 'planned', order: [again], why: 'stood-still' });
    await this.#one(again);
  }

  #progressOf({ cell }: PlannedTrial): Growing {
    const progress = this.#progress.get(cell);
    if (progress === undefined) throw new Error(`the plan names an unknown cell, ${cell}`);
    return progress;
  }
}
