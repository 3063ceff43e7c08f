// The engine's side of the sampler's process. A sampler that dies costs samples, never the run.
import type { Note, NoteOf } from '@shared/report/notes';
import type { SampleColumns, SamplerCost, Interference } from '@shared/report/live';
import type {
  SnapshotMoment,
  FromSampler,
  ToSampler,
  WatchedProcess,
  WorkerIdentity,
} from '@shared/wire/messages';
import { coreRowKinds, parseFromSampler, workerRowKinds } from '@shared/wire/wire-sampler';
import { deferred, within } from '../host/base/deferred';
import { shortageIn } from '../processes/shortage';
import { fullUser } from '../machine/process-limit';
import { coreColumns, residentColumns, workerColumns } from './sample-rows';
import { keeperEnv } from '../processes/run-mark';
import type { ChildExit, ChildHandle, Launcher } from '../types';

export interface SamplerListener {
  readonly onBatch: (samples: SampleColumns, cost: SamplerCost) => void;
  /** Something is not known; one sentence. */
  readonly onNote: (note: Note) => void;
}

export interface SamplerClientOptions {
  readonly launcher: Launcher;
  readonly entry: string;
  readonly originNs: string;
  readonly hz: number;
  readonly memoryHz: number;
  /** Nobody watches: batches may wait. */
  readonly quiet: boolean;
  /** How many cores are sampled: the usable ones. */
  readonly cores: number;
}

type Memory = SampleColumns['memory'];
/** Exact readings of memory, with the resident sizes at those moments. */
export type MemorySamples = Pick<SampleColumns, 'memory' | 'resident'>;
type Answer = Extract<FromSampler, { readonly id: number }>;

const startWithinMs = 10_000;
const answerWithinMs = 2_000;
const endWithinMs = 2_000;

export class SamplerClient {
  readonly #child: ChildHandle<ToSampler, FromSampler>;
  readonly #ready = deferred<readonly number[] | undefined>();
  readonly #gone = deferred<void>();
  readonly #answers = new Map<number, (answer: Answer) => void>();
  readonly #listener: SamplerListener;
  readonly #cores: number;
  #nextId = 1;
  /** Rows and messages that were none. */
  #dropped = 0;
  #alive = true;
  /** It was ended, as it had not started in time. */
  #late: NoteOf<'sampler-ended'>['args']['late'];
  #ending = false;
  #guarded: readonly number[] = [];
  #folders: readonly string[] = [];
  /** Called with every memory row, while a trial wants to know. */
  onMemory: ((memory: Memory, kin: boolean) => void) | undefined;

