// What a worker does between go and its last task. Everything in here is inside the measurement:
// per task one claim, two readings of the clock, one row; no message, and once compiled no garbage.
import type { Schedule } from '@shared/experiment';
import { nowNs } from '../clock';
import { marksOf, type TaskTable } from './task-table';

/** A workload ready to run: one task in, its checksum out. */
export interface TaskRunner {
  run(task: number): number | Promise<number>;
  close?(): void | Promise<void>;
}

/** What a worker does now and then between two tasks, outside their spans. */
export interface Chore {
  /** When it is due, on the machine's clock. */
  readonly dueNs: bigint;
  /** The first task begins: sets when it is due first. */
  begin(atNs: bigint): void;
  /** Does it and sets when it is due again. */
  run(atNs: bigint): void;
}

/** Nothing to do between tasks. */
export const noChore: Chore = {
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
  readonly chore: Chore;
}

/**
 * Runs tasks until none is left for this worker. Rejects with what a task threw; the table then
 * tells which task it was.
 */
export async function runTasks(options: LoopOptions): Promise<void> {
  const { chore, concurrency } = options;
  chore.begin(nowNs());
  if (concurrency === 1) return new Lane(options).run();
  await Promise.all(Array.from({ length: concurrency }, () => new Lane(options).run()));
}

/** Tickets run in one call: V8 makes better code of a function that is called again and again. */
const burstLength = 256;

/** A worker's tickets one after the other; with concurrency there are several to a worker. */
class Lane {
  readonly #options: LoopOptions;
  readonly #table: TaskTable;
  /** Tickets taken with one claim; 0 where the lane has its part from the start. */
  readonly #chunk: number;
  /** The next ticket, the end of those this lane holds, and of those it may run at once. */
  #ticket = 0;
  #held = 0;
  #limit = 0;
  /** Tickets that this lane knows to be published. */
  #known = 0;

  constructor(options: LoopOptions) {
    const { table, schedule, worker, workers, concurrency } = options;
    this.#options = options;
    this.#table = table;
    if (schedule.kind === 'dynamic') {
      this.#chunk = schedule.chunk;
    } else if (concurrency > 1) {
      // The lanes of one event loop share their worker's part.
      this.#chunk = 1;
    } else {
      // This worker's equal part of everything published, as one contiguous share.
      const count = table.published;
      this.#chunk = 0;
      this.#ticket = Math.floor((worker * count) / workers);
      this.#limit = Math.floor(((worker + 1) * count) / workers);
    }
  }

  async run(): Promise<void> {
    const table = this.#table;
    const { chore } = this.#options;
    for (;;) {
      const pending = this.#burst();
      // Not within the burst: V8 would have to compile that anew when the first chore is due.
      const atNs = nowNs();
      if (atNs >= chore.dueNs) chore.run(atNs);
      if (pending !== undefined) {
        await pending;
      } else if (this.#ticket === this.#limit && !this.#refill()) {
        if (this.#chunk === 0 || (table.closed && this.#ticket >= table.published)) return;
        await this.#options.waitForMore(this.#known);
      }
    }
  }

  /**
   * Runs tickets until one's result is pending, none is left to run at once, a chore is due, or it
   * was enough.
   * One function on purpose: V8 compiles a loop when it has run so and so much of the loop's own
   * code, so that small ones that only call others stay slow for thousands of tasks.
   */
  #burst(): Promise<void> | undefined {
    const { runner, chore, worker } = this.#options;
    const { order, mark, startNs, endNs, checksum } = this.#table.rows;
    const { begun, done } = marksOf(worker);
    for (let left = burstLength; left > 0; left -= 1) {
      if (this.#ticket === this.#limit && !this.#refill()) return undefined;
      const ticket = this.#ticket;
      this.#ticket = ticket + 1;
      const task = order[ticket] ?? -1;
      // Not an atomic store: it is read when the worker is gone, or has been in one task for long.
      mark[ticket] = begun;
      startNs[ticket] = nowNs();
      let result: number | Promise<number>;
      try {
        result = runner.run(task);
      } catch (error) {
        this.#table.fail(ticket);
        throw error;
      }
      if (typeof result !== 'number') return this.#finishLater(ticket, result);
      const atNs = nowNs();
      endNs[ticket] = atNs;
      checksum[ticket] = result;
      Atomics.store(mark, ticket, done);
      if (atNs >= chore.dueNs) break;
    }
    return undefined;
  }

  async #finishLater(ticket: number, result: Promise<number>): Promise<void> {
    let checksum: number;
    try {
      checksum = await result;
    } catch (error) {
      this.#table.fail(ticket);
      throw error;
    }
    this.#table.finish(ticket, this.#options.worker, nowNs(), checksum);
  }

  /** Claims tickets when none is held; whether the next of them is published. */
  #refill(): boolean {
    if (this.#chunk === 0) return false;
    if (this.#ticket === this.#held) {
      this.#ticket = this.#table.claim(this.#chunk);
      this.#held = this.#ticket + this.#chunk;
    }
    if (this.#held > this.#known) this.#look();
    this.#limit = Math.max(this.#ticket, Math.min(this.#held, this.#known));
    return this.#ticket < this.#limit;
  }

  #look(): void {
    const { published, closed } = this.#table;
    if (published === this.#known) return;
    this.#known = published;
    if (!closed && this.#ticket < published) this.#options.onPart(published);
  }
}
