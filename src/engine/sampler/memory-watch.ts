// The processes whose memory is under watch.
import type { ReaderFault } from '@shared/base/problem-schemas';
import type { SampleLists } from '@shared/report/live';
import type { WatchedProcess } from '@shared/wire/messages';
import type { Reading } from '../machine/reading';
import type { MemoryReader } from '../machine/readers';
import { longestWaitMs } from './schedule';

type MemoryColumns = SampleLists['memory'];

interface Watched {
  readonly trial: number;
  readonly pid: number;
  readonly reader: MemoryReader;
  dueNs: number;
  /** When it was last read, and what was resident then. */
  readNs: number;
  readPages: number;
  ended: boolean;
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
/**
 * Resident memory that has grown by both since all processes were read is a reason to read them. The
 * pages are 32 MB where one has 4 KiB.
 */
const growth = { factor: 1.25, pages: 8192 };
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
  /** Resident memory of all of them when they were last read together. */
  #residentPages = 0;
  /** Memory had grown when it was last looked at: whoever keeps a limit wants to know at once. */
  grew = false;

  constructor(options: MemoryWatchOptions) {
    this.#options = options;
  }

  /** Adds processes of a trial; those watched already stay as they are. */
  add(trial: number, processes: readonly WatchedProcess[]): void {
    for (const { pid } of processes) {
      if (this.#watched.some((one) => one.trial === trial && one.pid === pid)) continue;
      const opened = this.#options.open(pid);
      if (opened.ok) {
        const reader = opened.value;
        const dueNs = this.#options.now() + this.#options.periodNs;
        const unread = { readNs: -Infinity, readPages: 0, ended: false };
        this.#watched.push({ trial, pid, reader, dueNs, ...unread });
        this.#residentPages += residentPages([{ reader }]);
      } else if (opened.problem.code !== 'ended') {
        this.#options.onUnreadable(opened.problem);
      }
    }
  }

  remove(trial: number): void {
    this.#drop((one) => one.trial === trial);
    this.#residentPages = residentPages(this.#watched);
  }

  /**
   * Reads every process where memory has grown, else the one that is due longest, if one is.
   * @returns whole milliseconds until it wants to be called again; undefined while nothing is watched
   */
  readDue(columns: MemoryColumns): number | undefined {
    const { now, cpuNs } = this.#options;
    this.grew = residentPages(this.#watched) > growth.factor * this.#residentPages + growth.pages;
    if (this.grew) {
      this.readAll(columns);
    } else if (now() >= this.#restUntilNs) {
      const next = this.#nextDue();
      if (next !== undefined && next.dueNs <= now() && this.#isSteady(next)) {
        next.dueNs = now() + this.#options.periodNs;
      } else if (next !== undefined && next.dueNs <= now()) {
        const cpuBeforeNs = cpuNs();
        this.#read(next, columns);
        this.#restUntilNs = now() + (cpuNs() - cpuBeforeNs) / share;
        this.#dropEnded();
      }
    }
    return this.#waitMs();
  }

  /** Reads every process now, a row each. */
  readAll(columns: MemoryColumns): void {
    for (const one of this.#watched) this.#read(one, columns);
    this.#dropEnded();
    this.#residentPages = residentPages(this.#watched);
  }

  #isSteady({ reader, readNs, readPages }: Watched): boolean {
    const { now, periodNs } = this.#options;
    if (now() - readNs >= (steady.periods - 0.5) * periodNs) return false;
    return Math.abs(reader.readResidentPages() - readPages) <= steady.share * readPages;
  }

  #nextDue(): Watched | undefined {
    return this.#watched.reduce<Watched | undefined>(
      (first, one) => (first === undefined || one.dueNs < first.dueNs ? one : first),
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

  #read(one: Watched, columns: MemoryColumns): void {
    const reading = one.reader.read();
    if (reading === undefined) {
      one.ended = true;
      return;
    }
    const atNs = this.#options.now();
    one.dueNs = atNs + this.#options.periodNs;
    one.readNs = atNs;
    one.readPages = one.reader.readResidentPages();
    columns.atNs.push(atNs);
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

/** Of all of them; one that has ended has none. */
function residentPages(watched: readonly Pick<Watched, 'reader'>[]): number {
  return watched.reduce((sum, { reader }) => {
    const pages = reader.readResidentPages();
    return Number.isNaN(pages) ? sum : sum + pages;
  }, 0);
}
