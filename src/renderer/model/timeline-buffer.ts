// Everything a run has measured so far, in plain columns that Vue never sees. The live feed and a
// report that was opened fill it the same way: with live events.
import type { Cell } from '@shared/experiment/cells';
import type {
  LiveEvent,
  LoopColumns,
  PlannedTrial,
  SampleColumns,
  SamplerCost,
  Interference,
} from '@shared/report/live';
import type { ReducedRows } from '@shared/report/reduced';
import { Table } from '@shared/base/table';
import { sampleTables } from '@shared/report/tables';
import { addMemory } from '@present/figures/memory-track';
import { CoreRows } from './core-rows';
import { TrialTrack } from './tracks';

/** @param freshFromNs from when on, on the run's clock, a batch has changed what is known */
type Listener = (freshFromNs: number) => void;

/** Tasks, samples and readings of all trials together; the oldest trials are forgotten beyond it. */
const maxRows = 1_500_000;
/** With so many rows about the event loop, pairs become one. */
const maxLoopRows = 100_000;

export interface TimelineBufferOptions {
  /** A trial has its lanes as planned, before its workers are there; not in a report, which has what it has. */
  readonly plansLanes: boolean;
  readonly maxRows?: number;
}

export class TimelineBuffer {
  /** Counts batches; what was drawn of a lower one is out of date. */
  version = 0;
  /** Kernel numbers of the usable cores. */
  cores: readonly number[] = [];
  coreRows = new CoreRows(0);
  loop = new Table(sampleTables.loop);
  sampling: { readonly hz: number; readonly memoryHz: number } | undefined;
  /** Tasks of each trial. */
  tasks = 0;
  cost: SamplerCost | undefined;
  /** What was reported last about the time around a trial. */
  around: { readonly trial: number; readonly surroundings: Interference } | undefined;
  /** The latest moment anything is known about, ns on the run's clock. */
  nowNs = 0;
  /** Of samples there are fewer rows than were taken. */
  reduced: ReducedRows = {};
  readonly #options: TimelineBufferOptions;
  #cells = new Map<string, Cell>();
  #planned = new Map<number, PlannedTrial>();
  #trials = new Map<number, TrialTrack>();
  readonly #listeners = new Set<Listener>();
  /** From when on what is known has changed since the listeners were told. */
  #freshFromNs = Number.POSITIVE_INFINITY;

  constructor(options: TimelineBufferOptions = { plansLanes: true }) {
    this.#options = options;
  }

  /** The trial's track; undefined until it has begun. */
  trial(trial: number): TrialTrack | undefined {
    return this.#trials.get(trial);
  }

  /** Whether a trial's times count for nothing. */
  isWarmup(trial: number): boolean {
    return this.#planned.get(trial)?.warmup ?? false;
  }

  /** Takes in one event; call {@link touch} once after a batch. */
  apply(event: LiveEvent): void {
    switch (event.type) {
      case 'run-begin':
        this.#begin(event);
        return;
      case 'planned':
        this.#plan(event.order);
        return;
      case 'trial-begin':
        this.#beginTrial(event.trial, event.atNs);
        return;
      case 'workers':
        this.#trials.get(event.trial)?.introduce(event.workers);
        return;
      case 'spans':
        this.#trials.get(event.trial)?.addSpans(event.spans);
        this.#see(event.spans.endNs);
        this.#freshen(event.spans.startNs);
        return;
      case 'samples':
        this.#addSamples(event.samples);
        this.cost = event.cost ?? this.cost;
        return;
      case 'loop':
        this.#addLoop(event.loop);
        return;
      case 'trial-end': {
        const track = this.#trials.get(event.end.trial);
        if (track !== undefined) track.end = event.end;
        this.#see([event.end.endNs]);
        this.#forgetOldest(event.end.trial);
        return;
      }
      case 'missed':
        this.#trials.get(event.trial)?.miss(event.tasks, event.rows);
        return;
      case 'reduced':
        this.reduced = { ...this.reduced, ...event.rows };
        return;
      case 'heaps':
        this.#trials.get(event.trial)?.addHeaps(event.heaps);
        this.#freshen(event.heaps.atNs);
        return;
      case 'surroundings':
        this.around = event;
        return;
      case 'note':
      case 'task-times':
      case 'break-even':
      case 'run-end':
        return;
    }
  }

