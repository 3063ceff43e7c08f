// The tasks of one host in shared memory: which are dispatched, who ran which, when, with what
// result. A worker claims a ticket with one atomic add and writes its row; nobody posts a message.

import type { Caller } from './caller';

// As they are now: own code may replace what it finds.
const { add, load, notify, or, store, wait } = Atomics;
const { apply } = Reflect;
const slice = Int32Array.prototype.slice as (this: Column, from: number, to: number) => Column;

type Column = Int32Array | Float64Array;

/** The first values of a column, as a column of their own. */
export function firstOfColumn<C extends Column>(column: C, count: number): C {
  return apply(slice, column, [0, count]) as C;
}

/** The word that workers contend for has a cache line (16 words) of its own. */
const fields = {
  next: 0,
  published: 16,
  closed: 17,
  go: 18,
  leave: 19,
  generation: 20,
  letGo: 21,
} as const;
const controlLength = 32;
const heapFields = 3;

/** State of a row, in the two low bits of its mark above which stands the worker; 0 is not begun. */
const begun = 1;
const done = 2;
const failed = 3;
const stateBits = 3;
const workerShift = 2;

/** The marks of `worker` in the rows of tasks it runs and has run. */
export function marksOf(worker: number): { readonly begun: number; readonly done: number } {
  return { begun: (worker << workerShift) | begun, done: (worker << workerShift) | done };
}

/** Returns whether a row with this mark is finished: all of it may be read then. */
export function isDoneMark(mark: number): boolean {
  return (mark & stateBits) === done;
}

/** The worker that runs or has run the row with this mark. */
export function workerOfMark(mark: number): number {
  return mark >> workerShift;
}

const int32Bytes = Int32Array.BYTES_PER_ELEMENT;
const wordBytes = Float64Array.BYTES_PER_ELEMENT;

/** What a thread needs to open the same table. */
export interface TableShape {
  readonly buffer: SharedArrayBuffer;
  /** Maximum number of tasks this host can be handed. */
  readonly capacity: number;
  readonly workers: number;
  /** The run's origin on the machine's clock. */
  readonly originNs: bigint;
}

/** A row in columns, as the worker that runs the ticket writes it; times on the machine's clock. */
export interface Rows {
  readonly order: Int32Array;
  readonly mark: Int32Array;
  readonly startNs: BigInt64Array;
  readonly endNs: BigInt64Array;
  readonly checksum: Float64Array;
}

/**
 * Rows are tickets, in the order they were handed to this host. Workers write the machine's clock
 * as it is read, a bigint into a column of its own kind: that makes no garbage. Readers get
 * nanoseconds on the run's clock. Every row is written by exactly one worker; only the control
 * words are contended.
 */
export class TaskTable {
  readonly #control: Int32Array;
  /** For the loop that runs tasks; it ends a row as {@link finish} does. */
  readonly rows: Rows;
  /** Of the calling worker, by lane: the ticket whose result was pending last. */
  readonly awaited: number[] = [];
  /** Per worker: when, used bytes, total bytes of its last heap reading; 0 before the first. */
  readonly #heaps: Float64Array;

  constructor(readonly shape: TableShape) {
    const { buffer, capacity, workers } = shape;
    let offset = 0;
    const take = (bytes: number): number => {
      const at = offset;
      offset += bytes;
      return at;
    };
    const int32 = (length: number): Int32Array =>
      new Int32Array(buffer, take(length * int32Bytes), length);
    const float64 = (length: number): Float64Array =>
      new Float64Array(buffer, take(length * wordBytes), length);
    const int64 = (length: number): BigInt64Array =>
      new BigInt64Array(buffer, take(length * wordBytes), length);
    this.#control = int32(controlLength);
    this.#heaps = float64(workers * heapFields);
    this.rows = {
      startNs: int64(capacity),
      endNs: int64(capacity),
      checksum: float64(capacity),
      order: int32(capacity),
      mark: int32(capacity),
    };
  }

