// The processes whose memory is under watch.
import type { ResidentMemory } from '../machine/smaps-rollup';
import type { ReaderFault } from '@shared/base/problem-schemas';
import type { SampleLists } from '@shared/report/live';
import type { WatchedProcess } from '@shared/wire/messages';
import type { Reading } from '../machine/reading';
import type { MemoryReader } from '../machine/readers';
import type { SampleRows } from './sample-rows';
import { longestWaitMs } from './schedule';

/** Where readings go: each exact one with the resident size at that moment. */
export interface MemoryRows {
  readonly exact: SampleLists['memory'];
  readonly resident: SampleRows;
}

interface Watched {
  readonly trial: number;
  readonly pid: number;
  readonly reader: MemoryReader;
  dueNs: number;
  /** When it was last read, and what was resident then. */
  readNs: number;
  readRss: number;
  ended: boolean;
  /** Its trial is over: it is read when all are. */
  resting: boolean;
  /** Nobody else samples its resident size. */
  readonly alone: boolean;
}

export interface MemoryWatchOptions {
  readonly now: () => number;
  /** CPU time this process has used. */
  readonly cpuNs: () => number;
  readonly periodNs: number;
  readonly open: (pid: number) => Reading<MemoryReader>;
  /** Told of a process that is there but may not be read. */
  readonly onUnreadable: (why: ReaderFault) => void;
}

/** The most of a core that readings may take as long as nothing grows. */
const share = 0.003;
/** Resident memory that has grown by both since all processes were read is a reason to read them. */
const growth = { factor: 1.25, bytes: 2 ** 25 };
/** A process whose resident memory is within this share of what it was may wait for so many periods. */
const steady = { share: 0.02, periods: 4 };
const millisecond = 1_000_000;

/**
 * For one reading the kernel walks all pages of a process (0.5 ms to several ms) and holds back whoever
 * would change its mappings meanwhile. So a process is read when it is due, the first time a period
 * after it was added, one at a time, and not before earlier readings have been rested from: many or
 * large processes are read less often than asked for, one that holds as much as before every fourth
 * time, and every row says when. Where resident memory grows, which is cheap to see, all are read at
 * once.
 */
export class MemoryWatch {
  readonly #options: MemoryWatchOptions;
  #watched: Watched[] = [];
  #restUntilNs = 0;
  /** Resident memory of all of them as they were last read together. */
  #residentBytes = 0;
  readonly #resident: ResidentMemory = { rssBytes: Number.NaN, sharedBytes: Number.NaN };
  /** Memory had grown when it was last looked at: whoever keeps a limit wants to know at once. */
  grew = false;

  constructor(options: MemoryWatchOptions) {
    this.#options = options;
  }