  constructor(options: SamplerClientOptions, listener: SamplerListener) {
    this.#listener = listener;
    this.#cores = options.cores;
    this.#child = options.launcher.launch(options.entry, {
      name: 'Corelane sampler',
      env: keeperEnv,
    });
    const rows = { cores: coreRowKinds(options.cores), workers: workerRowKinds };
    this.#child.onMessage((said: unknown) => {
      const news = parseFromSampler(said, rows);
      this.#dropped += news.ok ? news.value.dropped : 1;
      if (news.ok) this.#receive(news.value.message);
    });
    this.#child.onExit((exit) => this.#exited(exit));
    const { originNs, hz, memoryHz, quiet } = options;
    this.#child.send({ type: 'begin', originNs, hz, memoryHz, quiet });
  }

  /** Kernel numbers of the sampled cores, or undefined when the sampler did not start. */
  async ready(): Promise<readonly number[] | undefined> {
    const cores = await within(this.#ready.promise, startWithinMs);
    if (cores === undefined && this.#alive) this.#giveUpStuck();
    return cores;
  }

  /** One that gets no thread at its start never answers: whoever asks it would wait each time. */
  #giveUpStuck(): void {
    const processes = fullUser();
    if (processes === undefined) return;
    this.#late = { seconds: startWithinMs / 1000, processes };
    this.#child.kill();
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  watch(
    trial: number,
    workers: readonly WorkerIdentity[],
    processes: readonly WatchedProcess[],
    kin = false,
    warmup = false,
  ): void {
    this.#send({ type: 'watch', trial, workers, processes, kin, warmup });
  }

  /** Ends watching a trial's workers; memory is read when asked only from now on. */
  rest(trial: number): void {
    this.#send({ type: 'rest', trial });
  }

  unwatch(trial: number): void {
    this.#send({ type: 'unwatch', trial });
  }

  /** Should the engine vanish, the sampler ends these processes; the list replaces the last. */
  guard(pids: readonly number[]): void {
    this.#guarded = pids;
    this.#sendGuard();
  }

  /** Should the engine vanish, the sampler removes these folders. */
  guardFolders(folders: readonly string[]): void {
    this.#folders = folders;
    this.#sendGuard();
  }

  #sendGuard(): void {
    this.#send({ type: 'guard', pids: this.#guarded, folders: this.#folders });
  }

  /** One reading of every watched process now; undefined when no answer came. */
  async readMemory(): Promise<MemorySamples | undefined> {
    const answer = await this.#ask((id) => ({ type: 'read-memory', id }));
    if (answer?.type !== 'memory') return undefined;
    return { memory: answer.memory, resident: residentColumns(answer.resident) };
  }

  /**
   * Reads what the machine's processes have used: `before` a trial, and `after` it, which gives what
   * happened since. Undefined to `before`, and when no answer came.
   */
  async snapshot(moment: SnapshotMoment): Promise<Interference | undefined> {
    const leader = process.pid;
    const answer = await this.#ask((id) => ({ type: 'snapshot', id, moment, leader }));
    return answer?.type === 'snapshot' ? answer.surroundings : undefined;
  }

  /** Ends the sampler after its last batch; resolves when it is gone. */
  async end(): Promise<void> {
    this.#ending = true;
    this.#send({ type: 'end' });
    if (
      (await within(
        this.#gone.promise.then(() => true),
        endWithinMs,
      )) === true
    )
      return;
    this.#child.kill();
    await within(this.#gone.promise, endWithinMs);
  }

  async #ask(question: (id: number) => ToSampler): Promise<Answer | undefined> {
    if (!this.#alive) return undefined;
    const id = this.#nextId;
    this.#nextId += 1;
    const answer = new Promise<Answer>((resolve) => this.#answers.set(id, resolve));
    this.#send(question(id));
    const answered = await within(answer, answerWithinMs);
    this.#answers.delete(id);
    return answered;
  }

  #send(message: ToSampler): void {
    if (this.#alive) this.#child.send(message);
  }

  #receive(message: FromSampler): void {
    switch (message.type) {
      case 'ready':
        return this.#ready.resolve(message.cores);
      case 'batch': {
        const { memory, kin = false, cost } = message;
        this.onMemory?.(memory, kin);
        const cores = coreColumns(message.cores, this.#cores);
        const workers = workerColumns(message.workers);
        const resident = residentColumns(message.resident);
        return this.#listener.onBatch({ cores, workers, memory, resident }, cost);
      }
      case 'memory':
      case 'snapshot':
        return this.#answers.get(message.id)?.(message);
      case 'unknown':
        return this.#listener.onNote({
          code: 'figure-unknown',
          args: { what: message.what, why: message.why },
        });
    }
  }

  #exited(exit: ChildExit): void {
    this.#alive = false;
    this.#ready.resolve(undefined);
    this.#gone.resolve();
    if (this.#dropped > 0) {
      this.#listener.onNote({ code: 'samples-dropped', args: { samples: this.#dropped } });
    }
    if (this.#ending) return;
    this.#listener.onNote({ code: 'sampler-ended', args: this.#whyEnded(exit) });
  }

  #whyEnded({ why, lacks }: ChildExit): NoteOf<'sampler-ended'>['args'] {
    if (this.#late !== undefined) return { late: this.#late };
    if (why !== undefined) return { why };
    const said = this.#child.stderrTail();
    const shortage = lacks ?? shortageIn(said);
    if (shortage !== undefined) return { lacks: shortage };
    return said === '' ? {} : { said };
  }
}
