// The resident sizes of the processes under watch, read in the ticker: some microseconds each, so that memory is a curve
// between the few exact readings.
import type { ResidentMemory } from '../machine/smaps-rollup';
import type { ReaderFault } from '@shared/base/problem-schemas';
import type { WatchedProcess } from '@shared/wire/messages';
import type { Reading } from '../machine/reading';
import type { ResidentReader } from '../machine/readers';
import type { SampleRows } from './sample-rows';

interface Watched {
  readonly trial: number;
  readonly pid: number;
  readonly reader: ResidentReader;
  ended: boolean;
}

export interface ResidentWatchOptions {
  readonly now: () => number;
  readonly open: (pid: number) => Reading<ResidentReader>;
  /** Told of a process that is there but may not be read. */
  readonly onUnreadable: (why: ReaderFault) => void;
}

export class ResidentWatch {
  readonly #options: ResidentWatchOptions;
  readonly #memory: ResidentMemory = { rssBytes: Number.NaN, sharedBytes: Number.NaN };
  #watched: Watched[] = [];

  constructor(options: ResidentWatchOptions) {
    this.#options = options;
  }

  /** Adds processes of a trial, each with a row of its first moment; those watched already stay as they are. */
  add(trial: number, processes: readonly WatchedProcess[], rows: SampleRows): void {
    const known = new Set(this.#watched.flatMap((one) => (one.trial === trial ? [one.pid] : [])));
    const added: Watched[] = [];
    for (const { pid } of processes) {
      if (known.has(pid)) continue;
      const opened = this.#options.open(pid);
      if (opened.ok) added.push({ trial, pid, reader: opened.value, ended: false });
      else if (opened.problem.code !== 'ended') this.#options.onUnreadable(opened.problem);
    }
    this.#watched.push(...added);
    this.#readAll(added, rows);
  }

  /** Adds a row for every process, all of one moment. One that has ended adds none. */
  read(rows: SampleRows): void {
    this.#readAll(this.#watched, rows);
  }

  /** Ends watching a trial: a last row of each of its processes. */
  remove(trial: number, rows: SampleRows): void {
    const isOfTrial = (one: Watched): boolean => one.trial === trial;
    this.#readAll(this.#watched.filter(isOfTrial), rows);
    this.#drop(isOfTrial);
  }

  #readAll(watched: readonly Watched[], rows: SampleRows): void {
    if (watched.length === 0) return;
    const atNs = this.#options.now();
    let ended = false;
    for (const one of watched) {
      one.ended = !one.reader.readResident(this.#memory);
      if (one.ended) ended = true;
      else rows.addResident(atNs, one.trial, one.pid, this.#memory);
    }
    if (ended) this.#drop((one) => one.ended);
  }

  #drop(which: (one: Watched) => boolean): void {
    for (const one of this.#watched) if (which(one)) one.reader.close();
    this.#watched = this.#watched.filter((one) => !which(one));
  }
}
