// The workers under watch: turns their counters into what each did since its last reading.
import type { SampleColumns } from '@shared/live';
import type { WorkerIdentity } from '@shared/messages';
import type { Result } from '@shared/result';
import type { WorkerReader, WorkerReading } from './readers';

type WorkerColumns = SampleColumns['workers'];

interface Watched {
  readonly trial: number;
  readonly worker: number;
  readonly pid: number;
  readonly tid: number;
  readonly reader: WorkerReader;
  /** The last reading: what the next one is compared with. */
  atNs: number;
  onCpuNs: number;
  waitNs: number;
  ended: boolean;
}

export interface WorkerWatchOptions {
  readonly now: () => number;
  readonly open: (pid: number, tid: number) => Result<WorkerReader>;
  /** Told of a thread that is there but may not be read. */
  readonly onUnreadable: (why: string) => void;
}

export class WorkerWatch {
  readonly #options: WorkerWatchOptions;
  readonly #reading: WorkerReading = { onCpuNs: 0, waitNs: 0, core: 0 };
  #watched: Watched[] = [];

  constructor(options: WorkerWatchOptions) {
    this.#options = options;
  }

  /**
   * Adds workers of a trial, each with a first reading that sets its base. One that is watched
   * already keeps its base; one whose thread has changed starts anew; one without a thread number
   * cannot be watched.
   */
  add(trial: number, workers: readonly WorkerIdentity[]): void {
    for (const { worker, pid, tid } of workers) {
      const known = this.#watched.find((one) => one.trial === trial && one.worker === worker);
      if (tid === undefined || (known?.pid === pid && known.tid === tid)) continue;
      if (known !== undefined) this.#drop((one) => one === known);
      this.#open(trial, worker, pid, tid);
    }
  }

  /** Adds a row for every worker, or for those of one trial. One that has ended adds none. */
  read(columns: WorkerColumns, trial?: number): void {
    for (const one of this.#watched) {
      if (trial === undefined || one.trial === trial) this.#readOne(one, columns);
    }
    if (this.#watched.some(isEnded)) this.#drop(isEnded);
  }

  /** Ends watching a trial: a last reading of its workers, so that its tail is not lost. */
  remove(trial: number, columns: WorkerColumns): void {
    this.read(columns, trial);
    this.#drop((one) => one.trial === trial);
  }

  #open(trial: number, worker: number, pid: number, tid: number): void {
    const opened = this.#options.open(pid, tid);
    if (!opened.ok) {
      if (opened.problem.code !== 'gone') this.#options.onUnreadable(opened.problem.message);
      return;
    }
    const reader = opened.value;
    if (!reader.read(this.#reading)) {
      reader.close();
      return;
    }
    const { onCpuNs, waitNs } = this.#reading;
    const atNs = this.#options.now();
    this.#watched.push({ trial, worker, pid, tid, reader, atNs, onCpuNs, waitNs, ended: false });
  }

  #readOne(one: Watched, columns: WorkerColumns): void {
    if (!one.reader.read(this.#reading)) {
      one.ended = true;
      return;
    }
    const atNs = this.#options.now();
    columns.atNs.push(atNs);
    columns.spanNs.push(atNs - one.atNs);
    columns.trial.push(one.trial);
    columns.worker.push(one.worker);
    columns.onCpuNs.push(this.#reading.onCpuNs - one.onCpuNs);
    columns.waitNs.push(this.#reading.waitNs - one.waitNs);
    columns.core.push(this.#reading.core);
    one.atNs = atNs;
    one.onCpuNs = this.#reading.onCpuNs;
    one.waitNs = this.#reading.waitNs;
  }

  #drop(which: (one: Watched) => boolean): void {
    for (const one of this.#watched) if (which(one)) one.reader.close();
    this.#watched = this.#watched.filter((one) => !which(one));
  }
}

function isEnded(one: Watched): boolean {
  return one.ended;
}
