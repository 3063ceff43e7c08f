// One host of a trial as the engine sees it: its messages as promises, its misfortunes as causes.
import type { Evidence, HeapColumns, SpanColumns } from '@shared/live';
import type {
  FromHost,
  HostFinished,
  HostSetup,
  SentSpans,
  WorkerIdentity,
} from '@shared/messages';
import { fileName, isModule, runsPrograms } from '@shared/own-work';
import { parseFromHost, type HostBounds } from '@shared/wire-host';
import type { Workload } from '@shared/workloads';
import { deferred, within } from '../host/deferred';
import { lostExitCode } from '../launch/line-launcher';
import { placeIn } from '../own-work/place';
import type { ChildExit, HostHandle } from '../types';
import type { Ending } from './ending';

export type HostReady = Extract<FromHost, { type: 'ready' }>;

export interface HostListener {
  readonly onWorkers: (workers: readonly WorkerIdentity[]) => void;
  readonly onSpans: (sent: { readonly spans: SpanColumns; readonly heaps: HeapColumns }) => void;
  readonly onWant: (host: TrialHost, count: number) => void;
  readonly onNote: (text: string) => void;
}

/** How long a killed child may take to be gone before it is given up. */
const goneWithinMs = 10_000;

/** How long a host that has programs of its own to end may take for it. */
const leaveWithinMs = 2_000;

export class TrialHost {
  readonly #ready = deferred<HostReady>();
  readonly #finished = deferred<HostFinished>();
  readonly #drained = deferred<void>();
  readonly #joined = deferred<number>();
  readonly #gone = deferred<ChildExit>();
  readonly ready = this.#ready.promise;
  readonly finished = this.#finished.promise;
  /** Resolves when all its spans have come. */
  readonly drained = this.#drained.promise;
  /** Resolves with the time joining the threads took, in ns. */
  readonly joined = this.#joined.promise;
  readonly gone = this.#gone.promise;
  /** Set when its end is expected and no misfortune. */
  #released = false;
  /** It runs programs that only it knows of, and is asked to end them before it is killed. */
  readonly #hasPrograms: boolean;
  readonly #workload: Workload;

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
    handle.onMessage((said: unknown) => {
      const message = parseFromHost(said, limits);
      if (message.ok) return this.#receive(message.value, ending, listener);
      ending.end({
        status: 'failed',
        evidence: { ...pidOf(handle), message: describeBad(index, message.problem.message) },
        host: index,
      });
    });
    handle.onExit((exit) => {
      if (!this.#released) ending.end({ ...describeExit(exit, index, handle.pid), host: index });
      this.#gone.resolve(exit);
    });
    handle.send(setup);
  }

  /** Its process ends from here on are no misfortune. */
  release(): void {
    this.#released = true;
  }

  /** Ends it for certain; resolves when it is gone. */
  async kill(): Promise<void> {
    this.release();
    if (this.#hasPrograms) {
      this.handle.send({ type: 'leave' });
      await within(this.gone, leaveWithinMs);
    }
    this.handle.kill();
    await within(this.gone, goneWithinMs);
  }

  #receive(message: FromHost, ending: Ending, listener: HostListener): void {
    switch (message.type) {
      case 'hello':
        return;
      case 'ready':
        return this.#ready.resolve(message);
      case 'workers':
        return listener.onWorkers(message.workers);
      case 'spans':
        listener.onSpans({ spans: asColumns(message.spans), heaps: message.heaps });
        if (message.last) this.#drained.resolve();
        return;
      case 'want':
        return listener.onWant(this, message.count);
      case 'finished':
        return this.#finished.resolve(message);
      case 'joined':
        return this.#joined.resolve(message.joinNs);
      case 'note':
        return listener.onNote(message.text);
      case 'fault': {
        const { type: _, kind, message: said, stage: _stage, ...where } = message;
        const text = said + describePlace(said, where.stack, this.#workload);
        ending.end({
          status: kind === 'threw' ? 'failed' : where.signal === undefined ? 'exited' : 'killed',
          evidence: {
            ...pidOf(this.handle),
            ...where,
            message: describeFault(message, text, this.#workload),
          },
          host: this.index,
        });
      }
    }
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

function describeBad(host: number, what: string): string {
  return `Host ${host + 1} said what is no message of Corelane's: ${what.replace(/\.$/, '')}.`;
}

function pidOf(handle: HostHandle): { readonly pid?: number } {
  return handle.pid === undefined ? {} : { pid: handle.pid };
}

/** ` (work.mts:3)` for what came from a person's own file and does not say so itself. */
function describePlace(said: string, stack: string | undefined, workload: Workload): string {
  if (workload.kind !== 'module' || said.includes(fileName(workload.path))) return '';
  const place = placeIn(stack ?? '', workload.path);
  return place === undefined ? '' : ` (${place})`;
}

type Fault = Extract<FromHost, { type: 'fault' }>;

function describeFault(fault: Fault, text: string, workload: Workload): string {
  if (fault.kind === 'called') return `${callerOf(fault, workload)} called ${text}.`;
  const { worker, pid, signal, exitCode: code } = fault;
  if (fault.kind === 'process-ended' && (signal !== undefined || code !== undefined)) {
    const exit = signal === undefined ? { code: code ?? 0 } : { signal };
    return sayExit(nameHost(worker, pid), exit);
  }
  const who = worker === undefined ? 'A worker' : `Worker ${worker + 1}`;
  const verb = fault.kind === 'threw' ? 'threw' : 'ended early';
  return `${who} ${verb}${placeOf(fault)}: ${text}.`;
}

function placeOf({ task, stage }: Fault): string {
  if (task !== undefined) return ` in task ${task}`;
  if (stage === undefined) return '';
  return stage === 'load' ? ' while its file was loaded' : ` in ${stage}`;
}

/** Who called what ended the process: `Task 2`, `setup`, or the file as it was loaded. */
function callerOf({ task, stage }: Fault, workload: Workload): string {
  if (task !== undefined) return `Task ${task}`;
  if (stage === 'setup' || stage === 'teardown') return stage;
  return isModule(workload) ? `${fileName(workload.path)}, as it was loaded,` : 'It';
}

/** A process that runs workers: `Host 2 (pid 4711)`. */
function nameHost(host: number | undefined, pid: number | undefined): string {
  const name = host === undefined ? 'A host' : `Host ${host + 1}`;
  return pid === undefined ? name : `${name} (pid ${pid})`;
}

function sayExit(who: string, { code, signal }: ChildExit): string {
  if (signal !== undefined) return `${who} was ended by ${signal}.`;
  if (code === undefined) return `${who} could not be started.`;
  if (code === lostExitCode) {
    return `${who} ended: own code closed a file descriptor that it had not opened, and the results travel on.`;
  }
  return `${who} ended with exit code ${code} before its tasks were done.`;
}

function describeExit(
  exit: ChildExit,
  host: number,
  pid: number | undefined,
): { readonly status: 'killed' | 'exited'; readonly evidence: Evidence } {
  const { code, signal } = exit;
  return {
    status: signal === undefined ? 'exited' : 'killed',
    evidence: {
      message: sayExit(nameHost(host, pid), exit),
      ...(pid === undefined ? {} : { pid }),
      ...(code === undefined ? {} : { exitCode: code }),
      ...(signal === undefined ? {} : { signal }),
    },
  };
}
