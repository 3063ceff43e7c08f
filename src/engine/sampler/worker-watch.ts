// The workers under watch: turns their counters into what each did since its last reading.
import type { ReaderFault } from '@shared/base/problem-schemas';
import type { WorkerIdentity } from '@shared/wire/messages';
import type { Reading } from '../machine/reading';
import type { WorkerReader } from '../machine/readers';
import type { SampleRows } from './sample-rows';
import type { TaskCpuTimes } from '../machine/task-counters';

/**
 * One worker and its last reading, which the next one is compared with. Its numbers begin as NaN: so
 * the engine keeps them as floating-point numbers from the start, and does not compile again when one
 * grows out of the small integers.
 */
class Watched implements TaskCpuTimes {
  atNs = Number.NaN;
  onCpuNs = Number.NaN;
  waitNs = Number.NaN;
  core = Number.NaN;
  /** It ran before its last reading. One that rests is read less often; its rows cover the whole time. */
  running = true;
  /** It has run since its core was read. */
  ranSince = false;
  ended = false;

  constructor(
    readonly trial: number,
    readonly worker: number,
    readonly pid: number,
    readonly tid: number,
    readonly reader: WorkerReader,
  ) {}
}

export interface WorkerWatchOptions {
  readonly now: () => number;
  readonly open: (pid: number, tid: number) => Reading<WorkerReader>;
  /** Called for a thread that is there but may not be read. */
  readonly onUnreadable: (why: ReaderFault) => void;
}

export class WorkerWatch {
  readonly #options: WorkerWatchOptions;
  readonly #times: TaskCpuTimes = { onCpuNs: Number.NaN, waitNs: Number.NaN };
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

  /**
   * Adds a row for every worker that is read. One that has ended adds none.
   * @param slow whether to read those too that did not run before their last reading, and to look which
   * core each is on; a row holds where it was last seen. One that has not run since then is there
   * still, and is not looked for.
   */
  read(rows: SampleRows, slow: boolean): void {
    for (const one of this.#watched) if (slow || one.running) this.#readOne(one, rows, slow);
    if (this.#watched.some(isEnded)) this.#drop(isEnded);
  }

  /** Ends watching a trial: a last reading of its workers, so that its tail is not lost. */
  remove(trial: number, rows: SampleRows): void {
    for (const one of this.#watched) if (one.trial === trial) this.#readOne(one, rows, true);
    this.#drop((one) => one.trial === trial);
  }

  #open(trial: number, worker: number, pid: number, tid: number): void {
    const opened = this.#options.open(pid, tid);
    if (!opened.ok) {
      if (opened.problem.code !== 'ended') this.#options.onUnreadable(opened.problem);
      return;
    }
    const one = new Watched(trial, worker, pid, tid, opened.value);
    one.core = one.reader.readCore();
    if (Number.isNaN(one.core) || !one.reader.readTimes(one)) return one.reader.close();
    one.atNs = this.#options.now();
    this.#watched.push(one);
  }

  #readOne(one: Watched, rows: SampleRows, cores: boolean): void {
    const times = this.#times;
    if (!one.reader.readTimes(times)) {
      one.ended = true;
      return;
    }
    const atNs = this.#options.now();
    one.running = times.onCpuNs > one.onCpuNs;
    one.ranSince ||= one.running;
    if (cores && one.ranSince) {
      const core = one.reader.readCore();
      one.ended = Number.isNaN(core);
      if (one.ended) return;
      one.core = core;
      one.ranSince = false;
    }
    let place = rows.begin();
    const { numbers } = rows;
    numbers[place++] = atNs;
    numbers[place++] = atNs - one.atNs;
    numbers[place++] = one.trial;
    numbers[place++] = one.worker;
    numbers[place++] = times.onCpuNs - one.onCpuNs;
    numbers[place++] = times.waitNs - one.waitNs;
    numbers[place++] = one.core;
    one.atNs = atNs;
    one.onCpuNs = times.onCpuNs;
    one.waitNs = times.waitNs;
  }

  #drop(which: (one: Watched) => boolean): void {
    for (const one of this.#watched) if (which(one)) one.reader.close();
    this.#watched = this.#watched.filter((one) => !which(one));
  }
}

function isEnded(one: Watched): boolean {
  return one.ended;
}
