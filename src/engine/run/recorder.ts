// The only fan-in: everything a run says passes here, into the report's columns and on to the
// listener. What is kept has a budget (record/budget.ts): when a trial ends, what came with it is reduced
// to the trial's part, and only that is kept. The listener is told everything as it comes.
import { defined } from '@shared/base/defined';
import type { Failure } from '@shared/report/failures';
import type { Experiment } from '@shared/experiment/experiment';
import type { Column } from '@shared/base/table';
import type {
  LiveEvent,
  PlannedTrial,
  SamplerCost,
  TrialEnd,
  Interference,
} from '@shared/report/live';
import type { RunStatus } from '@shared/report/statuses';
import { noteKey, type Note } from '@shared/report/notes';
import type { ReportSamples, TrialReport } from '@shared/report/report';
import { runBudget, type RowBudget } from '../record/budget';
import { noteReduced } from '../record/note-reduced';
import { RecordedSamples, type KeptSamples } from '../record/samples';
import { RecordedSpans } from '../record/trial-spans';
import { RecordedWorkers } from '../record/trial-workers';

/** A trial with the cell it is of, and whether its tasks did nothing. */
type RecordedTrial = TrialReport & { readonly cell: string; readonly empty: boolean };

export interface Recorded {
  readonly trials: readonly RecordedTrial[];
  readonly samples: ReportSamples;
  readonly cost?: SamplerCost;
  readonly notes: readonly Note[];
  readonly status: RunStatus;
  readonly failure?: Failure;
}

export interface RecorderOptions {
  /**
   * Told what is kept: the same events, but of rows those that are left, when their trial ends and before
   * that is said. A recorder that is told these keeps the same.
   */
  readonly onKept?: (event: LiveEvent) => void;
  readonly budget?: RowBudget;
}

/** No run says more that is worth reading. */
const maxNotes = 1000;

export class Recorder {
  readonly #listener: (event: LiveEvent) => void;
  readonly #onKept: (event: LiveEvent) => void;
  readonly #budget: RowBudget;
  readonly #ends = new Map<number, TrialEnd>();
  readonly #surroundings = new Map<number, Interference>();
  readonly #notes = new Map<string, Note>();
  #samples: RecordedSamples;
  #spans: RecordedSpans;
  #workers: RecordedWorkers;
  #order: PlannedTrial[] = [];
  #cost: SamplerCost | undefined;
  #status: RunStatus = 'failed';
  #failure: Failure | undefined;
  #notesLeftOut = 0;

  constructor(listener: (event: LiveEvent) => void, options: RecorderOptions = {}) {
    this.#listener = listener;
    this.#onKept = options.onKept ?? (() => undefined);
    this.#budget = options.budget ?? runBudget;
    this.#samples = this.#recordSamples([], 1);
    this.#spans = new RecordedSpans(this.#budget.spans, 1);
    this.#workers = new RecordedWorkers(this.#budget.identities, 1);
  }

  /** Takes one event: keeps its facts, then notifies the listener. */
  readonly take = (event: LiveEvent): void => {
    if (event.type === 'run-end') {
      this.#settle();
      for (const note of this.#noteReduced()) this.take({ type: 'note', note });
    }
    this.#keep(event);
    this.#listener(event);
  };

  #keep(event: LiveEvent): void {
    switch (event.type) {
      case 'run-begin':
        this.#begin(event);
        break;
      case 'planned':
        this.#order.push(...event.order);
        break;
      case 'note':
        this.#noteOnce(event.note);
        break;
      case 'trial-begin':
      case 'break-even':
      case 'missed':
        break;
      case 'workers':
        this.#workers.add(event.trial, event.workers);
        break;
      case 'surroundings':
        this.#surroundings.set(event.trial, event.surroundings);
        break;
      case 'trial-end':
        this.#end(event.end);
        break;
      case 'run-end':
        this.#status = event.status;
        this.#failure = event.failure;
        break;
      default:
        // Rows: those that are kept are reported when their trial ends.
        return this.#keepRows(event);
    }
    this.#onKept(event);
  }

