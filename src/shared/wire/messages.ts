// Every message between the engine and the processes it starts: one closed union per direction.
// Times are nanoseconds on the run's clock unless a name says otherwise.
import type { ReaderFault } from '../base/problem-schemas';
import type { UnknownFigure } from '../report/tables';
import type { Schedule } from '../experiment/experiment';
import type {
  HeapColumns,
  SampleColumns,
  SamplerCost,
  SpanColumns,
  Interference,
} from '../report/live';
import type { PaceName } from '../experiment/sampling';
import type { WorkerIdentity } from '../base/worker-identity';
import type { Workload } from '../experiment/workloads';
import type { SaidReason } from '../base/said';

export type { WorkerIdentity } from '../base/worker-identity';

/** What own code may do at its end that is noted. */
export const ownNoteKinds = [
  'teardown-late',
  'teardown-threw',
  'exit-hook-late',
  'exit-hook-threw',
  'late-call',
  'late-threw',
  'kept-alive',
] as const;

export type OwnNoteKind = (typeof ownNoteKinds)[number];

/** Something that own code did at its end. */
export interface OwnNote {
  readonly about: OwnNoteKind;
  /** What was thrown or called; what was kept alive. */
  readonly text: string;
  /** What was thrown, in place of the text, where it is said in no words of its own. */
  readonly reason?: SaidReason;
  /** It was during teardown. */
  readonly closing?: boolean;
}

/** What a workload needs that lies outside its process. */
export interface WorkloadInputs {
  /** A folder for files, removed after the trial. */
  readonly folder?: string;
  /** Where a Python program puts its temporary files; removed after the run. */
  readonly scratch?: string;
  /** Base address of the local server, on loopback. */
  readonly url?: string;
  /** A file with a user's own code, bundled into one text. */
  readonly code?: string;
}

/**
 * What one host is to do in one trial.
 * A `program` decides by itself (serial, async, threads); a `worker` is part of somebody else's
 * program (processes, hybrid) and is handed its tasks.
 */
export interface HostSetup {
  readonly type: 'setup';
  readonly trial: number;
  readonly role: 'program' | 'worker';
  /** `process.hrtime.bigint()` at the run's origin, in decimal. */
  readonly originNs: string;
  readonly workload: Workload;
  readonly seed: number;
  /** Tasks of the whole trial. */
  readonly tasks: number;
  readonly schedule: Schedule;
  /** Index of this host in the trial. */
  readonly host: number;
  /** Index of this host's first worker in the trial. */
  readonly firstWorker: number;
  /** Worker threads to spawn; 0 where the host's own main thread does the work. */
  readonly threads: number;
  readonly concurrency: number;
  /** Send spans and read heaps while tasks run; else spans are sent at the end and no heap is read. */
  readonly telemetry: boolean;
  /** How often, where they are. */
  readonly pace: PaceName;
  readonly inputs: WorkloadInputs;
  /** To a Python host: the way to run them, see src/python. */
  readonly python?: PythonPart;
}

/** How a Python host runs its tasks. */
export interface PythonPart {
  /** The strategy's name without `python-`. */
  readonly strategy: string;
  /** Threads, processes or interpreters; of asyncio the tasks at once. */
  readonly workers: number;
  readonly startMethod?: string;
  readonly chunk?: number;
}

/** A range of tasks; `last` says that no more will come. */
export interface TaskRange {
  readonly from: number;
  readonly count: number;
  readonly last: boolean;
}

export type ToHost =
  | HostSetup
  /** To a program: decide, run everything, report `finished`. */
  | { readonly type: 'decide' }
  /** To a worker: start, with these tasks. */
  | { readonly type: 'go'; readonly range: TaskRange }
  /** To a worker that asked: at most as many tasks as it wanted; answers come in order. */
  | { readonly type: 'more'; readonly range: TaskRange }
  /** Send the spans and heaps not sent yet; answered with a last `spans`. */
  | { readonly type: 'drain' }
  /** Let the threads end; answered with `joined`. */
  | { readonly type: 'join' }
  /** End the process. */
  | { readonly type: 'leave' };

/** Moments of a host's part in a trial. A worker host has no decision and no spawn of its own. */
export interface HostMarks {
  readonly decidedNs?: number;
  /** Every worker's own code had begun. */
  readonly spawnedNs: number;
  readonly goNs: number;
  readonly lastDoneNs: number;
  /** Every result was in. */
  readonly collectedNs: number;
}

/**
 * CPU time a host used, and the programs that are its tasks: since its decision (program) or since its
 * start (worker).
 */
export interface HostCpu {
  readonly userNs: number;
  readonly systemNs: number;
  /** From go to the last result in. */
  readonly warmNs: number;
}

export interface HostFinished {
  readonly type: 'finished';
  readonly marks: HostMarks;
  /** Absent where it is not known. */
  readonly cpu?: HostCpu;
  /** Largest resident set of the process so far; absent where it is not known. */
  readonly peakRssBytes?: number;
  /** What the name `result`, which a task of `powers` assigns to, holds in the Python program itself. */
  readonly parentResult?: string;
  /** Whether the workload has something to let go of, as a teardown. */
  readonly closes?: boolean;
  /** Result of each task run here: task index and checksum, as columns. */
  readonly results: { readonly task: ArrayLike<number>; readonly checksum: ArrayLike<number> };
}

/** The columns of spans as a host sends them: typed arrays, which are quick to fill and to send. */
export type SentSpans = Readonly<Record<keyof SpanColumns, ArrayLike<number>>>;

