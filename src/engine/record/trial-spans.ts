// The tasks of a run's trials within its budget: all of them while their trial is under way, then as many
// as the trial may keep, and what is known of all.
import { splitRun } from '@analysis/cells/split';
import { defined } from '@shared/base/defined';
import type { RunSplit } from '@shared/report/findings';
import { emptySpans, type SpanColumns, type TrialEnd } from '@shared/report/live';
import type { WorkerIdentity } from '@shared/wire/messages';
import type { TaskTimes } from '@shared/report/reduced';
import { limits } from '@shared/experiment/experiment';
import { Allowance } from './budget';
import { someOf, timesOf } from './reduce-spans';

/** No trial has more tasks: what is beyond it is a mistake of whoever sent it. */
const maxInTrial = 2 * limits.tasks.max;

/** What is kept of a trial's tasks. */
export interface KeptSpans {
  readonly spans: SpanColumns;
  /** Where `spans` are some of them. */
  readonly times?: TaskTimes;
  readonly split?: RunSplit;
}

export class RecordedSpans {
  readonly #allowance: Allowance;
  readonly #waiting = new Map<number, SpanColumns>();
  readonly #told = new Map<number, Pick<KeptSpans, 'times' | 'split'>>();
  readonly #kept = new Map<number, KeptSpans>();

  constructor(budget: number, trials: number) {
    this.#allowance = new Allowance(budget, trials);
  }

  /** Tasks of a trial; those of one that has ended, or is none of the run's, are left out. */
  add(trial: number, { task, worker, startNs, endNs }: SpanColumns): void {
    if (this.#kept.has(trial)) return;
    const spans = this.#waiting.get(trial) ?? emptySpans();
    this.#waiting.set(trial, spans);
    const room = Math.min(task.length, maxInTrial - spans.task.length);
    for (let row = 0; row < room; row += 1) {
      const [one, by, from, to] = [task[row], worker[row], startNs[row], endNs[row]];
      if (one === undefined || by === undefined || from === undefined || to === undefined) return;
      if (!Number.isFinite(from) || !Number.isFinite(to)) continue;
      spans.task.push(one);
      spans.worker.push(by);
      spans.startNs.push(from);
      spans.endNs.push(to);
    }
  }

  /** The tasks of a trial were reduced before they came here. */
  addTimes(trial: number, told: Pick<KeptSpans, 'times' | 'split'>): void {
    this.#told.set(trial, told);
  }

  /**
   * A trial has ended: its tasks are reduced to what it may keep.
   * @param workersKept whether its workers are; where not, how they spent it is computed now
   */
  close(end: TrialEnd, workers: readonly WorkerIdentity[], workersKept: boolean): KeptSpans {
    const all = this.#waiting.get(end.trial) ?? emptySpans();
    // What the reference and broken trials left is of no use any more.
    this.#waiting.clear();
    const spans = someOf(all, this.#allowance.quota);
    this.#allowance.keep(spans.task.length);
    const told = this.#told.get(end.trial) ?? sumUp(all, spans);
    const whole = workersKept && spans.task.length === all.task.length;
    const split =
      told.split ??
      (whole || end.status !== 'ok' ? undefined : splitRun({ ...end, workers, spans: all }));
    const kept: KeptSpans = { spans, ...told, ...defined({ split }) };
    this.#told.delete(end.trial);
    this.#kept.set(end.trial, kept);
    return kept;
  }

  /** Returns what is kept of a trial that has ended. */
  of(trial: number): KeptSpans {
    return this.#kept.get(trial) ?? { spans: emptySpans() };
  }

  /** Trials of which some tasks are not kept. */
  get reduced(): number {
    let count = 0;
    for (const { times } of this.#kept.values()) if (times !== undefined) count += 1;
    return count;
  }
}

/** Returns what is known of all tasks, where not all are listed. */
function sumUp(all: SpanColumns, kept: SpanColumns): Pick<KeptSpans, 'times' | 'split'> {
  const times = kept.task.length === all.task.length ? undefined : timesOf(all);
  return defined({ times });
}
