// Takes finished tasks and heap readings out of a table, each once, as columns for a message.
import type { HeapColumns } from '@shared/report/live';
import type { SentSpans } from '@shared/wire/messages';
import { firstOfColumn, isDoneMark, workerOfMark, type TaskTable } from './task-table';

// As they are now: own code may replace what it finds.
const { load } = Atomics;

export interface Drained {
  readonly spans: SentSpans;
  readonly heaps: HeapColumns;
}

/** Reads a table again and again, giving only what is new. */
export class Drain {
  readonly #table: TaskTable;
  readonly #firstWorker: number;
  readonly #sent: Uint8Array;
  readonly #heapAtNs: number[];
  /** Every ticket below this one has been sent. */
  #low = 0;

  /** @param firstWorker index in the trial of the table's first worker */
  constructor(table: TaskTable, firstWorker: number) {
    this.#table = table;
    this.#firstWorker = firstWorker;
    this.#sent = new Uint8Array(table.shape.capacity);
    this.#heapAtNs = new Array<number>(table.shape.workers).fill(0);
  }

  /** Returns what is new since the last call, of the spans at most `most`; columns may be empty. */
  take(most = Infinity): Drained {
    return { spans: this.#takeSpans(most), heaps: this.#takeHeaps() };
  }

  /** One plain loop: where the worker itself sends, this is its tasks' time, mostly not compiled yet. */
  #takeSpans(most: number): SentSpans {
    const { published, rows, shape } = this.#table;
    const { order, mark, startNs, endNs } = rows;
    const { originNs } = shape;
    const sent = this.#sent;
    const length = Math.min(most, published - this.#low);
    const spans = {
      task: new Int32Array(length),
      worker: new Int32Array(length),
      startNs: new Float64Array(length),
      endNs: new Float64Array(length),
    };
    let count = 0;
    for (let ticket = this.#low; ticket < published && count < length; ticket += 1) {
      if (sent[ticket] === 1) continue;
      const marked = load(mark, ticket);
      if (!isDoneMark(marked)) continue;
      spans.task[count] = order[ticket] ?? -1;
      spans.worker[count] = this.#firstWorker + workerOfMark(marked);
      spans.startNs[count] = Number((startNs[ticket] ?? originNs) - originNs);
      spans.endNs[count] = Number((endNs[ticket] ?? originNs) - originNs);
      sent[ticket] = 1;
      count += 1;
    }
    while (this.#low < published && sent[this.#low] === 1) this.#low += 1;
    return count === length ? spans : firstOf(spans, count);
  }

  #takeHeaps(): HeapColumns {
    const heaps: Record<keyof HeapColumns, number[]> = {
      atNs: [],
      worker: [],
      usedBytes: [],
      totalBytes: [],
    };
    for (let worker = 0; worker < this.#heapAtNs.length; worker += 1) {
      const reading = this.#table.heap(worker);
      if (reading.atNs <= (this.#heapAtNs[worker] ?? 0)) continue;
      this.#heapAtNs[worker] = reading.atNs;
      // Own code may have replaced what lists are added to by.
      const at = heaps.atNs.length;
      heaps.atNs[at] = reading.atNs;
      heaps.worker[at] = worker + this.#firstWorker;
      heaps.usedBytes[at] = reading.usedBytes;
      heaps.totalBytes[at] = reading.totalBytes;
    }
    return heaps;
  }
}

function firstOf(
  spans: Readonly<Record<keyof SentSpans, Int32Array | Float64Array>>,
  count: number,
): SentSpans {
  return {
    task: firstOfColumn(spans.task, count),
    worker: firstOfColumn(spans.worker, count),
    startNs: firstOfColumn(spans.startNs, count),
    endNs: firstOfColumn(spans.endNs, count),
  };
}