/** Finished tasks and heap readings, each sent once. */
export interface HostSpans {
  readonly type: 'spans';
  readonly spans: SentSpans;
  readonly heaps: HeapColumns;
  /** The answer to `drain`: nothing is left. */
  readonly last: boolean;
}

/**
 * What own code was doing when it failed outside a task: `load` its file was being run; `uncaught` and
 * `unhandled` it threw, or rejected, later and outside of everything that waits for it.
 */
export type FaultStage = 'load' | 'setup' | 'teardown' | 'uncaught' | 'unhandled';

export type FromHost =
  /** First line of the host's code ran; `atNs` is absolute, in decimal. */
  | { readonly type: 'hello'; readonly pid: number; readonly tid?: number; readonly atNs: string }
  /** Set up: the workload's code is loaded (and, for a worker host, its threads wait for go). */
  | {
      readonly type: 'ready';
      readonly spawnedNs: number;
      readonly atNs: number;
      readonly workers: readonly WorkerIdentity[];
    }
  /** A program's threads have started. */
  | { readonly type: 'workers'; readonly workers: readonly WorkerIdentity[] }
  | HostSpans
  /** A worker host wants `count` more tasks: it has run out, or will soon. */
  | { readonly type: 'want'; readonly count: number }
  | HostFinished
  | { readonly type: 'joined'; readonly joinNs: number }
  /** What was odd without being a reason to discard the trial. */
  | {
      readonly type: 'note';
      /** Absent where `text` is a sentence, from Python. */
      readonly about?: OwnNoteKind;
      readonly text: string;
      readonly reason?: SaidReason;
      readonly closing?: boolean;
    }
  /** What own code has printed in this host, sent before the last `spans`. */
  | { readonly type: 'printed'; readonly bytes: number }
  | {
      readonly type: 'fault';
      /** `called`: it ended by a call, which `message` is: `process.exit(0)`, `sys.exit(0)`. */
      readonly kind: 'threw' | 'called' | 'thread-exited' | 'process-ended';
      readonly message: string;
      /** What is said in place of the message, where that is empty. */
      readonly reason?: SaidReason;
      /** Where in own code, outside a task. */
      readonly stage?: FaultStage;
      readonly worker?: number;
      /** Of the worker, where that is not the host itself. */
      readonly pid?: number;
      readonly task?: number;
      readonly stack?: string;
      readonly exitCode?: number;
      readonly signal?: string;
    };

/** A process whose memory is read. */
export interface WatchedProcess {
  readonly pid: number;
  readonly host: number;
}

/** Just before a trial's decision, or just after its last result. */
export type SnapshotMoment = 'before' | 'after';

export type ToSampler =
  | {
      readonly type: 'begin';
      readonly originNs: string;
      /** 0: cores and workers are not sampled. */
      readonly hz: number;
      /** 0: memory is read when asked only. */
      readonly memoryHz: number;
      /** Whether nobody watches, so that batches may wait. */
      readonly quiet: boolean;
    }
  | {
      readonly type: 'watch';
      readonly trial: number;
      readonly workers: readonly WorkerIdentity[];
      readonly processes: readonly WatchedProcess[];
      /** Whether what these processes start counts with them. */
      readonly kin?: boolean;
      /** Whether its times count for nothing: batches may be many. */
      readonly warmup?: boolean;
    }
  /** Its results are in: its workers are read once more, its memory when asked only. */
  | { readonly type: 'rest'; readonly trial: number }
  | { readonly type: 'unwatch'; readonly trial: number }
  /** Read the memory of the watched processes now; answered with `memory` and the same `id`. */
  | { readonly type: 'read-memory'; readonly id: number }
  /**
   * Read what the machine's processes have used; answered with `snapshot` and the same `id`.
   * `leader` is the process that leads the run: it and its descendants are no others.
   */
  | {
      readonly type: 'snapshot';
      readonly id: number;
      readonly moment: SnapshotMoment;
      readonly leader: number;
    }
  /** Should the engine vanish: end these processes and remove these folders. */
  | {
      readonly type: 'guard';
      readonly pids: readonly number[];
      readonly folders: readonly string[];
    }
  | { readonly type: 'end' };

export type FromSampler =
  /** It has begun. */
  | { readonly type: 'ready'; readonly pid: number; readonly cores: readonly number[] }
  | {
      readonly type: 'batch';
      /** Rows as numbers, see engine/sampler/sample-rows. */
      readonly cores: Float64Array<ArrayBuffer>;
      readonly workers: Float64Array<ArrayBuffer>;
      readonly memory: SampleColumns['memory'];
      readonly resident: Float64Array<ArrayBuffer>;
      /** The memory rows hold something that the hosts had started. */
      readonly kin?: boolean;
      readonly cost: SamplerCost;
    }
  | {
      readonly type: 'memory';
      readonly id: number;
      readonly memory: SampleColumns['memory'];
      readonly resident: Float64Array<ArrayBuffer>;
      readonly kin?: boolean;
    }
  /** To `after`: what happened since `before`. */
  | {
      readonly type: 'snapshot';
      readonly id: number;
      readonly surroundings?: Interference;
    }
  /** Something cannot be read here; shown as not known. */
  | { readonly type: 'unknown'; readonly what: UnknownFigure; readonly why: ReaderFault };

/** To the local server of the `http` workload: end the process. */
export type ToHttpPeer = { readonly type: 'end' };

/** From the local server: it listens at this base address, on loopback. */
export type FromHttpPeer = { readonly type: 'listening'; readonly url: string };
