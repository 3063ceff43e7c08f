// CPU time of the calling process over its part in a trial.
import type { HostCpu } from '@shared/messages';

/** Microseconds to nanoseconds: the unit `process.cpuUsage` gives. */
const microsecond = 1000;

/**
 * CPU time from a beginning to {@link finish}: a program counts from its decision, a worker host
 * from its process's start, for starting it is part of the cold time.
 */
export class CpuMeter {
  readonly #role: 'program' | 'worker';
  #startUsage: NodeJS.CpuUsage = { user: 0, system: 0 };
  #goUsage: NodeJS.CpuUsage = { user: 0, system: 0 };

  constructor(role: 'program' | 'worker') {
    this.#role = role;
  }

  /** The decision. Worker hosts have none. */
  start(): void {
    if (this.#role === 'program') this.#startUsage = process.cpuUsage();
  }

  /** The moment all workers start. */
  go(): void {
    this.#goUsage = process.cpuUsage();
  }

  finish(): HostCpu {
    const now = process.cpuUsage();
    return {
      userNs: (now.user - this.#startUsage.user) * microsecond,
      systemNs: (now.system - this.#startUsage.system) * microsecond,
      warmNs: (now.user + now.system - this.#goUsage.user - this.#goUsage.system) * microsecond,
    };
  }
}
