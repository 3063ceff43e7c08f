// The worker threads of one process: spawn, one barrier, one go, and the end.
import { Worker } from 'node:worker_threads';
import type { Schedule } from '@shared/experiment';
import type { WorkloadSurroundings } from '@shared/messages';
import type { PaceName } from '@shared/sampling';
import type { Workload } from '@shared/workloads';
import { deferred } from './deferred';
import type { TableShape, TaskTable } from './task-table';

/** What a thread is given when it is spawned. */
export interface ThreadSetup {
  readonly table: TableShape;
  readonly workload: Workload;
  readonly seed: number;
  readonly schedule: Schedule;
  readonly telemetry: boolean;
  readonly pace: PaceName;
  readonly surroundings: WorkloadSurroundings;
  readonly worker: number;
  readonly workers: number;
}

/**
 * What a thread says. `part`: it has come to tickets it had not known of, `published` in all, and
 * more may follow. `hungry`: the ticket it has claimed is not handed out yet, and it blocks until
 * more is; said again where what came was for another thread. `done`: its last task is run; where it
 * has more to close than itself, `closed` follows.
 */
export type FromThread =
  | { readonly type: 'ready'; readonly beganNs: number; readonly tid?: number }
  | { readonly type: 'part'; readonly published: number }
  | { readonly type: 'hungry' }
  | { readonly type: 'done'; readonly closing: boolean }
  | { readonly type: 'closed' };

/** A thread that did not end well. */
export interface ThreadFault {
  readonly kind: 'threw' | 'thread-exited';
  /** Index of the thread in its process. */
  readonly worker: number;
  readonly message: string;
  readonly stack?: string;
  readonly exitCode?: number;
}

export interface ThreadReady {
  readonly beganNs: number;
  readonly tid?: number;
}

export interface ThreadGroupOptions {
  /** The built thread entry. */
  readonly entry: string;
  readonly setup: Omit<ThreadSetup, 'table' | 'worker' | 'workers'>;
  readonly onPart: (published: number) => void;
  readonly onHungry: () => void;
  /** Called for the first fault only; the group is of no use afterwards. */
  readonly onFault: (fault: ThreadFault) => void;
}

/** Threads over one table. A fault leaves the promises open: the caller ends the group. */
export class ThreadGroup {
  /** Resolves when every thread has loaded its workload and waits for go. */
  readonly ready: Promise<readonly ThreadReady[]>;
  /** Resolves when every thread has run its last task. */
  readonly done: Promise<void>;
  /** Resolves, after that, when every thread has let go of what its workload held. */
  readonly closed: Promise<void>;
  /** Resolves when every thread is gone. */
  readonly gone: Promise<void>;
  readonly #table: TaskTable;
  readonly #threads: readonly Worker[];

  constructor(table: TaskTable, options: ThreadGroupOptions) {
    this.#table = table;
    const workers = table.shape.workers;
    const ready = deferred<readonly ThreadReady[]>();
    const done = deferred<void>();
    const closed = deferred<void>();
    const gone = deferred<void>();
    this.ready = ready.promise;
    this.done = done.promise;
    this.closed = closed.promise;
    this.gone = gone.promise;
    const identities: ThreadReady[] = new Array<ThreadReady>(workers);
    const counts = { ready: 0, done: 0, closed: 0, gone: 0 };
    const close = (): void => {
      counts.closed += 1;
      if (counts.closed === workers) closed.resolve();
    };
    const finished = new Set<number>();
    let faulty = false;
    const fault = (what: ThreadFault): void => {
      if (faulty) return;
      faulty = true;
      options.onFault(what);
    };

    this.#threads = Array.from({ length: workers }, (_, worker) => {
      const setup: ThreadSetup = { ...options.setup, table: table.shape, worker, workers };
      // What a person's own code prints belongs neither to a report nor to the app's own output.
      const silent = setup.workload.kind === 'module';
      const thread = new Worker(options.entry, { workerData: setup, stdout: silent });
      if (silent) thread.stdout.resume();
      thread.on('message', (message: FromThread) => {
        if (message.type === 'ready') {
          identities[worker] = message;
          counts.ready += 1;
          if (counts.ready === workers) ready.resolve(identities);
        } else if (message.type === 'done') {
          finished.add(worker);
          counts.done += 1;
          if (counts.done === workers) done.resolve();
          if (!message.closing) close();
        } else if (message.type === 'closed') {
          close();
        } else if (message.type === 'part') {
          options.onPart(message.published);
        } else {
          options.onHungry();
        }
      });
      thread.on('error', (error: unknown) => {
        const known = error instanceof Error ? error : new Error(String(error));
        fault({
          kind: 'threw',
          worker,
          message: known.message,
          ...(known.stack === undefined ? {} : { stack: known.stack }),
        });
      });
      thread.on('exit', (exitCode) => {
        if (!finished.has(worker)) {
          fault({
            kind: 'thread-exited',
            worker,
            message: `its thread ended with code ${exitCode} before its tasks were done`,
            exitCode,
          });
        }
        counts.gone += 1;
        if (counts.gone === workers) gone.resolve();
      });
      return thread;
    });
  }

  /** Starts all threads together. */
  go(): void {
    this.#table.go();
  }

  /** Lets the threads end by themselves; resolves when they are gone. */
  async join(): Promise<void> {
    this.#table.leave();
    await this.gone;
  }

  /** Ends the threads wherever they are; resolves when they are gone. */
  async terminate(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }
}
