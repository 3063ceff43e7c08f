// Runs a worker's tasks, from go to the last one. Everything in here is inside the measurement: per task one claim,
// two readings of the clock, one row; no message, and once compiled no garbage.
import type { Schedule } from '@shared/experiment/experiment';
import { nowNs } from '../clock';
import { marksOf, type TaskTable } from './task-table';
import { all } from './base/unbound';

// As it is now: own code may replace it.
const { store } = Atomics;

/** A workload ready to run: one task in, its checksum out. */
export interface TaskRunner {
  run(task: number): number | Promise<number>;
  close?(): void | Promise<void>;
}

/** What a worker does now and then between two tasks, outside their spans. */
export interface BetweenTasks {
  /** When it is due, on the machine's clock. */
  readonly dueNs: bigint;
  /** The first task begins: sets when it is due first. */
  begin(atNs: bigint): void;
  /** Does it and sets when it is due again. */
  run(atNs: bigint): void;
}

/** Nothing to do between tasks. */
export const nothingBetween: BetweenTasks = {
  dueNs: 2n ** 62n,
  begin: () => undefined,
  run: () => undefined,
};

export interface LoopOptions {
  readonly table: TaskTable;
  readonly runner: TaskRunner;
  readonly schedule: Schedule;
  /** Index of this worker in its host, and how many workers the host has. */
  readonly worker: number;
  readonly workers: number;
  readonly concurrency: number;
  /** Called when no ticket is published: returns when more is, or when the table is closed. */
  readonly waitForMore: (known: number) => void | Promise<void>;
  /**
   * Called when this worker comes to tickets published since it last looked, `published` in all,
   * and more may follow.
   */
  readonly onPart: (published: number) => void;
  readonly betweenTasks: BetweenTasks;
}

/**
 * Runs tasks until none is left for this worker. Rejects with what a task threw; the table then
 * tells which task it was.
 */
export async function runTasks(options: LoopOptions): Promise<void> {
  const { betweenTasks, concurrency } = options;
  betweenTasks.begin(nowNs());
  if (concurrency === 1) return await new Lane(options, 0).run();
  const lanes: Promise<void>[] = [];
  for (let lane = 0; lane < concurrency; lane += 1) lanes[lane] = new Lane(options, lane).run();
  await all(lanes);
}

/** Tickets run in one call: V8 makes better code of a function that is called again and again. */
const burstLength = 256;

/** A worker's tickets one after the other; with concurrency there are several to a worker. */
class Lane {
  readonly #options: LoopOptions;
  readonly #lane: number;
  /** Tickets taken with one claim; 0 where the lane has its part from the start. */
  readonly #chunk: number;
  /** The next ticket, the end of those this lane may run at once, and of those it holds. */
  #next = 0;
  #limit = 0;
  #held = 0;
  /** Tickets that this lane knows to be published. */
  #known = 0;

  constructor(options: LoopOptions, lane: number) {
    this.#lane = lane;
    const { table, schedule, worker, workers, concurrency } = options;
    this.#options = options;
    if (schedule.kind === 'dynamic') {
      this.#chunk = schedule.chunk;
    } else if (concurrency > 1) {
      // The lanes of one event loop share their worker's part.
      this.#chunk = 1;
    } else {
      // This worker's equal part of everything published, as one contiguous share.
      const count = table.published;
      this.#chunk = 0;
      this.#next = Math.floor((worker * count) / workers);
      this.#limit = Math.floor(((worker + 1) * count) / workers);
      this.#held = this.#limit;
    }
  }

  async run(): Promise<void> {
    const { table, betweenTasks, waitForMore } = this.#options;
    for (;;) {
      const pending = this.#burst();
      // Not within the burst: V8 would have to compile that anew when the first work between tasks is due.
      const atNs = nowNs();
      if (atNs >= betweenTasks.dueNs) betweenTasks.run(atNs);
      if (pending !== undefined) {
        await pending;
      } else if (this.#chunk === 0) {
        if (this.#next === this.#limit) return;
      } else if (this.#lacks()) {
        if (table.closed && this.#next >= table.published) return;
        await waitForMore(this.#known);
      }
    }
  }

  /**
   * Runs tickets until one's result is pending, none is left to run at once, work between tasks is due, or it
   * was enough.
   * One function on purpose: V8 compiles a loop when it has run so and so much of the loop's own
   * code, so that small ones that only call others stay slow for thousands of tasks.
   */
  #burst(): Promise<void> | undefined {
    const { table, runner, betweenTasks, worker } = this.#options;
    const { order, mark, startNs, endNs, checksum } = table.rows;
    const { begun, done } = marksOf(worker);
    const chunk = this.#chunk;
    const known = this.#known;
    let next = this.#next;
    let limit = this.#limit;
    let held = this.#held;
    let pending: Promise<void> | undefined;
    for (let left = burstLength; left > 0; left -= 1) {
      if (next === limit) {
        if (chunk === 0) break;
        if (next === held) {
          next = table.claim(chunk);
          held = next + chunk;
        }
        limit = held < known ? held : known;
        if (next >= limit) {
          limit = next;
          break;
        }
      }
      const ticket = next;
      next += 1;
      const task = order[ticket] ?? -1;
      // Not an atomic store: it is read when the worker is gone, or has been in one task for long.
      mark[ticket] = begun;
      startNs[ticket] = nowNs();
      let result: number | Promise<number>;
      try {
        result = runner.run(task);
      } catch (error) {
        table.fail(ticket);
        throw error;
      }
      if (typeof result !== 'number') {
        pending = this.#finishLater(ticket, result);
        break;
      }
      const atNs = nowNs();
      endNs[ticket] = atNs;
      checksum[ticket] = result;
      store(mark, ticket, done);
      if (atNs >= betweenTasks.dueNs) break;
    }
    this.#next = next;
    this.#limit = limit;
    this.#held = held;
    return pending;
  }

  async #finishLater(ticket: number, result: Promise<number>): Promise<void> {
    const { table, worker } = this.#options;
    table.awaited[this.#lane] = ticket;
    let checksum: number;
    try {
      checksum = await result;
    } catch (error) {
      table.fail(ticket);
      throw error;
    }
    table.finish(ticket, worker, nowNs(), checksum);
  }

  /** Returns whether the next ticket it has claimed is not published. Looks what is, where it must know. */
  #lacks(): boolean {
    if (this.#next === this.#held || this.#next < this.#known) return false;
    const { published, closed } = this.#options.table;
    const fresh = published > this.#known;
    this.#known = published;
    if (fresh && !closed && this.#next < published) this.#options.onPart(published);
    return this.#next >= published;
  }
}