  #keepRows(
    event: Extract<
      LiveEvent,
      { type: 'spans' | 'heaps' | 'samples' | 'loop' | 'task-times' | 'reduced' }
    >,
  ): void {
    switch (event.type) {
      case 'spans':
        return this.#spans.add(event.trial, event.spans);
      case 'task-times': {
        const { times, split } = event;
        return this.#spans.addTimes(event.trial, {
          times,
          ...defined({ split }),
        });
      }
      case 'heaps':
        return this.#samples.addHeaps(event.trial, event.heaps);
      case 'samples':
        this.#samples.add(event.samples);
        this.#cost = event.cost ?? this.#cost;
        return;
      case 'loop':
        return this.#samples.addLoop(event.loop);
      case 'reduced':
        return this.#samples.addReduced(event.rows);
    }
  }

  #begin(event: Extract<LiveEvent, { type: 'run-begin' }>): void {
    const trials = maxTrials(event.experiment, event.cells.length, event.order.length);
    this.#order = [...event.order];
    this.#samples = this.#recordSamples(event.cores, trials);
    this.#spans = new RecordedSpans(this.#budget.spans, trials);
    this.#workers = new RecordedWorkers(this.#budget.identities, trials);
  }

  #recordSamples(cores: readonly number[], trials: number): RecordedSamples {
    return new RecordedSamples(cores, this.#budget, trials, (trial, fromNs, toNs) =>
      partOfTrial(this.#ends.get(trial), fromNs, toNs),
    );
  }

  #end(end: TrialEnd): void {
    const { trial } = end;
    this.#ends.set(trial, end);
    for (const note of end.notes ?? []) this.#noteOnce(note);
    const { workers, kept } = this.#workers.close(trial);
    const { spans, times, split } = this.#spans.close(end, workers, kept);
    this.#settle();
    if (spans.task.length > 0) this.#onKept({ type: 'spans', trial, spans });
    if (times === undefined) return;
    this.#onKept({ type: 'task-times', trial, times, ...defined({ split }) });
  }

  /** Keeps what has come until now, as far as there is room. */
  #settle(): void {
    for (const event of eventsOf(this.#samples.close(), this.#cost)) this.#onKept(event);
  }

  /** The same note of many trials stands once. */
  #noteOnce(note: Note): void {
    const key = noteKey(note);
    if (this.#notes.has(key)) return;
    if (this.#notes.size < maxNotes) this.#notes.set(key, note);
    else this.#notesLeftOut += 1;
  }

  #noteReduced(): readonly Note[] {
    return [
      ...noteReduced({
        trials: this.#ends.size,
        reducedTrials: this.#spans.reduced,
        withoutWorkers: this.#workers.leftOut,
        rows: this.#samples.reduced,
      }),
      ...(this.#samples.unsound === 0
        ? []
        : [{ code: 'rows-unreadable', args: { rows: this.#samples.unsound } } as const]),
      ...(this.#notesLeftOut === 0
        ? []
        : [{ code: 'notes-left-out', args: { notes: this.#notesLeftOut } } as const]),
    ];
  }

  #surroundingsOf(trial: number): Pick<TrialReport, 'surroundings'> {
    const known = this.#surroundings.get(trial);
    if (known === undefined) return {};
    const { others, ...figures } = known;
    return {
      surroundings: { ...figures, ...defined({ others: others && [...others] }) },
    };
  }

  #tasksOf(trial: number): Pick<TrialReport, 'spans' | 'taskTimes' | 'split'> {
    const { spans, times, split } = this.#spans.of(trial);
    return defined({ split, spans, taskTimes: times });
  }

  /** Everything kept, once the run has ended. Trials that never began are not in it. */
  finish(): Recorded {
    const trials = this.#order.flatMap((planned) => {
      const end = this.#ends.get(planned.trial);
      if (end === undefined) return [];
      const { notes, ...figures } = end;
      return [
        {
          ...figures,
          notes: notes && [...notes],
          cell: planned.cell,
          empty: planned.empty ?? false,
          order: planned.trial,
          round: planned.round,
          warmup: planned.warmup,
          ...this.#surroundingsOf(planned.trial),
          workers: [...this.#workers.of(planned.trial)],
          ...this.#tasksOf(planned.trial),
        },
      ];
    });
    return defined({
      trials,
      samples: this.#samples.finish(),
      cost: this.#cost,
      notes: [...this.#notes.values()],
      status: this.#status,
      failure: this.#failure,
    });
  }
}

/** The recorded trials by their cell's id: the ordinary ones, or those of empty tasks. */
export function trialsByCell(
  recorded: Recorded,
  kind: 'ordinary' | 'empty',
): ReadonlyMap<string, readonly TrialReport[]> {
  const byCell = new Map<string, TrialReport[]>();
  for (const { cell, empty, ...trial } of recorded.trials) {
    if (empty !== (kind === 'empty')) continue;
    const known = byCell.get(cell);
    if (known === undefined) byCell.set(cell, [trial]);
    else known.push(trial);
  }
  return byCell;
}

/** Maximum number of trials a run can have: those planned, and those until its times are precise. */
function maxTrials({ until, repeats }: Experiment, cells: number, planned: number): number {
  return planned + cells * Math.max(0, (until?.most ?? repeats) - repeats);
}

/** 1 within the run phase of its trial, else 0: times of workers are reported for that phase alone. */
function partOfTrial(end: TrialEnd | undefined, fromNs: number, toNs: number): number {
  if (end?.startNs === undefined || end.phases === undefined) return 0;
  const goNs = end.startNs + end.phases.spawnNs + end.phases.readyNs;
  return fromNs >= goNs && toNs <= goNs + end.phases.runNs ? 1 : 0;
}

/** Returns what was kept, emitted again as events. */
function* eventsOf(
  { samples, heaps, loop, reduced }: KeptSamples,
  cost: SamplerCost | undefined,
): Generator<LiveEvent> {
  const { cores, workers, memory, resident } = samples;
  if ([cores, workers, memory, resident].some(({ atNs }) => atNs.length > 0)) {
    yield { type: 'samples', samples, ...defined({ cost }) };
  }
  const byTrial = new Map<number, number[]>();
  heaps.trial.forEach((trial, row) => {
    const rows = byTrial.get(trial);
    if (rows === undefined) byTrial.set(trial, [row]);
    else rows.push(row);
  });
  for (const [trial, rows] of byTrial) {
    const pick = (column: Column): Column => Float64Array.from(rows, (row) => column[row] ?? 0);
    const { atNs, worker, usedBytes, totalBytes } = heaps;
    const own = { atNs: pick(atNs), worker: pick(worker) };
    const bytes = { usedBytes: pick(usedBytes), totalBytes: pick(totalBytes) };
    yield { type: 'heaps', trial, heaps: { ...own, ...bytes } };
  }
  if (loop.atNs.length > 0) yield { type: 'loop', loop };
  if (Object.keys(reduced).length > 0) yield { type: 'reduced', rows: reduced };
}
