// Defines what the sampler reads, as interfaces: so that it runs the same on /proc, on what the runtime gives
// elsewhere, and on recorded readings.
import type { CoreTimes } from './core-times';
import type { MemoryReading, ResidentMemory } from './smaps-rollup';
import type { TaskCpuTimes } from './task-counters';
import type { Reading } from './reading';

/** Times of the usable cores. */
export interface CoreReader {
  /** Kernel numbers of the cores, in the order of the columns. */
  readonly ids: readonly number[];
  /** Reads them as they are now, always into the same columns. */
  read(): CoreTimes;
  close(): void;
}

/** Counters of one thread. */
export interface WorkerReader {
  /** Reads them into `into`; false when the thread has ended. */
  readTimes(into: TaskCpuTimes): boolean;
  /** The core it last ran on, as the kernel numbers them; NaN when the thread has ended. */
  readCore(): number;
  close(): void;
}

/** The cheap figures of one process's memory. */
export interface ResidentReader {
  /** Reads them into `into`; false when the process has ended. */
  readResident(into: ResidentMemory): boolean;
  close(): void;
}

/** Memory of one process. */
export interface MemoryReader extends ResidentReader {
  /** Undefined when the process has ended. */
  read(): MemoryReading | undefined;
}

/** Everything the sampler reads. Opening fails with `gone` where the thread or process has ended. */
export interface Readers {
  readonly cores: CoreReader;
  openWorker(pid: number, tid: number): Reading<WorkerReader>;
  openMemory(pid: number): Reading<MemoryReader>;
  openResident(pid: number): Reading<ResidentReader>;
}
