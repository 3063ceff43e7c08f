// The part of the sampler that keeps time: on an absolute schedule it reads the watched workers and,
// as often as their coarser counters make sense, the cores, and hands on what changed over the time
// really elapsed. It holds no timer of its own: whoever drives it calls `wake` and waits as long as
// it says.
import type { ReaderFault } from '@shared/base/problem-schemas';
import type { UnknownFigure } from '@shared/report/tables';
import type { ToSampler, WatchedProcess, WorkerIdentity } from '@shared/wire/messages';
import { coreSampleHz, paces, type PaceName } from '@shared/experiment/sampling';
import type { RunClock } from '../clock';
import { CoreShares } from './core-shares';
import type { Readers } from '../machine/readers';
import { ResidentWatch } from './resident-watch';
import { coreWidth, residentWidth, SampleRows, workerWidth } from './sample-rows';
import { SampleSchedule } from './schedule';
import { WorkerWatch } from './worker-watch';

const second = 1_000_000_000;
const millisecond = 1_000_000;

/** To a ticker: the sampler's own messages, less what is not its part. */
export type ToTicker =
  | {
      readonly type: 'watch';
      readonly trial: number;
      readonly workers: readonly WorkerIdentity[];
      /** Those whose resident size is sampled. */
      readonly processes: readonly WatchedProcess[];
      /** Its times count for nothing: batches may be many. */
      readonly warmup: boolean;
    }
  | Extract<ToSampler, { type: 'rest' | 'unwatch' | 'end' }>;

/** What the ticker has read since its last report, and how well it kept its times so far. */
export interface TickerBatch {
  readonly type: 'batch';
  /** See sample-rows. */
  readonly cores: Float64Array<ArrayBuffer>;
  readonly workers: Float64Array<ArrayBuffer>;
  readonly resident: Float64Array<ArrayBuffer>;
  readonly ticks: number;
  readonly missed: number;
  readonly worstLateNs: number;
}

export type FromTicker =
  | TickerBatch
  | { readonly type: 'unknown'; readonly what: UnknownFigure; readonly why: ReaderFault };

/** A ticker that something drives. */
export interface DrivenTicker {
  readonly send: (message: ToTicker) => void;
  /** Resolves when it ticks. */
  readonly ready: Promise<void>;
  /** Resolves when it was asked to end and everything it said has come. */
  readonly ended: Promise<void>;
}

export interface TickerOptions {
  readonly readers: Pick<Readers, 'cores' | 'openWorker' | 'openResident'>;
  readonly clock: Pick<RunClock, 'now'>;
  readonly hz: number;
  /** Nobody watches: batches may wait. */
  readonly quiet: boolean;
  readonly send: (message: FromTicker) => void;
}

export class Ticker {
  readonly #options: TickerOptions;
  #schedule: SampleSchedule;
  readonly #shares: CoreShares;
  readonly #workers: WorkerWatch;
  readonly #resident: ResidentWatch;
  /** Every how many ticks the cores are read, on which core each worker is, and what is resident. */
  readonly #slowEvery: number;
  readonly #coreRows: SampleRows;
  readonly #workerRows = new SampleRows(workerWidth);
  readonly #residentRows = new SampleRows(residentWidth);
  #sentNs: number;
  #warmup = false;

