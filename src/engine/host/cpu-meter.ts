// CPU time of the calling process over its part in a trial, and where a task is a program, of that.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import type { HostCpu } from '@shared/wire/messages';

/** User and system time, in ns. */
export interface ChildCpu {
  readonly userNs: number;
  readonly systemNs: number;
}

/** The unit of the figures: the kernel counts in ns and shows whole ticks (see `proc(5)`). */
const tickNs = 10_000_000;

/** From the text of /proc/<pid>/stat: fields 16 and 17, behind a name that may hold anything. */
export function parseChildCpu(stat: string): ChildCpu | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // The first of them is the third of all.
  const userNs = Number(fields[16 - 3]) * tickNs;
  const systemNs = Number(fields[17 - 3]) * tickNs;
  return Number.isNaN(userNs + systemNs) ? undefined : { userNs, systemNs };
}

/** Since this process's start; undefined where the platform does not reveal it. */
export function readChildCpu(): ChildCpu | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    return parseChildCpu(readFileSync('/proc/self/stat', 'latin1'));
  } catch {
    // No /proc mounted: the figure is not known.
    return undefined;
  }
}

/** Microseconds to nanoseconds: the unit `process.cpuUsage` gives. */
const microsecond = 1000;

const cpuUsage = process.cpuUsage.bind(process);

const none: ChildCpu = { userNs: 0, systemNs: 0 };

/** What was used by one moment: of its own, and of programs it has waited for. */
interface Used {
  readonly userNs: number;
  readonly systemNs: number;
}

export interface CpuMeterOptions {
  readonly role: 'program' | 'worker';
  /** Tasks are programs: their time counts too. */
  readonly programs: boolean;
  /** For tests. */
  readonly readPrograms?: () => ChildCpu | undefined;
}

/**
 * CPU time from a beginning to {@link finish}: a program counts from its decision, a worker host
 * from its process's start, for starting it is part of the cold time.
 */
export class CpuMeter {
  readonly #options: CpuMeterOptions;
  #start: Used | undefined = none;
  #go: Used | undefined = none;

  constructor(options: CpuMeterOptions) {
    this.#options = options;
  }

  /** The decision. Worker hosts have none. */
  start(): void {
    if (this.#options.role === 'program') this.#start = this.#read();
  }

  /** The moment all workers start. */
  go(): void {
    this.#go = this.#read();
  }

  /** Undefined where the time of the programs is not told: its own would stand for all of it. */
  finish(): HostCpu | undefined {
    const now = this.#read();
    const start = this.#start;
    const go = this.#go;
    if (now === undefined || start === undefined || go === undefined) return undefined;
    return {
      userNs: now.userNs - start.userNs,
      systemNs: now.systemNs - start.systemNs,
      warmNs: now.userNs + now.systemNs - go.userNs - go.systemNs,
    };
  }

  #read(): Used | undefined {
    const { programs, readPrograms = readChildCpu } = this.#options;
    const children = programs ? readPrograms() : none;
    if (children === undefined) return undefined;
    const own = cpuUsage();
    return {
      userNs: own.user * microsecond + children.userNs,
      systemNs: own.system * microsecond + children.systemNs,
    };
  }
}
