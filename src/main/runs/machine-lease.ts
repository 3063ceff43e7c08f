// The lease of the machine: one piece of work has it to itself, and what measures beside it gives way.
// Each holder carries its own state, so what was stopped while it was prepared can never begin, and
// what is asked for afterwards does.
import { failInWords, thrownText } from '@present/words/engine/problems';
import { message } from '@present/messages/message';
import { nowNs } from '@engine/clock';
import { deferred, within } from '@engine/host/base/deferred';
import { defined } from '@shared/base/defined';
import { ok, type Result } from '@shared/base/result';
import { logBug } from '../base/log';

/** What has the machine to itself: a run, or claims being tried. */
export interface LeasedWork {
  stop(): void;
  /** Resolves when no child of it is left; rejects for bugs only. */
  readonly done: Promise<void>;
}

export type HolderKind = 'run' | 'claims';

/** Who holds the lease, and how far it is. */
export interface LeaseState {
  readonly kind: HolderKind;
  readonly phase: 'preparing' | 'running' | 'stopping';
  /** Since its work began; absent while it is prepared. */
  readonly elapsedMs?: number;
}

interface Holder {
  readonly kind: HolderKind;
  readonly stopping: AbortController;
  work: LeasedWork | undefined;
  begunNs: bigint | undefined;
  /** Resolves when nothing of it is under way any more; never rejects. */
  over: Promise<void>;
}

/** How a holder gets its work. */
export interface LeaseRequest<T> {
  readonly kind: HolderKind;
  /** What is needed first; the signal is aborted when nobody wants it any more. */
  readonly prepare: (signal: AbortSignal) => Promise<Result<T>>;
  /** Is not called where the holder was stopped before. */
  readonly begin: (prepared: T) => LeasedWork;
}

/** Uses the machine while nobody holds it: a pilot of an estimate, the watch of an idle machine. */
export interface YieldingClient {
  /** Ends what it does; resolves when no child of it is left. The lease is held by then, or closed. */
  giveWay(): Promise<void>;
  /** The machine is free again. */
  onFree(): void;
}

/** How long the next holder waits for a preparation that was stopped and goes on all the same. */
const leftoverWithinMs = 3_000;

export class MachineLease {
  readonly #yielding: YieldingClient[] = [];
  readonly #onBug: (error: unknown) => void;
  #holder: Holder | undefined;
  #closed = false;

  /** @param onBug is told when work rejects, which is a bug; the lease ends afterwards */
  constructor(onBug: (error: unknown) => void) {
    this.#onBug = onBug;
  }

  /** Adds a client that gives way whenever the lease is taken. */
  addYielding(client: YieldingClient): void {
    this.#yielding.push(client);
  }

  /** Who holds the lease; undefined while the machine is free. */
  get state(): LeaseState | undefined {
    const holder = this.#holder;
    if (holder === undefined) return undefined;
    const { begunNs } = holder;
    const phase = holder.work === undefined ? 'preparing' : 'running';
    return {
      kind: holder.kind,
      phase: holder.stopping.signal.aborted ? 'stopping' : phase,
      ...defined({ elapsedMs: begunNs === undefined ? undefined : millisecondsSince(begunNs) }),
    };
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Whether a yielding client may use the machine. */
  get free(): boolean {
    return this.#holder === undefined && !this.#closed;
  }

  /** Aborted when what is being prepared is stopped; undefined while nothing is prepared. */
  get preparing(): AbortSignal | undefined {
    return this.#holder?.work === undefined ? this.#holder?.stopping.signal : undefined;
  }

  /**
   * Gives the machine to one piece of work. Where the holder before it was stopped, this waits for its end.
   * @returns success once it has begun; `run-under-way`, `closing`, `stopped` where it was stopped
   * before it began, `not-started` where its preparation failed inside Corelane, and what the
   * preparation gives as its own problem. After each of these the machine is free.
   */
  take<T>(request: LeaseRequest<T>): Promise<Result<undefined>> {
    if (this.#closed) return Promise.resolve(failInWords('closing', message('app-closing')));
    const before = this.#holder;
    if (before !== undefined && !before.stopping.signal.aborted) {
      return Promise.resolve(failInWords('run-under-way', message('app-busy')));
    }
    const told = deferred<Result<undefined>>();
    const stopping = new AbortController();
    stopping.signal.addEventListener('abort', () =>
      told.resolve(failInWords('stopped', message('app-stopped-before'))),
    );
    const holder: Holder = {
      kind: request.kind,
      stopping,
      work: undefined,
      begunNs: undefined,
      over: Promise.resolve(),
    };
    this.#holder = holder;
    holder.over = this.#hold(holder, before?.over, request, told.resolve);
    return told.promise;
  }

  /** Stops what is prepared or under way, if it is of this kind; of any kind where none is named. */
  stop(kind?: HolderKind): void {
    const holder = this.#holder;
    if (holder === undefined || (kind !== undefined && holder.kind !== kind)) return;
    holder.stopping.abort();
    holder.work?.stop();
  }

  /** Stops what is under way and gives no lease again; resolves when nothing is under way. */
  async close(): Promise<void> {
    this.#closed = true;
    this.stop();
    await Promise.all([this.#holder?.over, this.#clear()]);
  }

  /** Resolves when every yielding client has given way. */
  async #clear(): Promise<void> {
    await Promise.all(this.#yielding.map((client) => client.giveWay()));
  }

  async #hold<T>(
    holder: Holder,
    before: Promise<void> | undefined,
    request: LeaseRequest<T>,
    tell: (outcome: Result<undefined>) => void,
  ): Promise<void> {
    // Without a holder before it the preparation begins at once, in the caller's own step.
    if (before !== undefined) await before;
    const begun = await this.#begin(holder, request);
    tell(begun);
    if (holder.work !== undefined) await this.#finish(holder.work);
    if (this.#holder !== holder) return;
    this.#holder = undefined;
    for (const client of this.#yielding) client.onFree();
  }

  async #begin<T>(holder: Holder, { prepare, begin }: LeaseRequest<T>): Promise<Result<undefined>> {
    const { signal } = holder.stopping;
    const stopped = failInWords('stopped', message('app-stopped-before'));
    if (signal.aborted) return stopped;
    try {
      const preparing = Promise.all([prepare(signal), this.#clear()]).then(([first]) => first);
      const prepared = await Promise.race([preparing, aborted(signal)]);
      if (prepared === undefined || signal.aborted) {
        // What it started may still run: the next holder is to be alone.
        await within(preparing, leftoverWithinMs);
        return stopped;
      }
      if (!prepared.ok) return prepared;
      holder.work = begin(prepared.value);
      holder.begunNs = nowNs();
      return ok(undefined);
    } catch (error) {
      logBug(holder.kind, error);
      return failInWords('not-started', message('app-not-started', { why: thrownText(error) }));
    }
  }

  async #finish(work: LeasedWork): Promise<void> {
    try {
      await work.done;
    } catch (error) {
      this.#onBug(error);
    }
  }
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

function millisecondsSince(fromNs: bigint): number {
  return Number((nowNs() - fromNs) / 1_000_000n);
}
