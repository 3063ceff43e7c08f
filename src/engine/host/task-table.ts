// The tasks of one host in shared memory: which are handed out, who ran which, when, with what
// result. A worker claims a ticket with one atomic add and writes its row; nobody posts a message.

const fields = { next: 0, published: 1, closed: 2, go: 3, leave: 4, generation: 5 } as const;
const controlLength = 8;
const heapFields = 3;

/** State of a row; 0 is not begun. */
const begun = 1;
const done = 2;
const failed = 3;

const int32Bytes = Int32Array.BYTES_PER_ELEMENT;
const float64Bytes = Float64Array.BYTES_PER_ELEMENT;

/** What a thread needs to open the same table. */
export interface TableShape {
  readonly buffer: SharedArrayBuffer;
  /** Most tasks this host can be handed. */
  readonly capacity: number;
  readonly workers: number;
}

/**
 * Rows are tickets, in the order they were handed to this host. Times are nanoseconds on the run's
 * clock. Every row is written by exactly one worker; only the control words are contended.
 */
export class TaskTable {
  readonly #control: Int32Array;
  readonly #order: Int32Array;
  readonly #state: Int32Array;
  readonly #worker: Int32Array;
  readonly #startNs: Float64Array;
  readonly #endNs: Float64Array;
  readonly #checksum: Float64Array;
  /** Per worker: when, used bytes, total bytes of its last heap reading; 0 before the first. */
  readonly #heaps: Float64Array;

  constructor(readonly shape: TableShape) {
    const { buffer, capacity, workers } = shape;
    let offset = 0;
    const float64 = (length: number): Float64Array => {
      const array = new Float64Array(buffer, offset, length);
      offset += length * float64Bytes;
      return array;
    };
    const int32 = (length: number): Int32Array => {
      const array = new Int32Array(buffer, offset, length);
      offset += length * int32Bytes;
      return array;
    };
    this.#startNs = float64(capacity);
    this.#endNs = float64(capacity);
    this.#checksum = float64(capacity);
    this.#heaps = float64(workers * heapFields);
    this.#control = int32(controlLength);
    this.#order = int32(capacity);
    this.#state = int32(capacity);
    this.#worker = int32(capacity);
  }

  /** A new, empty table for at most `capacity` tasks run by `workers` workers. */
  static create(capacity: number, workers: number): TaskTable {
    const bytes =
      (3 * capacity + heapFields * workers) * float64Bytes +
      (controlLength + 3 * capacity) * int32Bytes;
    return new TaskTable({ buffer: new SharedArrayBuffer(bytes), capacity, workers });
  }

  /** Hands out tasks `from` … `from + count - 1`; with `last`, no more will follow. */
  publish(from: number, count: number, last: boolean): void {
    const published = this.published;
    for (let i = 0; i < count; i += 1) this.#order[published + i] = from + i;
    // In this order: who sees the table closed also sees everything published.
    Atomics.store(this.#control, fields.published, published + count);
    if (last) Atomics.store(this.#control, fields.closed, 1);
    Atomics.add(this.#control, fields.generation, 1);
    Atomics.notify(this.#control, fields.generation);
  }

  get published(): number {
    return Atomics.load(this.#control, fields.published);
  }

  get closed(): boolean {
    return Atomics.load(this.#control, fields.closed) === 1;
  }

  /** Tickets taken so far, published or not. */
  get claimed(): number {
    return Atomics.load(this.#control, fields.next);
  }

  /** Takes the next `count` tickets; the first of them. They need not be published yet. */
  claim(count: number): number {
    return Atomics.add(this.#control, fields.next, count);
  }

  /** Blocks the calling thread until more is published than `known`, or nothing more will be. */
  waitForMore(known: number): void {
    const generation = Atomics.load(this.#control, fields.generation);
    if (this.closed || this.published !== known) return;
    Atomics.wait(this.#control, fields.generation, generation);
  }

  task(ticket: number): number {
    return this.#order[ticket] ?? -1;
  }

  begin(ticket: number, worker: number, atNs: number): void {
    this.#worker[ticket] = worker;
    this.#startNs[ticket] = atNs;
    Atomics.store(this.#state, ticket, begun);
  }

  finish(ticket: number, atNs: number, checksum: number): void {
    this.#endNs[ticket] = atNs;
    this.#checksum[ticket] = checksum;
    Atomics.store(this.#state, ticket, done);
  }

  /** Notes that the ticket's task threw. */
  fail(ticket: number): void {
    Atomics.store(this.#state, ticket, failed);
  }

  isDone(ticket: number): boolean {
    return Atomics.load(this.#state, ticket) === done;
  }

  /** The task of `worker` that threw, else the first it had begun and not finished, if any. */
  openTask(worker: number): number | undefined {
    return this.#firstTask(worker, failed) ?? this.#firstTask(worker, begun);
  }

  #firstTask(worker: number, state: number): number | undefined {
    for (let ticket = 0; ticket < this.published; ticket += 1) {
      if (Atomics.load(this.#state, ticket) === state && this.#worker[ticket] === worker) {
        return this.task(ticket);
      }
    }
    return undefined;
  }

  row(ticket: number): {
    readonly task: number;
    readonly worker: number;
    readonly startNs: number;
    readonly endNs: number;
    readonly checksum: number;
  } {
    return {
      task: this.task(ticket),
      worker: this.#worker[ticket] ?? -1,
      startNs: this.#startNs[ticket] ?? NaN,
      endNs: this.#endNs[ticket] ?? NaN,
      checksum: this.#checksum[ticket] ?? NaN,
    };
  }

  /** End of the last finished task; NaN when none finished. */
  lastEndNs(): number {
    let last = NaN;
    for (let ticket = 0; ticket < this.published; ticket += 1) {
      const end = this.#endNs[ticket] ?? NaN;
      if (this.isDone(ticket) && !(end <= last)) last = end;
    }
    return last;
  }

  /** Task and checksum of every finished row, as columns. */
  results(): { readonly task: number[]; readonly checksum: number[] } {
    const task: number[] = [];
    const checksum: number[] = [];
    for (let ticket = 0; ticket < this.published; ticket += 1) {
      if (!this.isDone(ticket)) continue;
      task.push(this.task(ticket));
      checksum.push(this.#checksum[ticket] ?? NaN);
    }
    return { task, checksum };
  }

  recordHeap(worker: number, atNs: number, usedBytes: number, totalBytes: number): void {
    this.#heaps[worker * heapFields + 1] = usedBytes;
    this.#heaps[worker * heapFields + 2] = totalBytes;
    this.#heaps[worker * heapFields] = atNs;
  }

  /** When the heap of `worker` was last noted. */
  heapAtNs(worker: number): number {
    return this.#heaps[worker * heapFields] ?? 0;
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

  /** Lets every worker that waits in {@link awaitLeave} end. */
  leave(): void {
    this.#raise(fields.leave);
  }

  /** Blocks the calling thread until {@link go}. */
  awaitGo(): void {
    Atomics.wait(this.#control, fields.go, 0);
  }

  /** Blocks the calling thread until {@link leave}. */
  awaitLeave(): void {
    Atomics.wait(this.#control, fields.leave, 0);
  }

  #raise(field: number): void {
    Atomics.store(this.#control, field, 1);
    Atomics.notify(this.#control, field);
  }
}
