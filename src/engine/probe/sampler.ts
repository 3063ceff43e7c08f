// The sampler: on an absolute schedule it reads the cores, the watched workers and, less often, the
// memory of the watched processes, and sends what changed over the time really elapsed.
// It holds no timer of its own: whoever drives it calls `wake` and waits as long as it says.
import { emptySamples, type SampleColumns } from '@shared/live';
import type { FromSampler, WatchedProcess, WorkerIdentity } from '@shared/messages';
import type { RunClock } from '../clock';
import { CoreShares } from './core-shares';
import { sampledFigures } from './counters';
import { MemoryWatch } from './memory-watch';
import type { Readers } from './readers';
import { Schedule } from './schedule';
import { WorkerWatch } from './worker-watch';

const second = 1_000_000_000;
/** Often enough for a picture that moves, seldom enough that messages cost little. */
const batchNs = 100_000_000;

export interface SamplerOptions {
  readonly readers: Readers;
  readonly clock: Pick<RunClock, 'now'>;
  /** CPU time the sampler has used since the run began, in ns. */
  readonly ownCpuNs: () => number;
  readonly hz: number;
  readonly memoryHz: number;
  readonly send: (message: FromSampler) => void;
}

export class Sampler {
  readonly #options: SamplerOptions;
  readonly #schedule: Schedule;
  readonly #shares: CoreShares;
  readonly #workers: WorkerWatch;
  readonly #memory: MemoryWatch;
  readonly #unknown = new Set<string>();
  #batch: SampleColumns;
  #sentNs: number;

  constructor(options: SamplerOptions) {
    const { readers, clock, hz, memoryHz } = options;
    const now = (): number => clock.now();
    this.#options = options;
    this.#sentNs = now();
    this.#schedule = new Schedule(this.#sentNs, second / hz);
    this.#batch = emptySamples(readers.cores.ids.length);
    this.#shares = new CoreShares(readers.cores.ids.length);
    this.#workers = new WorkerWatch({
      now,
      open: (pid, tid) => readers.openWorker(pid, tid),
      onUnreadable: (why) => this.unknown(sampledFigures.schedstat, why),
    });
    this.#memory = new MemoryWatch({
      now,
      cpuNs: options.ownCpuNs,
      periodNs: second / memoryHz,
      open: (pid) => readers.openMemory(pid),
      onUnreadable: (why) => this.unknown(sampledFigures.smaps_rollup, why),
    });
    this.#readCores();
  }

  /** Ticks if a tick is due. @returns whole milliseconds until it wants to be woken again */
  wake(): number {
    const { clock } = this.#options;
    if (this.#schedule.take(clock.now())) this.#tick();
    return this.#schedule.waitMs(clock.now());
  }

  /** Adds workers and processes of a trial to those watched; known ones keep their base. */
  watch(
    trial: number,
    workers: readonly WorkerIdentity[],
    processes: readonly WatchedProcess[],
  ): void {
    this.#workers.add(trial, workers);
    this.#memory.add(trial, processes);
  }

  /** Ends watching a trial: reads its workers once more and sends what there is. */
  unwatch(trial: number): void {
    this.#workers.remove(trial, this.#batch.workers);
    this.#memory.remove(trial);
    this.#sendBatch();
  }

  /** Reads the memory of all watched processes now and answers with it. */
  answerMemory(id: number): void {
    const { memory } = emptySamples(0);
    this.#memory.readAll(memory);
    this.#options.send({ type: 'memory', id, memory });
  }

  /** Says once that something cannot be read here: `what` is the subject of "… is not known". */
  unknown(what: string, why: string): void {
    if (this.#unknown.has(what)) return;
    this.#unknown.add(what);
    this.#options.send({ type: 'unknown', what, why });
  }

  /** Sends what is left; ticks that were due until now and did not happen are counted. */
  end(): void {
    this.wake();
    this.#sendBatch();
  }

  #tick(): void {
    this.#readCores();
    this.#workers.read(this.#batch.workers);
    this.#memory.readDue(this.#batch.memory);
    if (this.#options.clock.now() - this.#sentNs >= batchNs) this.#sendBatch();
  }

  #readCores(): void {
    const times = this.#options.readers.cores.read();
    this.#shares.add(times, this.#options.clock.now(), this.#batch.cores);
  }

  #sendBatch(): void {
    const { ticks, missed, worstLateNs } = this.#schedule;
    const cost = { cpuNs: this.#options.ownCpuNs(), ticks, missed, worstLateNs };
    this.#options.send({ type: 'batch', samples: this.#batch, cost });
    this.#batch = emptySamples(this.#options.readers.cores.ids.length);
    this.#sentNs = this.#options.clock.now();
  }
}
