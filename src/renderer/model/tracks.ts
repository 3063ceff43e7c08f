// Holds the data of one trial: a track per worker and the memory of its processes, as columns.
import type { Cell } from '@shared/experiment/cells';
import type { HeapColumns, SampleColumns, SpanColumns, TrialEnd } from '@shared/report/live';
import type { WorkerIdentity } from '@shared/wire/messages';
import { BusyBins } from './busy-bins';
import { Table, type Column } from '@shared/base/table';
import { MemoryTrack } from '@present/figures/memory-track';

/** Rows are a set of bits. */
const maxRows = 32;
/** How many tasks back those are looked for that overlap a new one. */
const maxLookedAt = 512;
/** With so many samples of a worker, pairs that follow one another become one. */
const maxSamples = 20_000;
/** With so many readings of a worker's heap, of two the larger is kept. */
const maxHeaps = 5_000;
/** Between two samples that follow one another. */
const seamNs = 1000;
/** No trial has more workers. */
const maxWorkers = 10_000;

/** All bits but the last: no row below the last one is free. */
const allTaken = 2 ** (maxRows - 1) - 1;

/** A task, and in which of the worker's rows it is drawn. */
const spanShape = { task: 'index', startNs: 'ns', endNs: 'ns', row: 'index' } as const;
/** A sample, as of a worker that is known. */
const sampleShape = {
  atNs: 'ns',
  spanNs: 'ns',
  onCpuNs: 'ns',
  waitNs: 'ns',
  core: 'indexOrNone',
} as const;

/** V8 heap in use at the end of a task. */
const heapShape = { atNs: 'ns', usedBytes: 'bytes' } as const;

/** One worker of a trial: its tasks (exact) and its states (sampled), with running totals. */
export class WorkerTrack {
  readonly worker: number;
  identity: WorkerIdentity | undefined;
  /** In the order they ended. `row` keeps tasks that overlap (on an event loop) apart. */
  readonly spans = new Table(spanShape);
  readonly samples = new Table(sampleShape);
  /** In the order they were taken. */
  readonly heaps = new Table(heapShape);
  /** The longest task so far: how far back from its end a visible task can have begun. */
  longestNs = 0;
  onCpuNs = 0;
  waitNs = 0;
  sampledNs = 0;
  /** Largest V8 heap in use at the end of a task; undefined where none was reported. */
  maxHeapBytes: number | undefined;
  /** Times that a sample saw it on another core than the sample before. */
  moves = 0;
  #rows = 1;

  constructor(worker: number) {
    this.worker = worker;
  }

  /** Rows that its overlapping tasks take: 1 where none overlap, at most 32. */
  get rows(): number {
    return this.#rows;
  }

  /** Adds a finished task. Tasks may come a little out of order: a drain can overtake one. */
  addSpan(task: number, startNs: number, endNs: number): void {
    const free = this.#freeRow(startNs, endNs);
    const added = this.spans.begin();
    const spans = this.spans.columns;
    spans.task[added] = task;
    spans.startNs[added] = startNs;
    spans.endNs[added] = endNs;
    spans.row[added] = free;
    const ends = spans.endNs;
    for (let row = this.spans.length - 1; row > 0; row -= 1) {
      if ((ends[row - 1] ?? 0) <= endNs) break;
      this.spans.swap(row - 1, row);
    }
    this.longestNs = Math.max(this.longestNs, endNs - startNs);
  }

  addSample(atNs: number, spanNs: number, onCpuNs: number, waitNs: number, core: number): void {
    this.samples.joinBeyond(maxSamples, (into, from) => this.#join(into, from));
    const before = this.samples.at('core', this.samples.length - 1);
    if (before >= 0 && core >= 0 && before !== core) this.moves += 1;
    const row = this.samples.begin();
    const samples = this.samples.columns;
    samples.atNs[row] = atNs;
    samples.spanNs[row] = spanNs;
    samples.onCpuNs[row] = onCpuNs;
    samples.waitNs[row] = waitNs;
    samples.core[row] = core;
    this.onCpuNs += onCpuNs;
    this.waitNs += waitNs;
    this.sampledNs += spanNs;
  }

  addHeap(atNs: number, usedBytes: number): void {
    this.maxHeapBytes = Math.max(this.maxHeapBytes ?? 0, usedBytes);
    const { atNs: at, usedBytes: used } = this.heaps.columns;
    this.heaps.joinBeyond(maxHeaps, (into, from) => {
      if ((used[from] ?? 0) > (used[into] ?? 0)) used[into] = used[from] ?? 0;
      at[into] = at[from] ?? 0;
      return true;
    });
    this.heaps.push({ atNs, usedBytes });
    const times = this.heaps.column('atNs');
    for (let row = this.heaps.length - 1; row > 0; row -= 1) {
      if ((times[row - 1] ?? 0) <= atNs) break;
      this.heaps.swap(row - 1, row);
    }
  }

  /** One sample for two that follow one another; not where the time between was not sampled. */
  #join(into: number, from: number): boolean {
    const { atNs, spanNs, onCpuNs, waitNs, core } = this.samples.columns;
    const of = (column: Column, row: number): number => column[row] ?? 0;
    if (Math.abs(of(atNs, from) - of(spanNs, from) - of(atNs, into)) > seamNs) return false;
    atNs[into] = of(atNs, from);
    core[into] = of(core, from);
    for (const sum of [spanNs, onCpuNs, waitNs]) sum[into] = of(sum, into) + of(sum, from);
    return true;
  }

