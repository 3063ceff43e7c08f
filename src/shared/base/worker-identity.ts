// Defines the identity of a worker.

/** One worker of a trial, as the kernel and the picture know it. */
export interface WorkerIdentity {
  /** Index in its trial, 0 first. */
  readonly worker: number;
  /** Index of its process in the trial. */
  readonly host: number;
  /** Index of its thread in that process. */
  readonly thread: number;
  readonly pid: number;
  /** Kernel thread id; absent where the platform does not reveal it. */
  readonly tid?: number;
}
