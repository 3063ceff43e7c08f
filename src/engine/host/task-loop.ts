// What a worker does between go and its last task. Everything in here is inside the measurement:
// no message, no allocation beyond what the clock and the workload make.
import { getHeapStatistics } from 'node:v8';
import type { Schedule } from '@shared/experiment';
import type { RunClock } from '../clock';
import type { TaskTable } from './task-table';

/** A workload ready to run: one task in, its checksum out. */
export interface TaskRunner {
  run(task: number): number | Promise<number>;
  close?(): void | Promise<void>;
}

export interface LoopOptions {
  readonly table: TaskTable;
  readonly clock: RunClock;
  readonly runner: TaskRunner;
  readonly schedule: Schedule;
  /** Index of this worker in its host, and how many workers the host has. */
  readonly worker: number;
  readonly workers: number;
  readonly concurrency: number;
  /** Called when no ticket is published: returns when more is, or when the table is closed. */
  readonly waitForMore: (known: number) => void | Promise<void>;
  /** Called after a task, outside its span. */
  readonly afterTask?: (atNs: number) => void;
}

const heapEveryNs = 200e6;

/**
 * Runs tasks until none is left for this worker. Rejects with what a task threw; the table then
 * tells which task it was.
 */
export async function runTasks(options: LoopOptions): Promise<void> {
  if (options.concurrency === 1) return runLane(options);
  const lanes = Array.from({ length: options.concurrency }, () => runLane(options));
  await Promise.all(lanes);
}

async function runLane(options: LoopOptions): Promise<void> {
  if (options.schedule.kind === 'static') return runShare(options);
  const { table, waitForMore } = options;
  const { chunk } = options.schedule;
  for (;;) {
    const first = table.claim(chunk);
    for (let ticket = first; ticket < first + chunk; ticket += 1) {
      while (ticket >= table.published) {
        if (table.closed && ticket >= table.published) return;
        await waitForMore(table.published);
      }
      const pending = runTicket(options, ticket);
      if (pending !== undefined) await pending;
    }
  }
}

/** Static hand-out: this worker's equal part of everything published, as one contiguous share. */
async function runShare(options: LoopOptions): Promise<void> {
  const { table, worker, workers, concurrency } = options;
  const count = table.published;
  const from = Math.floor((worker * count) / workers);
  const to = Math.floor(((worker + 1) * count) / workers);
  if (concurrency > 1) {
    // The lanes of one event loop share their worker's part.
    for (let ticket = table.claim(1); ticket < to; ticket = table.claim(1)) {
      const pending = runTicket(options, ticket);
      if (pending !== undefined) await pending;
    }
    return;
  }
  for (let ticket = from; ticket < to; ticket += 1) {
    const pending = runTicket(options, ticket);
    if (pending !== undefined) await pending;
  }
}

/** Runs one task; a promise only if the workload gave one. */
function runTicket(options: LoopOptions, ticket: number): Promise<void> | undefined {
  const { table, clock, runner, worker } = options;
  table.begin(ticket, worker, clock.now());
  let result: number | Promise<number>;
  try {
    result = runner.run(table.task(ticket));
  } catch (error) {
    table.fail(ticket);
    throw error;
  }
  if (typeof result !== 'number') return finishLater(options, ticket, result);
  finishTicket(options, ticket, result);
  return undefined;
}

async function finishLater(
  options: LoopOptions,
  ticket: number,
  result: Promise<number>,
): Promise<void> {
  let checksum: number;
  try {
    checksum = await result;
  } catch (error) {
    options.table.fail(ticket);
    throw error;
  }
  finishTicket(options, ticket, checksum);
}

function finishTicket(options: LoopOptions, ticket: number, checksum: number): void {
  const { table, clock, worker } = options;
  const endNs = clock.now();
  table.finish(ticket, endNs, checksum);
  if (endNs - table.heapAtNs(worker) >= heapEveryNs) recordHeap(table, worker, endNs);
  options.afterTask?.(endNs);
}

/**
 * Notes the V8 heap of the calling worker. Called once before go, so that the first reading, which
 * costs most, falls on no task.
 */
export function recordHeap(table: TaskTable, worker: number, atNs: number): void {
  const heap = getHeapStatistics();
  table.recordHeap(worker, atNs, heap.used_heap_size, heap.total_heap_size);
}
