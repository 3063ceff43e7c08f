// One host of a trial as the engine sees it. Maps its messages to promises and its failures to causes.
import { cleanSentence } from '@shared/base/clean-text';
import { defined } from '@shared/base/defined';
import type { MessageFault } from '@shared/base/problem-schemas';
import { textCode } from '@shared/report/facts';
import type { Note } from '@shared/report/notes';
import type { SaidReason } from '@shared/base/said';
import type { Failure } from '@shared/report/failures';
import type { Evidence, HeapColumns, SpanColumns } from '@shared/report/live';
import type {
  FromHost,
  HostFinished,
  HostSetup,
  OwnNote,
  SentSpans,
  WorkerIdentity,
} from '@shared/wire/messages';
import {
  fileName,
  isModule,
  languageOfFile,
  runsPrograms,
  type ModuleWorkload,
} from '@shared/experiment/own-code';
import { parseFromHost, type HostBounds } from '@shared/wire/wire-host';
import type { Workload } from '@shared/experiment/workloads';
import { deferred, within } from '../host/base/deferred';
import {
  hooksTooLong,
  hooksWithinMs,
  letGoWithinMs,
  teardownWithinMs,
  unanswered,
} from '../host/let-go';
import type { ChildExit, HostHandle } from '../types';
import type { Ending } from './ending';
import { failureOfExit, failureOfFault, statusOf } from './faults';

export type HostReady = Extract<FromHost, { type: 'ready' }>;

export interface HostListener {
  readonly onWorkers: (workers: readonly WorkerIdentity[]) => void;
  readonly onSpans: (sent: { readonly spans: SpanColumns; readonly heaps: HeapColumns }) => void;
  readonly onWant: (host: TrialHost, count: number) => void;
  /** Told of what is odd without being a reason to discard the trial. */
  readonly onNote: (note: Note) => void;
  readonly onPrinted: (bytes: number) => void;
}

/** How long a killed child may take to be gone before it is given up. */
const goneWithinMs = 10_000;

/** How much longer a host may take to say that it has let go than it allows itself. */
const saidWithinMs = 500;

/** How long a host that has programs of its own to end may take for it. */
const leaveWithinMs = 2_000;

export class TrialHost {
  readonly #hello = deferred<void>();
  readonly #ready = deferred<HostReady>();
  readonly #finished = deferred<HostFinished>();
  readonly #drained = deferred<void>();
  readonly #joined = deferred<number>();
  readonly #gone = deferred<ChildExit>();
  /** Resolves when its own code runs; what it is to load comes then. */
  readonly hello = this.#hello.promise;
  readonly ready = this.#ready.promise;
  readonly finished = this.#finished.promise;
  /** Resolves when all its spans have come. */
  readonly drained = this.#drained.promise;
  /** Resolves with the time joining the threads took, in ns. */
  readonly joined = this.#joined.promise;
  readonly gone = this.#gone.promise;
  /** Set when its exit is expected. */
  #exitExpected = false;
  /** It runs programs that only it knows of, and is asked to end them before it is killed. */
  readonly #hasPrograms: boolean;
  readonly #workload: Workload;
  /** The strategy of a program in Python. */
  readonly #python: string | undefined;
  readonly #listener: HostListener;
  #hasSpoken = false;
  #hasFinished = false;
  #hasDrained = false;
  #hasJoined = false;
  /** Whether its work has a teardown to run. */
  #closes = false;

