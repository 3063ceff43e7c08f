// Time in which all of a run stood still: Ctrl-Z and `fg`, a paused container, a machine that slept. Told by
// the leading process: its own timer was due, and it was neither on a core nor waiting for one.
import { readFileSync } from 'node:fs';
import { nowNs } from '../clock';
import { AsciiCursor } from '../machine/ascii-cursor';
import { ProcFile } from '../machine/proc-file';
import { parseSchedstat, type TaskCpuTimes } from '../machine/task-counters';

export interface StandstillReaders {
  /** Time that goes on while a process is stopped, in ns. */
  readonly now: () => number;
  /** Time the leading thread was on a core or waiting for one, in ns; infinite where that is not known. */
  readonly busyNs: () => number;
  /** How long the machine has slept since it was started, in ns; undefined where that is not known. */
  readonly asleepNs: () => number | undefined;
}

/** Each look costs some microseconds. */
const beatMs = 250;
const beatNs = beatMs * 1e6;
/** Shorter is no standstill: whoever leads may have waited for a disk. */
const minNs = 600e6;

export class Standstill {
  readonly #readers: StandstillReaders;
  #timer: NodeJS.Timeout | undefined;
  #atNs = 0;
  #busyNs = 0;
  #asleepNs: number | undefined;
  #totalNs = 0;

  constructor(readers: StandstillReaders = systemReaders()) {
    this.#readers = readers;
  }

  start(): void {
    this.#note();
    this.#timer = setInterval(() => this.look(), beatMs);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Time that everything stood still since the start, in ns: about, but for less than a second of it. */
  look(): number {
    if (this.#timer === undefined) return this.#totalNs;
    const [atNs, busyNs, asleepNs] = [this.#atNs, this.#busyNs, this.#asleepNs];
    this.#note();
    const stoodNs = this.#atNs - atNs - (this.#busyNs - busyNs) - beatNs;
    // What could not be read, now or before, shows nothing: too many open files, say.
    if (Number.isFinite(stoodNs) && stoodNs > minNs) this.#totalNs += stoodNs;
    const sleptNs = (this.#asleepNs ?? Number.NaN) - (asleepNs ?? Number.NaN);
    if (sleptNs > minNs) this.#totalNs += sleptNs;
    return this.#totalNs;
  }

  #note(): void {
    this.#atNs = this.#readers.now();
    this.#busyNs = this.#readers.busyNs();
    this.#asleepNs = this.#readers.asleepNs();
  }
}

/** Returns what this system reports. */
function systemReaders(): StandstillReaders {
  const now = (): number => Number(nowNs());
  return { now, busyNs: busyReader(), asleepNs: () => asleepNs(now()) };
}

/** Without the kernel's count, a process that is kept waiting for a core passes for one that is stopped. */
function busyReader(): () => number {
  const file = ProcFile.open('/proc/self/schedstat');
  if (!file.ok) return () => Number.POSITIVE_INFINITY;
  file.value.close();
  const buffer = Buffer.alloc(256);
  const cursor = new AsciiCursor(buffer);
  const times: TaskCpuTimes = { onCpuNs: 0, waitNs: 0 };
  return () => {
    const opened = ProcFile.open('/proc/self/schedstat');
    if (!opened.ok) return Number.POSITIVE_INFINITY;
    const length = opened.value.read(buffer);
    opened.value.close();
    return parseSchedstat(cursor, length, times) ? times.onCpuNs + times.waitNs : Infinity;
  };
}

/** The uptime goes on while the machine sleeps, the monotonic clock does not. */
function asleepNs(atNs: number): number | undefined {
  try {
    const seconds = Number.parseFloat(readFileSync('/proc/uptime', 'latin1'));
    return Number.isNaN(seconds) ? undefined : seconds * 1e9 - atNs;
  } catch {
    return undefined;
  }
}
