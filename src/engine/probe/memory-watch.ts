// The processes whose memory is under watch, read in turn.
import type { SampleColumns } from '@shared/live';
import type { WatchedProcess } from '@shared/messages';
import type { Result } from '@shared/result';
import type { MemoryReader } from './readers';

type MemoryColumns = SampleColumns['memory'];

interface Watched {
  readonly trial: number;
  readonly pid: number;
  readonly reader: MemoryReader;
  dueNs: number;
  ended: boolean;
}

export interface MemoryWatchOptions {
  readonly now: () => number;
  /** CPU time this process has used. */
  readonly cpuNs: () => number;
  readonly periodNs: number;
  readonly open: (pid: number) => Result<MemoryReader>;
  /** Told of a process that is there but may not be read. */
  readonly onUnreadable: (why: string) => void;
}

/** After a reading none follows for this many times the CPU time it took: at most a tenth of a core. */
const restPerCpuTime = 9;

/**
 * Reads one process at a time, the one that is due longest. The kernel walks all pages of a process
 * for one reading (0.5 ms to several ms), so reading all at once would make the sampler miss ticks;
 * with many or large processes they are read less often than asked for, and every row says when.
 */
export class MemoryWatch {
  readonly #options: MemoryWatchOptions;
  #watched: Watched[] = [];
  #restUntilNs = 0;

  constructor(options: MemoryWatchOptions) {
    this.#options = options;
  }

  /** Adds processes of a trial; those watched already stay as they are. */
  add(trial: number, processes: readonly WatchedProcess[]): void {
    for (const { pid } of processes) {
      if (this.#watched.some((one) => one.trial === trial && one.pid === pid)) continue;
      const opened = this.#options.open(pid);
      if (opened.ok) {
        const dueNs = this.#options.now();
        this.#watched.push({ trial, pid, reader: opened.value, dueNs, ended: false });
      } else if (opened.problem.code !== 'gone') {
        this.#options.onUnreadable(opened.problem.message);
      }
    }
  }

  remove(trial: number): void {
    this.#drop((one) => one.trial === trial);
  }

  /** Reads the process that is due longest, if one is. */
  readDue(columns: MemoryColumns): void {
    const beganNs = this.#options.now();
    if (beganNs < this.#restUntilNs) return;
    const next = this.#watched
      .filter(({ dueNs }) => dueNs <= beganNs)
      .reduce<Watched | undefined>(
        (first, one) => (first === undefined || one.dueNs < first.dueNs ? one : first),
        undefined,
      );
    if (next === undefined) return;
    const cpuBeforeNs = this.#options.cpuNs();
    this.#read(next, columns);
    const cpuNs = this.#options.cpuNs() - cpuBeforeNs;
    next.dueNs = Math.max(next.dueNs + this.#options.periodNs, beganNs);
    this.#restUntilNs = this.#options.now() + restPerCpuTime * cpuNs;
    this.#dropEnded();
  }

  /** Reads every process now, a row each. */
  readAll(columns: MemoryColumns): void {
    for (const one of this.#watched) this.#read(one, columns);
    this.#dropEnded();
  }

  #read(one: Watched, columns: MemoryColumns): void {
    const reading = one.reader.read();
    if (reading === undefined) {
      one.ended = true;
      return;
    }
    columns.atNs.push(this.#options.now());
    columns.trial.push(one.trial);
    columns.pid.push(one.pid);
    columns.rssBytes.push(reading.rssBytes);
    columns.pssBytes.push(reading.pssBytes);
    columns.privateBytes.push(reading.privateBytes);
  }

  #dropEnded(): void {
    this.#drop((one) => one.ended);
  }

  #drop(which: (one: Watched) => boolean): void {
    for (const one of this.#watched) if (which(one)) one.reader.close();
    this.#watched = this.#watched.filter((one) => !which(one));
  }
}
