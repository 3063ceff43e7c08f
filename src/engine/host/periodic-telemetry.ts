// Does what the worker itself must do between its tasks where telemetry is wanted: only it can read its own heap,
// and a host whose main thread works has nobody else to send its spans.
import process from 'node:process';
import { nowNs } from '../clock';
import type { BetweenTasks } from './task-loop';
import type { TaskTable } from './task-table';

const memoryUsage = process.memoryUsage.bind(process);

const millisecond = 1_000_000;

/** Notes the V8 heap of the calling worker, and calls `send`, now and then. */
export class PeriodicTelemetry implements BetweenTasks {
  readonly #table: TaskTable;
  readonly #worker: number;
  readonly #everyNs: bigint;
  readonly #send: () => void;
  dueNs = 0n;

  /**
   * Notes the heap at once: the first reading costs most, and is to fall on no task.
   * @param everyMs between two times, at least
   */
  constructor(
    table: TaskTable,
    worker: number,
    everyMs: number,
    send: () => void = () => undefined,
  ) {
    this.#table = table;
    this.#worker = worker;
    this.#everyNs = BigInt(everyMs * millisecond);
    this.#send = send;
    this.#noteHeap(nowNs());
  }

  begin(atNs: bigint): void {
    this.dueNs = atNs + this.#everyNs;
  }

  run(atNs: bigint): void {
    this.dueNs = atNs + this.#everyNs;
    this.#noteHeap(atNs);
    this.#send();
  }

  #noteHeap(atNs: bigint): void {
    // In a thread its own heap's figures. Reading them here takes 12 µs and through node:v8 1 µs, but
    // loading that module would take every worker a millisecond of its start.
    const { heapUsed, heapTotal } = memoryUsage();
    this.#table.recordHeap(this.#worker, atNs, heapUsed, heapTotal);
  }
}