  constructor(options: TickerOptions) {
    const { readers, clock, hz, send } = options;
    const now = (): number => clock.now();
    this.#options = options;
    this.#slowEvery = Math.round(hz / coreSampleHz(hz));
    this.#sentNs = now();
    this.#schedule = new SampleSchedule(this.#sentNs, second / hz);
    this.#coreRows = new SampleRows(coreWidth(readers.cores.ids.length));
    this.#shares = new CoreShares(readers.cores.ids.length);
    this.#workers = new WorkerWatch({
      now,
      open: (pid, tid) => readers.openWorker(pid, tid),
      onUnreadable: (why) => send({ type: 'unknown', what: 'schedstat', why }),
    });
    this.#resident = new ResidentWatch({
      now,
      open: (pid) => readers.openResident(pid),
      onUnreadable: (why) => send({ type: 'unknown', what: 'statm', why }),
    });
    this.#readCores();
  }

  /**
   * Ticks over and over, then begins anew: what it runs has been compiled then, which otherwise would go
   * on beside the first seconds of what is measured. What it sends meanwhile is worth nothing.
   * @param self the calling thread, to read something that is there
   */
  warmUp(self: WorkerIdentity, ticks: number): void {
    const { clock, hz } = this.#options;
    this.#sentNs = -Infinity;
    this.watch(self.worker, [self], [self]);
    for (let tick = 0; tick < ticks; tick += 1) {
      this.wake();
      this.#tick(tick % 2 === 0);
    }
    this.unwatch(self.worker);
    this.#schedule = new SampleSchedule(clock.now(), second / hz);
  }

  /** Ticks if a tick is due. @returns milliseconds until it wants to be woken again */
  wake(): number {
    const { clock } = this.#options;
    if (this.#schedule.take(clock.now())) {
      this.#tick(this.#schedule.ticks % this.#slowEvery === 0);
    }
    return this.#schedule.waitMs(clock.now());
  }

  /** Does what a message says. @returns whether there is more to come */
  follow(message: ToTicker): boolean {
    switch (message.type) {
      case 'watch':
        this.watch(message.trial, message.workers, message.processes, message.warmup);
        return true;
      case 'rest':
        this.rest(message.trial);
        return true;
      case 'unwatch':
        this.unwatch(message.trial);
        return true;
      case 'end':
        this.end();
        return false;
    }
  }

  /** Adds workers and processes of a trial to those watched; known ones keep their base. */
  watch(
    trial: number,
    workers: readonly WorkerIdentity[],
    processes: readonly WatchedProcess[],
    warmup = false,
  ): void {
    this.#warmup = warmup;
    this.#workers.add(trial, workers);
    this.#resident.add(trial, processes, this.#residentRows);
  }

  /** Ends watching a trial's workers: reads them once more and sends what there is. */
  rest(trial: number): void {
    this.#workers.remove(trial, this.#workerRows);
    this.#sendBatch();
  }

  /** Ends watching a trial: reads what is watched of it once more and sends what there is. */
  unwatch(trial: number): void {
    this.#resident.remove(trial, this.#residentRows);
    this.rest(trial);
  }

  /** Sends what is left; ticks that were due until now and did not happen are counted. */
  end(): void {
    this.wake();
    this.#sendBatch();
  }

  /** @param slow whether to read the slow counters too */
  #tick(slow: boolean): void {
    if (slow) this.#readCores();
    this.#workers.read(this.#workerRows, slow);
    if (slow) this.#resident.read(this.#residentRows);
    const dueNs = this.#sentNs + paces[this.#pace].batchMs * millisecond;
    if (this.#options.clock.now() >= dueNs) this.#sendBatch();
  }

  get #pace(): PaceName {
    if (this.#options.quiet) return 'quiet';
    return this.#shares.free < 1 && !this.#warmup ? 'crowded' : 'live';
  }

  #readCores(): void {
    const times = this.#options.readers.cores.read();
    this.#shares.add(times, this.#options.clock.now(), this.#coreRows);
  }

  #sendBatch(): void {
    const { ticks, missed, worstLateNs } = this.#schedule;
    const cores = this.#coreRows.take();
    const workers = this.#workerRows.take();
    const resident = this.#residentRows.take();
    this.#options.send({ type: 'batch', cores, workers, resident, ticks, missed, worstLateNs });
    this.#sentNs = this.#options.clock.now();
  }
}

/** Starts a ticker that a timer wakes. */
export function startTickerTimer(options: TickerOptions): DrivenTicker {
  const ticker = new Ticker(options);
  let timer: NodeJS.Timeout | undefined;
  const wake = (): void => {
    timer = setTimeout(wake, Math.ceil(ticker.wake()));
  };
  wake();
  return {
    send: (message) => {
      if (!ticker.follow(message)) clearTimeout(timer);
    },
    ready: Promise.resolve(),
    ended: Promise.resolve(),
  };
}