  /** Says that a batch is in: increments the version and notifies the listeners. */
  touch(): void {
    this.version += 1;
    const freshFromNs = this.#freshFromNs;
    this.#freshFromNs = Number.POSITIVE_INFINITY;
    for (const listener of this.#listeners) listener(freshFromNs);
  }

  /** Calls `listener` after each batch; the returned function ends it. */
  onTouch(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #begin(event: Extract<LiveEvent, { type: 'run-begin' }>): void {
    this.cores = event.cores;
    this.coreRows = new CoreRows(event.cores.length);
    this.loop = new Table(sampleTables.loop);
    this.sampling = event.sampling;
    this.tasks = event.experiment.tasks;
    this.cost = undefined;
    this.nowNs = 0;
    this.#cells = new Map(event.cells.map((cell) => [cell.id, cell]));
    this.around = undefined;
    this.reduced = {};
    this.#planned = new Map();
    this.#plan(event.order);
    this.#trials = new Map();
  }

  #plan(order: readonly PlannedTrial[]): void {
    for (const planned of order) this.#planned.set(planned.trial, planned);
  }

  #beginTrial(trial: number, atNs: number): void {
    const cell = this.#cells.get(this.#planned.get(trial)?.cell ?? '');
    // A trial of no cell, such as one of the search for the break-even, has no lanes here.
    const { processes = 0, threads = 0 } = this.#options.plansLanes ? (cell?.topology ?? {}) : {};
    if (cell !== undefined) {
      this.#trials.set(trial, new TrialTrack(trial, cell, atNs, processes * threads));
    }
    this.#see([atNs]);
  }

  #addSamples(samples: SampleColumns): void {
    this.coreRows.append(samples, this.cores);
    samples.workers.trial.forEach((trial, row) => {
      this.#trials.get(trial)?.addSample(samples.workers, row);
    });
    addMemory(samples, (trial) => this.#trials.get(trial)?.memory);
    this.#see(samples.cores.atNs);
    this.#see(samples.workers.atNs);
    this.#see(samples.memory.atNs);
    this.#see(samples.resident.atNs);
    this.#freshen(samples.cores.atNs, samples.cores.spanNs);
    this.#freshen(samples.workers.atNs, samples.workers.spanNs);
    this.#freshen(samples.memory.atNs);
    this.#freshen(samples.resident.atNs);
  }

  #addLoop(loop: LoopColumns): void {
    this.loop.append(loop);
    if (this.loop.length > maxLoopRows) {
      const { atNs, maxNs } = this.loop.columns;
      this.loop.joinPairs((into, from) => {
        atNs[into] = atNs[from] ?? Number.NaN;
        maxNs[into] = Math.max(maxNs[into] ?? 0, maxNs[from] ?? 0);
        return true;
      });
    }
    this.#see(loop.atNs);
    this.#freshen(loop.atNs);
  }

  /** A window may stand open for a run of days: rows of the oldest trials make room for those of the newest. */
  #forgetOldest(newest: number): void {
    const most = this.#options.maxRows ?? maxRows;
    let rows = 0;
    for (const track of this.#trials.values()) rows += track.rows;
    for (const track of this.#trials.values()) {
      if (rows <= most) return;
      if (track.trial === newest || track.end === undefined) continue;
      rows -= track.rows;
      track.forget();
    }
  }

  #see(times: ArrayLike<number>): void {
    for (let row = 0; row < times.length; row += 1) {
      const time = times[row] ?? 0;
      if (time > this.nowNs) this.nowNs = time;
    }
  }

  /** Rows are new: each reaches back from `times` by its `spans`. */
  #freshen(times: ArrayLike<number>, spans?: ArrayLike<number>): void {
    for (let row = 0; row < times.length; row += 1) {
      const fromNs = (times[row] ?? 0) - (spans?.[row] ?? 0);
      if (fromNs < this.#freshFromNs) this.#freshFromNs = fromNs;
    }
  }
}
