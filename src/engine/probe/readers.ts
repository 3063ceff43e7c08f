// What the sampler reads, as interfaces: so that it runs the same on /proc, on what the runtime
// gives elsewhere, and on recorded readings.
import type { Result } from '@shared/result';
import type { CoreTimes } from './core-times';
import type { MemoryReading } from './smaps-rollup';
import type { TaskTimes } from './task-counters';

/** Times of the usable cores. */
export interface CoreReader {
  /** Kernel numbers of the cores, in the order of the columns. */
  readonly ids: readonly number[];
  /** Reads them as they are now, always into the same columns. */
  read(): CoreTimes;
  close(): void;
}

/** One reading of a thread. */
export interface WorkerReading extends TaskTimes {
  /** The core it last ran on, as the kernel numbers them. */
  core: number;
}

/** Counters of one thread. */
export interface WorkerReader {
  /** Reads them into `into`; false when the thread has ended. */
  read(into: WorkerReading): boolean;
  close(): void;
}

/** Memory of one process. */
export interface MemoryReader {
  /** Undefined when the process has ended. */
  read(): MemoryReading | undefined;
  close(): void;
}

/** Everything the sampler reads. Opening fails with `gone` where the thread or process has ended. */
export interface Readers {
  readonly cores: CoreReader;
  openWorker(pid: number, tid: number): Result<WorkerReader>;
  openMemory(pid: number): Result<MemoryReader>;
}
