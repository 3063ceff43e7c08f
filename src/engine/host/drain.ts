// Takes finished tasks and heap readings out of a table, each once, as columns for a message.
import type { HeapColumns, SpanColumns } from '@shared/live';
import type { TaskTable } from './task-table';

export interface Drained {
  readonly spans: SpanColumns;
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

  /** What is new since the last call, of the spans at most `most`; columns may be empty. */
  take(most = Infinity): Drained {
    return { spans: this.#takeSpans(most), heaps: this.#takeHeaps() };
  }

  #takeSpans(most: number): SpanColumns {
    const spans: SpanColumns = { task: [], worker: [], startNs: [], endNs: [] };
    const published = this.#table.published;
    let gapless = true;
    for (let ticket = this.#low; ticket < published && spans.task.length < most; ticket += 1) {
      const sent = this.#sent[ticket] === 1;
      if (!sent && this.#table.isDone(ticket)) {
        const row = this.#table.row(ticket);
        spans.task.push(row.task);
        spans.worker.push(row.worker + this.#firstWorker);
        spans.startNs.push(row.startNs);
        spans.endNs.push(row.endNs);
        this.#sent[ticket] = 1;
      } else if (!sent) {
        gapless = false;
      }
      if (gapless) this.#low = ticket + 1;
    }
    return spans;
  }

  #takeHeaps(): HeapColumns {
    const heaps: HeapColumns = { atNs: [], worker: [], usedBytes: [], totalBytes: [] };
    for (let worker = 0; worker < this.#heapAtNs.length; worker += 1) {
      const reading = this.#table.heap(worker);
      if (reading.atNs <= (this.#heapAtNs[worker] ?? 0)) continue;
      this.#heapAtNs[worker] = reading.atNs;
      heaps.atNs.push(reading.atNs);
      heaps.worker.push(worker + this.#firstWorker);
      heaps.usedBytes.push(reading.usedBytes);
      heaps.totalBytes.push(reading.totalBytes);
    }
    return heaps;
  }
}