  /** A new, empty table for at most `capacity` tasks run by `workers` workers. */
  static create(capacity: number, workers: number, originNs: bigint): TaskTable {
    const bytes =
      (3 * capacity + heapFields * workers) * wordBytes +
      (controlLength + 2 * capacity) * int32Bytes;
    return new TaskTable({ buffer: new SharedArrayBuffer(bytes), capacity, workers, originNs });
  }

  /** Hands out tasks `from` … `from + count - 1`; with `last`, no more will follow. */
  publish(from: number, count: number, last: boolean): void {
    const published = this.published;
    for (let i = 0; i < count; i += 1) this.rows.order[published + i] = from + i;
    // In this order: who sees the table closed also sees everything published.
    store(this.#control, fields.published, published + count);
    if (last) store(this.#control, fields.closed, 1);
    add(this.#control, fields.generation, 1);
    notify(this.#control, fields.generation);
  }

  get published(): number {
    return load(this.#control, fields.published);
  }

  get closed(): boolean {
    return load(this.#control, fields.closed) === 1;
  }

  /** Tickets taken so far, published or not. */
  get claimed(): number {
    return load(this.#control, fields.next);
  }

  /** Takes the next `count` tickets; the first of them. They need not be published yet. */
  claim(count: number): number {
    return add(this.#control, fields.next, count);
  }

  /** Blocks the calling thread until more is published than `known`, or nothing more will be. */
  waitForMore(known: number): void {
    const generation = load(this.#control, fields.generation);
    if (this.closed || this.published !== known) return;
    wait(this.#control, fields.generation, generation);
  }

  task(ticket: number): number {
    return this.rows.order[ticket] ?? -1;
  }

  /** Ends a row; who sees it done sees all of it. */
  finish(ticket: number, worker: number, atNs: bigint, checksum: number): void {
    this.rows.endNs[ticket] = atNs;
    this.rows.checksum[ticket] = checksum;
    store(this.rows.mark, ticket, marksOf(worker).done);
  }

  /** Notes that the ticket's task threw. */
  fail(ticket: number): void {
    or(this.rows.mark, ticket, failed);
  }

  #stateOf(ticket: number): number {
    return load(this.rows.mark, ticket) & stateBits;
  }

  #workerOf(ticket: number): number {
    return workerOfMark(this.rows.mark[ticket] ?? 0);
  }

  isDone(ticket: number): boolean {
    return isDoneMark(load(this.rows.mark, ticket));
  }

  /** The task of `worker` that threw, else the first it had begun and not finished, if any. */
  openTask(worker: number): number | undefined {
    return this.#firstTask(worker, failed) ?? this.#firstTask(worker, begun);
  }

  /** The task of `worker` that threw, if any. */
  failedTask(worker: number): number | undefined {
    return this.#firstTask(worker, failed);
  }

  /** The task of `worker` that called: see caller.ts. */
  taskOf(worker: number, caller: Caller): number | undefined {
    if (caller === undefined) return undefined;
    const awaited = caller === 'at-once' ? undefined : this.awaited[caller];
    if (awaited !== undefined) return this.task(awaited);
    let last: number | undefined;
    for (let ticket = 0; ticket < this.published; ticket += 1) {
      if (this.#stateOf(ticket) !== begun || this.#workerOf(ticket) !== worker) continue;
      const { startNs } = this.rows;
      if (last === undefined || (startNs[ticket] ?? 0n) >= (startNs[last] ?? 0n)) last = ticket;
    }
    return last === undefined ? undefined : this.task(last);
  }

  #firstTask(worker: number, state: number): number | undefined {
    for (let ticket = 0; ticket < this.published; ticket += 1) {
      if (this.#stateOf(ticket) === state && this.#workerOf(ticket) === worker) {
        return this.task(ticket);
      }
    }
    return undefined;
  }

  /** A begun row; its end and checksum mean something once it is done. */
  row(ticket: number): {
    readonly task: number;
    readonly worker: number;
    readonly startNs: number;
    readonly endNs: number;
    readonly checksum: number;
  } {
    return {
      task: this.task(ticket),
      worker: this.#workerOf(ticket),
      startNs: this.#sinceOrigin(this.rows.startNs[ticket]),
      endNs: this.#sinceOrigin(this.rows.endNs[ticket]),
      checksum: this.rows.checksum[ticket] ?? NaN,
    };
  }

  #sinceOrigin(ns: bigint | undefined): number {
    return ns === undefined ? NaN : Number(ns - this.shape.originNs);
  }

  /** Returns how long the newest finished task took, by its ticket; NaN when none finished. */
  lastSpanNs(): number {
    for (let ticket = Math.min(this.claimed, this.published) - 1; ticket >= 0; ticket -= 1) {
      if (!this.isDone(ticket)) continue;
      const { startNs, endNs } = this.row(ticket);
      return endNs - startNs;
    }
    return NaN;
  }

  /** End of the last finished task; NaN when none finished. */
  lastEndNs(): number {
    const { mark, endNs } = this.rows;
    const { published } = this;
    let last: bigint | undefined;
    for (let ticket = 0; ticket < published; ticket += 1) {
      if (!isDoneMark(load(mark, ticket))) continue;
      const end = endNs[ticket];
      if (end !== undefined && (last === undefined || end > last)) last = end;
    }
    return this.#sinceOrigin(last);
  }

  /** Task and checksum of every finished row, as columns that are quick to send. */
  results(): { readonly task: Int32Array; readonly checksum: Float64Array } {
    const { order, mark, checksum } = this.rows;
    const { published } = this;
    const tasks = new Int32Array(published);
    const checksums = new Float64Array(published);
    let count = 0;
    for (let ticket = 0; ticket < published; ticket += 1) {
      if (!isDoneMark(load(mark, ticket))) continue;
      tasks[count] = order[ticket] ?? -1;
      checksums[count] = checksum[ticket] ?? NaN;
      count += 1;
    }
    return { task: firstOfColumn(tasks, count), checksum: firstOfColumn(checksums, count) };
  }

  /** Notes the heap of `worker`, read at `atNs` on the machine's clock. */
  recordHeap(worker: number, atNs: bigint, usedBytes: number, totalBytes: number): void {
    this.#heaps[worker * heapFields + 1] = usedBytes;
    this.#heaps[worker * heapFields + 2] = totalBytes;
    this.#heaps[worker * heapFields] = this.#sinceOrigin(atNs);
  }

  heap(worker: number): {
    readonly atNs: number;
    readonly usedBytes: number;
    readonly totalBytes: number;
  } {
    const at = worker * heapFields;
    return {
      atNs: this.#heaps[at] ?? 0,
      usedBytes: this.#heaps[at + 1] ?? 0,
      totalBytes: this.#heaps[at + 2] ?? 0,
    };
  }

  /** Lets every worker that waits in {@link awaitGo} start, together. */
  go(): void {
    this.#raise(fields.go);
  }

  /** Lets every worker that waits in {@link awaitLetGo} let go of its work. */
  letGo(): void {
    this.#raise(fields.letGo);
  }

  /** Lets every worker that waits in {@link awaitLeave} end. */
  leave(): void {
    this.#raise(fields.leave);
  }

  /** Blocks the calling thread until {@link go}. */
  awaitGo(): void {
    wait(this.#control, fields.go, 0);
  }

  /** Blocks the calling thread until {@link letGo}. */
  awaitLetGo(): void {
    wait(this.#control, fields.letGo, 0);
  }

  /** Blocks the calling thread until {@link leave}. */
  awaitLeave(): void {
    wait(this.#control, fields.leave, 0);
  }

  #raise(field: number): void {
    store(this.#control, field, 1);
    notify(this.#control, field);
  }
}