  /** The lowest row in which no task overlaps this one; the last row where all are taken. */
  #freeRow(startNs: number, endNs: number): number {
    const starts = this.spans.column('startNs');
    const ends = this.spans.column('endNs');
    const rows = this.spans.column('row');
    let taken = 0;
    const last = Math.max(0, this.spans.length - maxLookedAt);
    for (let row = this.spans.length - 1; row >= last && (ends[row] ?? 0) > startNs; row -= 1) {
      if ((starts[row] ?? 0) < endNs) taken |= 1 << (rows[row] ?? 0);
      if ((taken & allTaken) === allTaken) break;
    }
    let free = 0;
    while (free < maxRows - 1 && (taken & (1 << free)) !== 0) free += 1;
    this.#rows = Math.max(this.#rows, free + 1);
    return free;
  }
}

/** One trial as far as it is known. */
export class TrialTrack {
  readonly trial: number;
  readonly cell: Cell;
  readonly beginNs: number;
  end: TrialEnd | undefined;
  readonly workers: WorkerTrack[] = [];
  memory = new MemoryTrack();
  readonly busy: BusyBins;
  tasksDone = 0;
  /** Of what was measured, what the picture lacks. */
  readonly missed = { tasks: 0, rows: 0 };
  /** Workers that rows may name; others have no lane. */
  #maxWorkers: number;
  #rowsSeen = 0;

  /** @param lanes its lanes as planned: a picture that waited for the workers would jump */
  constructor(trial: number, cell: Cell, beginNs: number, lanes: number) {
    this.trial = trial;
    this.cell = cell;
    this.beginNs = beginNs;
    this.busy = new BusyBins(beginNs);
    this.#maxWorkers = Math.min(lanes, maxWorkers);
    this.#track(this.#maxWorkers - 1);
  }

  /** Tasks, samples and readings held. */
  get rows(): number {
    const own = this.workers.reduce(
      (sum, { spans, samples, heaps }) => sum + spans.length + samples.length + heaps.length,
      0,
    );
    return own + this.memory.rows;
  }

  /** Forgets what was sampled and which tasks ran: the picture lacks it from now on. */
  forget(): void {
    const tasks = this.workers.reduce((sum, { spans }) => sum + spans.length, 0);
    this.missed.rows += this.rows - tasks;
    this.missed.tasks += tasks;
    this.workers.forEach(({ worker, identity }, place) => {
      const empty = new WorkerTrack(worker);
      empty.identity = identity;
      this.workers[place] = empty;
    });
    this.memory = new MemoryTrack();
  }

  /** So much was measured and did not come here. */
  miss(tasks: number, rows: number): void {
    this.missed.tasks += tasks;
    this.missed.rows += rows;
    this.tasksDone += tasks;
  }

  /** Zero of the trial's axis: the decision, as soon as it is known. */
  get zeroNs(): number {
    return this.end?.startNs ?? this.beginNs;
  }

  introduce(identities: readonly WorkerIdentity[]): void {
    this.#expect(identities.length);
    for (const identity of identities) {
      const track = this.#track(identity.worker);
      if (track !== undefined) track.identity = identity;
    }
  }

  addSpans(spans: SpanColumns): void {
    this.#see(spans.task.length);
    spans.task.forEach((task, row) => {
      const worker = spans.worker[row];
      const startNs = spans.startNs[row];
      const endNs = spans.endNs[row];
      if (worker === undefined || startNs === undefined || endNs === undefined) return;
      this.#track(worker)?.addSpan(task, startNs, endNs);
      this.tasksDone += 1;
    });
  }

  addHeaps({ worker, atNs, usedBytes }: HeapColumns): void {
    this.#see(worker.length);
    worker.forEach((index, row) => {
      const [at, used] = [atNs[row], usedBytes[row]];
      if (at !== undefined && used !== undefined) this.#track(index)?.addHeap(at, used);
    });
  }

  addSample(rows: SampleColumns['workers'], row: number): void {
    const [worker, atNs, spanNs] = [rows.worker[row], rows.atNs[row], rows.spanNs[row]];
    if (worker === undefined || atNs === undefined || spanNs === undefined) return;
    const onCpuNs = rows.onCpuNs[row] ?? 0;
    this.#see(1);
    this.#track(worker)?.addSample(
      atNs,
      spanNs,
      onCpuNs,
      rows.waitNs[row] ?? 0,
      rows.core[row] ?? -1,
    );
    this.busy.add(atNs, spanNs, onCpuNs);
  }

  /** There are so many workers. */
  #expect(workers: number): void {
    this.#maxWorkers = Math.max(this.#maxWorkers, Math.min(workers, maxWorkers));
  }

  /** So many rows more name workers: as many lanes are there at the most, whatever the rows say. */
  #see(rows: number): void {
    this.#rowsSeen += rows;
    const { processes, threads } = this.cell.topology;
    this.#expect(Math.min(this.#rowsSeen, processes * threads));
  }

  /** A worker's track, made at its first mention; undefined for one that can't be. */
  #track(worker: number): WorkerTrack | undefined {
    if (!Number.isInteger(worker) || worker < 0 || worker >= this.#maxWorkers) return undefined;
    while (this.workers.length <= worker) this.workers.push(new WorkerTrack(this.workers.length));
    return this.workers[worker];
  }
}