  constructor(
    readonly index: number,
    readonly handle: HostHandle,
    setup: HostSetup,
    ending: Ending,
    listener: HostListener,
    limits: HostBounds,
  ) {
    this.#hasPrograms = runsPrograms(setup.workload);
    this.#workload = setup.workload;
    this.#python = setup.python?.strategy;
    this.#listener = listener;
    handle.onMessage((said: unknown) => {
      this.#hasSpoken = true;
      const message = parseFromHost(said, limits);
      if (message.ok) return this.#receive(message.value, ending, listener);
      ending.end({
        status: 'failed',
        evidence: {
          ...pidOf(handle),
          failure: failBad(index, message.problem, isModule(setup.workload)),
        },
        host: index,
      });
    });
    handle.onExit((exit) => {
      if (this.#endedByTeardown(exit)) {
        const file = fileName((setup.workload as ModuleWorkload).path);
        listener.onNote({ code: 'late-signal', args: { file, signal: exit.signal ?? '' } });
        this.#drained.resolve();
        this.#joined.resolve(0);
      } else if (!this.#exitExpected && !this.#mayEnd(exit))
        ending.end({ ...endOfExit(exit, index, handle, setup.workload), host: index });
      this.#gone.resolve(exit);
    });
  }

  /** Sends it its part. */
  begin(setup: HostSetup): void {
    if (!this.#exitExpected) this.handle.send(setup);
  }

  /** Whether it has said anything: it has started, then. */
  get hasSpoken(): boolean {
    return this.#hasSpoken;
  }

  /** Asks for all that is not sent yet; resolves when it is here, or when the host does not let go. */
  async drain(): Promise<void> {
    this.handle.send({ type: 'drain' });
    // Python's hosts have limits of their own.
    if (!isModule(this.#workload) || languageOfFile(this.#workload.path) !== 'node')
      return this.drained;
    const drained = await within(
      this.drained.then(() => true),
      letGoWithinMs(this.#closes) + saidWithinMs,
    );
    if (drained === true) return;
    this.#noteOwn(unanswered(this.#closes, 'process'));
    this.#joined.resolve(0);
    this.release();
    this.handle.kill();
  }

  /** Lets it leave; resolves when it is gone, for which it has some seconds. */
  async leave(): Promise<void> {
    this.release();
    this.handle.send({ type: 'leave' });
    if ((await within(this.gone, hooksWithinMs)) !== undefined) return;
    if (isModule(this.#workload)) this.#noteOwn(hooksTooLong);
    this.handle.kill();
    await within(this.gone, goneWithinMs);
  }

  /** From here on its exit is expected, so it is no failure. */
  release(): void {
    this.#exitExpected = true;
  }

  /**
   * Ends it for certain; resolves when it is gone.
   * @param alone what it has started is looked for, and named, afterwards
   */
  async kill(alone = false): Promise<void> {
    this.release();
    if (this.#hasPrograms) {
      this.handle.send({ type: 'leave' });
      await within(this.gone, leaveWithinMs);
    }
    if (alone && this.handle.killAlone !== undefined) this.handle.killAlone();
    else this.handle.kill();
    await within(this.gone, goneWithinMs);
  }

  /** Returns whether a signal ended it while its teardown ran: all results are here then. */
  #endedByTeardown({ signal }: ChildExit): boolean {
    const mayClose = this.#hasFinished && this.#closes && !this.#hasJoined;
    return mayClose && !this.#exitExpected && signal !== undefined && isModule(this.#workload);
  }

  /**
   * Own code may end its process after its last result: all of them are here then. A signal is no
   * such end while workers may still be let go of, which only the host can tell.
   */
  #mayEnd({ signal }: ChildExit): boolean {
    const hasAll = this.#hasFinished && this.#hasDrained;
    return hasAll && (signal === undefined || this.#hasJoined);
  }

  /** A sentence is Python's own. */
  #noteOwn({
    about,
    text,
    reason,
    closing,
  }: Omit<Extract<FromHost, { type: 'note' }>, 'type'>): void {
    const { onNote } = this.#listener;
    if (about === undefined || !isModule(this.#workload)) return onNote(textCode(clean(text)));
    onNote(noteOfOwn({ about, text: clean(text), reason, closing }, fileName(this.#workload.path)));
  }

  #receive(message: FromHost, ending: Ending, listener: HostListener): void {
    switch (message.type) {
      case 'hello':
        return this.#hello.resolve();
      case 'ready':
        return this.#ready.resolve(message);
      case 'workers':
        return listener.onWorkers(message.workers);
      case 'spans':
        listener.onSpans({ spans: asColumns(message.spans), heaps: message.heaps });
        if (!message.last) return;
        this.#hasDrained = true;
        this.#drained.resolve();
        return;
      case 'note':
        return this.#noteOwn(message);
      case 'printed':
        return listener.onPrinted(message.bytes);
      case 'want':
        return listener.onWant(this, message.count);
      case 'finished':
        this.#hasFinished = true;
        this.#closes = message.closes === true;
        return this.#finished.resolve(message);
      case 'joined':
        this.#hasJoined = true;
        listener.onPrinted(this.handle.printedBytes?.() ?? 0);
        return this.#joined.resolve(message.joinNs);
      case 'fault': {
        // Its exit hooks may throw; all that was wanted of it is here.
        if (this.#exitExpected) return;
        const {
          type: _type,
          kind: _kind,
          message: _message,
          reason: _reason,
          stage: _during,
          ...where
        } = message;
        ending.end({
          status: statusOf(message),
          evidence: {
            ...pidOf(this.handle),
            ...where,
            failure: failureOfFault(
              message,
              this.#workload,
              this.handle.stderrTail(),
              this.#python,
            ),
          },
          host: this.index,
        });
      }
    }
  }
}

/** Of what own code says at its end, as it may be a page. */
const clean = (text: string): string => cleanSentence(text, 1000);

function noteOfOwn(
  {
    about,
    text,
    reason,
    closing = false,
  }: Pick<OwnNote, 'about' | 'text'> & {
    reason?: SaidReason | undefined;
    closing?: boolean | undefined;
  },
  file: string,
): Note {
  switch (about) {
    case 'teardown-late':
      return { code: 'teardown-late', args: { file, seconds: teardownWithinMs / 1000 } };
    case 'teardown-threw':
      return { code: 'teardown-threw', args: { file, said: reason ?? text } };
    case 'exit-hook-late':
      return { code: 'exit-hook-late', args: { file, seconds: hooksWithinMs / 1000 } };
    case 'exit-hook-threw':
      return { code: 'exit-hook-threw', args: { file, said: reason ?? text } };
    case 'late-threw':
      return { code: 'late-threw', args: { file, said: reason ?? text } };
    case 'late-call':
      return { code: 'late-call', args: { file, call: text, closing } };
    case 'kept-alive':
      return {
        code: 'kept-alive',
        args: { file, worker: text === 'thread' ? 'thread' : 'process' },
      };
  }
}

function asColumns({ task, worker, startNs, endNs }: SentSpans): SpanColumns {
  return {
    task: Array.from(task),
    worker: Array.from(worker),
    startNs: Array.from(startNs),
    endNs: Array.from(endNs),
  };
}

/** @param own whether code of a user's own runs there: that is what can have said it */
function failBad(host: number, why: MessageFault, own: boolean): Failure {
  return { code: 'no-message', args: { host, why, own } };
}

function pidOf(handle: HostHandle): { readonly pid?: number } {
  return defined({ pid: handle.pid });
}

function endOfExit(
  exit: ChildExit,
  host: number,
  handle: HostHandle,
  workload: Workload,
): { readonly status: 'failed' | 'killed' | 'exited'; readonly evidence: Evidence } {
  const { code, signal } = exit;
  const { pid } = handle;
  // What own code prints explains nothing; that a runtime gives up is its own word.
  const said = isModule(workload) && signal === undefined ? '' : handle.stderrTail();
  const failure = failureOfExit({ host, pid }, exit, said);
  const how = signal === undefined ? 'exited' : 'killed';
  return {
    // A thread that V8 ends leaves its process: it is one mistake, whatever ends for it.
    status: failure.code === 'heap-full' ? 'failed' : how,
    evidence: defined({
      failure,
      pid,
      exitCode: code,
      signal,
    }),
  };
}
