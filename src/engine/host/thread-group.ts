// The worker threads of one process: spawn, one barrier, one go, and the end.
import {
  MessageChannel,
  receiveMessageOnPort,
  Worker,
  type MessagePort,
} from 'node:worker_threads';
import type { Schedule } from '@shared/experiment/experiment';
import type { FaultStage, OwnNote, WorkloadInputs } from '@shared/wire/messages';
import { isModule } from '@shared/experiment/own-code';
import type { PaceName } from '@shared/experiment/sampling';
import type { Workload } from '@shared/experiment/workloads';
import type { SaidReason } from '@shared/base/said';
import { deferred, within } from './base/deferred';
import { describeThrown } from './base/describe-thrown';
import { hooksTooLong, hooksWithinMs, letGoWithinMs, unanswered } from './let-go';
import type { TableShape, TaskTable } from './task-table';

/** What a thread is given when it is spawned. */
export interface ThreadSetup {
  readonly table: TableShape;
  readonly workload: Workload;
  readonly seed: number;
  readonly schedule: Schedule;
  readonly telemetry: boolean;
  readonly pace: PaceName;
  readonly inputs: WorkloadInputs;
  readonly worker: number;
  readonly workers: number;
  /** The process is somebody else's: own code may not write to its output. */
  readonly shared: boolean;
}

/** The only message on a thread's own port: what it is to do, and the port for everything else. */
export interface ThreadStart {
  readonly setup: ThreadSetup;
  readonly port: MessagePort;
}

/**
 * What a thread says. `part`: it has come to tickets it had not known of, `published` in all, and
 * more may follow. `starved`: the ticket it has claimed is not dispatched yet, and it blocks until
 * more is; said again where what came was for another thread. `done`: its last task is run; where it
 * has more to close than itself, `closed` follows.
 */
export type FromThread =
  | ({ readonly type: 'ready' } & ThreadReady)
  | { readonly type: 'part'; readonly published: number }
  | { readonly type: 'starved' }
  | { readonly type: 'done'; readonly closing: boolean }
  | { readonly type: 'closed'; readonly notes: readonly OwnNote[]; readonly printedBytes: number }
  | ({ readonly type: 'note' } & OwnNote)
  | ({ readonly type: 'fault' } & Omit<ThreadFault, 'worker'>);

/** A thread that did not end well. */
export interface ThreadFault {
  readonly kind: 'threw' | 'thread-exited' | 'called';
  /** Index of the thread in its process. */
  readonly worker: number;
  readonly message: string;
  readonly reason?: SaidReason;
  readonly stage?: FaultStage;
  readonly stack?: string;
  readonly exitCode?: number;
  readonly signal?: string;
}

export interface ThreadReady {
  readonly beganNs: number;
  readonly tid?: number;
  /** Whether its workload has something to let go of, as a teardown. */
  readonly closes: boolean;
}

export interface ThreadGroupOptions {
  /** The built thread entry. */
  readonly entry: string;
  readonly setup: Omit<ThreadSetup, 'table' | 'worker' | 'workers'>;
  readonly onPart: (published: number) => void;
  readonly onHungry: () => void;
  /** Called for the first fault only; the group is of no use afterwards. */
  readonly onFault: (fault: ThreadFault) => void;
  readonly onNote: (note: OwnNote) => void;
}

/** Threads over one table. A fault leaves the promises open: the caller ends the group. */
export class ThreadGroup {
  /** Resolves when every thread has loaded its workload and waits for go. */
  readonly ready: Promise<readonly ThreadReady[]>;
  /** Resolves when every thread has run its last task. */
  readonly done: Promise<void>;
  readonly #closed = deferred<void>();
  readonly #gone = deferred<void>();
  readonly #table: TaskTable;
  readonly #options: ThreadGroupOptions;
  readonly #threads: readonly Worker[];
  readonly #notClosed = new Set<Worker>();
  #printedBytes = 0;
  #closes = false;
  #leaving = false;

