// Who has the machine: one piece of work at a time. Each turn carries its own state, so what was
// stopped while it was prepared can never begin, and what is asked for afterwards does.
import { nowNs } from '@engine/clock';
import { deferred, within } from '@engine/host/base/deferred';
import { fail, ok, type Result } from '@shared/base/result';
import { logBug } from '../base/log';

/** What has the machine to itself: a run, or claims being tried. */
export interface Work {
  stop(): void;
  /** Resolves when no child of it is left; rejects for bugs only. */
  readonly done: Promise<void>;
}

export type TurnKind = 'run' | 'claims';

/** What is under way, if anything. */
export interface TurnState {
  readonly kind: TurnKind;
  readonly phase: 'preparing' | 'running' | 'stopping';
  /** Since its work began; absent while it is prepared. */
  readonly elapsedMs?: number;
}

interface Turn {
  readonly kind: TurnKind;
  readonly stopping: AbortController;
  work: Work | undefined;
  begunNs: bigint | undefined;
  /** Resolves when nothing of it is under way any more; never rejects. */
  over: Promise<void>;
}

/** How a turn comes to its work. */
export interface TurnRequest<T> {
  readonly kind: TurnKind;
  /** What is needed first; the signal tells that nobody wants it any more. */
  readonly prepare: (signal: AbortSignal) => Promise<Result<T>>;
  /** Is not called where the turn was stopped before. */
  readonly begin: (prepared: T) => Work;
}

/** How long the next turn waits for a preparation that was stopped and goes on all the same. */
const leftoverWithinMs = 3_000;

export interface TurnListener {
  /** Nothing is under way any more. */
  readonly onFree: () => void;
  /** Work rejected: a bug. The turn ends afterwards. */
  readonly onBug: (error: unknown) => void;
}

export class MachineTurns {
  readonly #listener: TurnListener;
  #current: Turn | undefined;
  #closed = false;

  constructor(listener: TurnListener) {
    this.#listener = listener;
  }

  /** What is under way; nothing while the machine is free. */
  get state(): TurnState | undefined {
    const turn = this.#current;
    if (turn === undefined) return undefined;
    const phase = turn.work === undefined ? 'preparing' : 'running';
    return {
      kind: turn.kind,
      phase: turn.stopping.signal.aborted ? 'stopping' : phase,
      ...(turn.begunNs === undefined
        ? {}
        : { elapsedMs: Number((nowNs() - turn.begunNs) / 1_000_000n) }),
    };
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Aborted when what is being prepared is stopped; nothing while nothing is prepared. */
  get preparing(): AbortSignal | undefined {
    return this.#current?.work === undefined ? this.#current?.stopping.signal : undefined;
  }

  /**
   * Gives the machine to one piece of work. Where what has it was stopped, this waits for its end.
   * @returns success once it has begun; `run-under-way`, `closing`, `stopped` where it was stopped
   * before it began, `not-started` where its preparation failed inside Corelane, and what the
   * preparation gives as its own problem. After each of these the machine is free.
   */
  take<T>(request: TurnRequest<T>): Promise<Result<undefined>> {
    if (this.#closed) return Promise.resolve(fail('closing', 'Corelane is closing.'));
    const before = this.#current;
    if (before !== undefined && !before.stopping.signal.aborted) {
      const message = 'A run is under way. Stop it first, or wait for its end.';
      return Promise.resolve(fail('run-under-way', message));
    }
    const told = deferred<Result<undefined>>();
    const stopping = new AbortController();
    stopping.signal.addEventListener('abort', () =>
      told.resolve(fail('stopped', 'It was stopped before it began.')),
    );
    const turn: Turn = {
      kind: request.kind,
      stopping,
      work: undefined,
      begunNs: undefined,
      over: Promise.resolve(),
    };
    this.#current = turn;
    turn.over = this.#follow(turn, before?.over, request, told.resolve);
    return told.promise;
  }

  /** Stops what is prepared or under way, if it is of this kind; of any kind where none is named. */
  stop(kind?: TurnKind): void {
    const turn = this.#current;
    if (turn === undefined || (kind !== undefined && turn.kind !== kind)) return;
    turn.stopping.abort();
    turn.work?.stop();
  }

  /** Stops what is under way and takes no more; resolves when nothing is under way. */
  async close(): Promise<void> {
    this.#closed = true;
    this.stop();
    await this.#current?.over;
  }

  async #follow<T>(
    turn: Turn,
    before: Promise<void> | undefined,
    request: TurnRequest<T>,
    tell: (outcome: Result<undefined>) => void,
  ): Promise<void> {
    // Without a turn before it the preparation begins at once, in the caller's own step.
    if (before !== undefined) await before;
    const begun = await this.#begin(turn, request);
    tell(begun);
    if (turn.work !== undefined) await this.#finish(turn.work);
    if (this.#current !== turn) return;
    this.#current = undefined;
    this.#listener.onFree();
  }

  async #begin<T>(turn: Turn, { prepare, begin }: TurnRequest<T>): Promise<Result<undefined>> {
    const { signal } = turn.stopping;
    const stopped = fail('stopped', 'It was stopped before it began.');
    if (signal.aborted) return stopped;
    try {
      const preparing = prepare(signal);
      const prepared = await Promise.race([preparing, aborted(signal)]);
      if (prepared === undefined || signal.aborted) {
        // What it started may still run: the next turn is to be alone.
        await within(preparing, leftoverWithinMs);
        return stopped;
      }
      if (!prepared.ok) return prepared;
      turn.work = begin(prepared.value);
      turn.begunNs = nowNs();
      return ok(undefined);
    } catch (error) {
      logBug(`start of ${turn.kind}`, error);
      const what = error instanceof Error ? error.message : String(error);
      return fail('not-started', `It could not be started: ${what}. Nothing was run.`);
    }
  }

  async #finish(work: Work): Promise<void> {
    try {
      await work.done;
    } catch (error) {
      this.#listener.onBug(error);
    }
  }
}

function aborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}
