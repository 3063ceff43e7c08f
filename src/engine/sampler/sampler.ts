// The sampler, less what keeps time: it reads memory and takes the snapshot, and puts the ticker's rows
// and its own into messages. It holds no timer of its own: `readMemory` says when it wants to be called
// again.
import type { ReaderFault } from '@shared/base/problem-schemas';
import { defined } from '@shared/base/defined';
import { emptySamples } from '@shared/report/live';
import type { UnknownFigure } from '@shared/report/tables';
import type {
  SnapshotMoment,
  FromSampler,
  WatchedProcess,
  WorkerIdentity,
} from '@shared/wire/messages';
import type { RunClock } from '../clock';
import { SystemSnapshot, type SystemSnapshotReaders } from './system-snapshot';
import { KinMemory, type KinMemoryOptions } from './kin-memory';
import { MemoryWatch, type MemoryRows } from './memory-watch';
import { residentWidth, SampleRows } from './sample-rows';
import type { Readers } from '../machine/readers';
import type { FromTicker, TickerBatch, ToTicker } from './ticker';

const second = 1_000_000_000;
/** Memory waits this long for rows of the ticker to travel with. */
const holdNs = 300_000_000;

const noRows = {
  cores: new Float64Array(),
  workers: new Float64Array(),
  resident: new Float64Array(),
};

const emptyRows = (): MemoryRows => ({
  exact: emptySamples(0).memory,
  resident: new SampleRows(residentWidth),
});

export interface SamplerOptions {
  readonly readers: Pick<Readers, 'openMemory'>;
  readonly snapshot: SystemSnapshotReaders;
  readonly clock: Pick<RunClock, 'now'>;
  /** What has come from the hosts. */
  readonly tree: KinMemoryOptions['tree'];
  /** CPU time the sampler has used since the run began, in ns. */
  readonly ownCpuNs: () => number;
  readonly memoryHz: number;
  readonly send: (message: FromSampler) => void;
  /** Where cores and workers are sampled: hands a message to who does it. */
  readonly toTicker?: (message: ToTicker) => void;
}

export class Sampler {
  readonly #options: SamplerOptions;
  readonly #memory: MemoryWatch;
  readonly #snapshot: SystemSnapshot;
  readonly #kin: KinMemory;
  readonly #unknown = new Set<string>();
  #withKin = false;
  #rows = emptyRows();
  #ticked = { ticks: 0, missed: 0, worstLateNs: 0 };
  #sentNs: number;

  constructor(options: SamplerOptions) {
    const { readers, snapshot, clock, tree, ownCpuNs, memoryHz } = options;
    this.#options = options;
    this.#sentNs = clock.now();
    const open = (pid: number): ReturnType<Readers['openMemory']> => readers.openMemory(pid);
    this.#kin = new KinMemory({ tree, open, now: () => clock.now() });
    this.#memory = new MemoryWatch({
      now: () => clock.now(),
      cpuNs: ownCpuNs,
      periodNs: second / memoryHz,
      open: (pid) => (this.#withKin ? this.#kin.open(pid) : readers.openMemory(pid)),
      onUnreadable: (why) => this.unknown('smaps_rollup', why),
    });
    this.#snapshot = new SystemSnapshot({
      readers: snapshot,
      clock,
      onUnreadable: (why) => this.unknown('others', why),
    });
  }

  /** Adds workers and processes of a trial to those watched; known ones keep their base. */
  watch(
    trial: number,
    workers: readonly WorkerIdentity[],
    processes: readonly WatchedProcess[],
    kin = false,
    warmup = false,
  ): void {
    const { toTicker, memoryHz } = this.#options;
    // What a host has started is looked for once a period: it is no part of a tick.
    const alone = kin || toTicker === undefined;
    toTicker?.({
      type: 'watch',
      trial,
      workers,
      processes: alone || memoryHz === 0 ? [] : processes,
      warmup,
    });
    this.#withKin = kin;
    this.#memory.add(trial, processes, alone);
  }

  /** A trial's results are in: its workers are read once more, its memory when asked only. */
  rest(trial: number): void {
    this.#options.toTicker?.({ type: 'rest', trial });
    this.#memory.rest(trial);
  }

  /** Ends watching a trial: its workers are read once more, and what there is is sent. */
  unwatch(trial: number): void {
    this.#options.toTicker?.({ type: 'unwatch', trial });
    this.#memory.remove(trial);
  }

  /**
   * Reads the memory that is due.
   * @returns milliseconds until it wants to be called again; undefined while there is none to read
   */
  readMemory(): number | undefined {
    if (this.#options.memoryHz === 0) return undefined;
    const waitMs = this.#memory.readDue(this.#rows);
    const heldNs = this.#options.clock.now() - this.#sentNs;
    if (this.#rows.exact.atNs.length > 0 && (heldNs >= holdNs || this.#memory.grew))
      this.#sendBatch();
    return waitMs;
  }

  /** Reads the memory of all watched processes now and answers with it. */
  answerMemory(id: number): void {
    const rows = emptyRows();
    this.#memory.readAll(rows);
    const resident = rows.resident.take();
    this.#options.send({ type: 'memory', id, memory: rows.exact, resident, ...this.#kinPart() });
  }

  /** Takes the snapshot and answers with it, see {@link SystemSnapshot.take}. */
  answerSnapshot(id: number, moment: SnapshotMoment, leader: number): void {
    const surroundings = this.#snapshot.take(moment, leader);
    this.#options.send({
      type: 'snapshot',
      id,
      ...defined({ surroundings }),
    });
  }

  /** Takes what the ticker says. */
  receive(message: FromTicker): void {
    if (message.type === 'unknown') return this.unknown(message.what, message.why);
    const { ticks, missed, worstLateNs } = message;
    this.#ticked = { ticks, missed, worstLateNs };
    this.#sendBatch(message);
  }

  /** Says once that something cannot be read here. */
  unknown(what: UnknownFigure, why: ReaderFault): void {
    if (this.#unknown.has(what)) return;
    this.#unknown.add(what);
    this.#options.send({ type: 'unknown', what, why });
  }

  /** Sends what is left; the ticker must have sent its last rows. */
  end(): void {
    this.#sendBatch();
  }

  #sendBatch(ticked: Pick<TickerBatch, 'cores' | 'workers' | 'resident'> = noRows): void {
    const { cores, workers } = ticked;
    const { exact: memory } = this.#rows;
    const resident = Float64Array.of(...ticked.resident, ...this.#rows.resident.take());
    const { ownCpuNs, send, clock } = this.#options;
    const cost = { cpuNs: ownCpuNs(), ...this.#ticked };
    send({ type: 'batch', cores, workers, memory, resident, ...this.#kinPart(), cost });
    this.#rows = emptyRows();
    this.#sentNs = clock.now();
  }

  #kinPart(): { readonly kin?: true } {
    return this.#kin.takeCounted() ? { kin: true } : {};
  }
}