  constructor(table: TaskTable, options: ThreadGroupOptions) {
    this.#table = table;
    this.#options = options;
    const workers = table.shape.workers;
    const ready = deferred<readonly ThreadReady[]>();
    const done = deferred<void>();
    this.ready = ready.promise;
    this.done = done.promise;
    const identities: ThreadReady[] = new Array<ThreadReady>(workers);
    const counts = { ready: 0, done: 0, gone: 0 };
    let faulty = false;
    const fault = (what: ThreadFault): void => {
      if (faulty || this.#leaving) return;
      faulty = true;
      options.onFault(what);
    };

    this.#threads = Array.from({ length: workers }, (_, worker) => {
      const setup: ThreadSetup = { ...options.setup, table: table.shape, worker, workers };
      const thread = new Worker(options.entry);
      this.#notClosed.add(thread);
      // Corelane's own: what own code posts to its parent is heard by nobody.
      const { port1: port, port2: theirs } = new MessageChannel();
      thread.postMessage({ setup, port: theirs } satisfies ThreadStart, [theirs]);
      let finished = false;
      const take = (message: FromThread): void => {
        switch (message.type) {
          case 'ready':
            identities[worker] = message;
            this.#closes ||= message.closes;
            counts.ready += 1;
            if (counts.ready === workers) ready.resolve(identities);
            return;
          case 'done':
            finished = true;
            counts.done += 1;
            if (counts.done === workers) done.resolve();
            if (!message.closing) this.#close(thread);
            return;
          case 'closed':
            message.notes.forEach(options.onNote);
            this.#printedBytes += message.printedBytes;
            return this.#close(thread);
          case 'note': {
            const { type: _type, ...note } = message;
            return options.onNote(note);
          }
          case 'part':
            return options.onPart(message.published);
          case 'starved':
            return options.onHungry();
          case 'fault': {
            const { type: _type, ...what } = message;
            return fault({ ...what, worker });
          }
        }
      };
      port.on('message', take);
      // What it said last may still lie there.
      const takeLast = (): void => {
        for (let last = receiveMessageOnPort(port); last !== undefined;) {
          take(last.message as FromThread);
          last = receiveMessageOnPort(port);
        }
      };
      thread.on('error', (error: unknown) => {
        takeLast();
        fault({ kind: 'threw', worker, ...describeThrown(error) });
      });
      thread.on('exit', (exitCode) => {
        takeLast();
        port.close();
        if (!finished) {
          fault({
            kind: 'thread-exited',
            worker,
            message: '',
            reason: { code: 'thread-ended', args: { exitCode } },
            exitCode,
          });
        }
        this.#close(thread);
        counts.gone += 1;
        if (counts.gone === workers) this.#gone.resolve();
      });
      return thread;
    });
  }

  #close(thread: Worker): void {
    if (this.#notClosed.delete(thread) && this.#notClosed.size === 0) this.#closed.resolve();
  }

  /** Whether a thread's workload has something to let go of. */
  get closes(): boolean {
    return this.#closes;
  }

  /** What own code has printed in the threads that have let go. */
  get printedBytes(): number {
    return this.#printedBytes;
  }

  /** Starts all threads together. */
  go(): void {
    this.#table.go();
  }

  /**
   * Resolves, after the last task, when every thread has let go of what its workload held. One that does
   * not is ended.
   */
  async letGo(): Promise<void> {
    const { workload } = this.#options.setup;
    this.#table.letGo();
    if (!isModule(workload)) return this.#closed.promise;
    await within(this.#closed.promise, letGoWithinMs(this.closes));
    const stuck = [...this.#notClosed];
    if (stuck.length === 0) return;
    this.#leaving = true;
    this.#options.onNote(unanswered(this.closes, 'thread'));
    await Promise.all(stuck.map((thread) => thread.terminate()));
  }

  /** Lets the threads end by themselves; resolves when they are gone. */
  async join(): Promise<void> {
    this.#leaving = true;
    this.#table.letGo();
    this.#table.leave();
    // An exit hook of own code may not return.
    const gone = this.#gone.promise.then(() => true);
    const isGone = await within(gone, hooksWithinMs);
    if (isGone !== true && isModule(this.#options.setup.workload)) {
      this.#options.onNote(hooksTooLong);
    }
    await this.terminate();
  }

  /** Ends the threads wherever they are; resolves when they are gone. */
  async terminate(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }
}