  /**
   * Adds processes of a trial; those watched already stay as they are.
   * @param alone whether their resident size is sampled here too, once a period
   */
  add(trial: number, processes: readonly WatchedProcess[], alone = false): void {
    const known = new Set(this.#watched.flatMap((one) => (one.trial === trial ? [one.pid] : [])));
    for (const { pid } of processes) {
      if (known.has(pid)) continue;
      const opened = this.#options.open(pid);
      if (opened.ok) {
        const reader = opened.value;
        const dueNs = this.#options.now() + this.#options.periodNs;
        const unread = { readNs: -Infinity, readRss: 0, ended: false, resting: false };
        this.#watched.push({ trial, pid, reader, dueNs, alone, ...unread });
        this.#residentBytes += this.#rssOf(reader) || 0;
      } else if (opened.problem.code !== 'ended') {
        this.#options.onUnreadable(opened.problem);
      }
    }
  }

  /** Reads a trial's processes only with all others from now on, not when they are due. */
  rest(trial: number): void {
    for (const one of this.#watched) if (one.trial === trial) one.resting = true;
    this.#residentBytes = this.#sumResident();
  }

  remove(trial: number): void {
    this.#drop((one) => one.trial === trial);
    this.#residentBytes = this.#sumResident();
  }

  /**
   * Reads every process where memory has grown, else the one that is due longest, if one is.
   * @returns whole milliseconds until it wants to be called again; undefined while nothing is watched
   */
  readDue(rows: MemoryRows): number | undefined {
    const { now, cpuNs } = this.#options;
    const nowBytes = this.#sumResident(rows.resident);
    this.grew = nowBytes > growth.factor * this.#residentBytes + growth.bytes;
    if (this.grew) {
      this.readAll(rows);
    } else if (now() >= this.#restUntilNs) {
      const next = this.#nextDue();
      if (next !== undefined && next.dueNs <= now() && this.#isSteady(next)) {
        next.dueNs = now() + this.#options.periodNs;
      } else if (next !== undefined && next.dueNs <= now()) {
        const cpuBeforeNs = cpuNs();
        this.#read(next, rows);
        this.#restUntilNs = now() + (cpuNs() - cpuBeforeNs) / share;
        this.#dropEnded();
      }
    }
    return this.#waitMs();
  }

  /** Reads every process now, a row each. */
  readAll(rows: MemoryRows): void {
    let bytes = 0;
    for (const one of this.#watched) {
      const rssBytes = this.#read(one, rows);
      if (!one.resting) bytes += rssBytes;
    }
    this.#dropEnded();
    // As it was read: what has come meanwhile is growth.
    this.#residentBytes = bytes;
  }

  #isSteady({ reader, readNs, readRss }: Watched): boolean {
    const { now, periodNs } = this.#options;
    if (now() - readNs >= (steady.periods - 0.5) * periodNs) return false;
    return Math.abs(this.#rssOf(reader) - readRss) <= steady.share * readRss;
  }

  #nextDue(): Watched | undefined {
    return this.#watched.reduce<Watched | undefined>(
      (first, one) =>
        !one.resting && (first === undefined || one.dueNs < first.dueNs) ? one : first,
      undefined,
    );
  }

  /** Growth is looked for once a period at least. */
  #waitMs(): number | undefined {
    const dueNs = this.#nextDue()?.dueNs;
    if (dueNs === undefined) return undefined;
    const waitNs = Math.max(dueNs, this.#restUntilNs) - this.#options.now();
    const waitMs = Math.ceil(Math.min(this.#options.periodNs, waitNs) / millisecond);
    return Math.min(longestWaitMs, Math.max(1, waitMs));
  }

  /** Reads one process, a row. @returns its resident bytes; 0 when it has ended */
  #read(one: Watched, { exact, resident }: MemoryRows): number {
    const reading = one.reader.read();
    if (reading === undefined) {
      one.ended = true;
      return 0;
    }
    const atNs = this.#options.now();
    one.dueNs = atNs + this.#options.periodNs;
    one.readNs = atNs;
    one.readRss = this.#rssOf(one.reader);
    if (one.readRss >= 0) resident.addResident(atNs, one.trial, one.pid, this.#resident);
    exact.atNs.push(atNs);
    exact.trial.push(one.trial);
    exact.pid.push(one.pid);
    exact.rssBytes.push(reading.rssBytes);
    exact.pssBytes.push(reading.pssBytes);
    exact.privateBytes.push(reading.privateBytes);
    return reading.rssBytes;
  }

  /** Its resident size, which costs next to nothing; NaN when it has ended. */
  #rssOf(reader: MemoryReader): number {
    return reader.readResident(this.#resident) ? this.#resident.rssBytes : Number.NaN;
  }

  /**
   * Of all whose trial goes on; one that has ended has none.
   * @param rows where those go that nobody else samples
   */
  #sumResident(rows?: SampleRows): number {
    const atNs = this.#options.now();
    let sum = 0;
    for (const { reader, trial, pid, alone, resting } of this.#watched) {
      const rssBytes = resting ? Number.NaN : this.#rssOf(reader);
      if (Number.isNaN(rssBytes)) continue;
      sum += rssBytes;
      if (alone) rows?.addResident(atNs, trial, pid, this.#resident);
    }
    return sum;
  }

  #dropEnded(): void {
    this.#drop((one) => one.ended);
  }

  #drop(which: (one: Watched) => boolean): void {
    for (const one of this.#watched) if (which(one)) one.reader.close();
    this.#watched = this.#watched.filter((one) => !which(one));
  }
}
