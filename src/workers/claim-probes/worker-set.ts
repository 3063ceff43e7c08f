// The workers of a probe: threads of it or processes of their own, started and heard alike.
import { killIfAlive } from '@engine/processes/signal';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { Worker, type ResourceLimits, type TransferListItem } from 'node:worker_threads';
import { deferred } from '@engine/host/base/deferred';
import { defined } from '@shared/base/defined';
import type { ProbeAnswer } from '@shared/claims/probes';
import type { WorkerIdentity } from '@shared/base/worker-identity';
import type { RoleData, RoleName } from './roles';
import type { WorkerBegin } from './talk';

export type ProbeWorkerKind = 'threads' | 'processes';

/** How a worker ended. */
export interface MemberExit {
  readonly code?: number;
  readonly signal?: string;
  /** What it threw, where that reached its program. */
  readonly error?: string;
}

export interface ProbeWorker {
  readonly kind: ProbeWorkerKind;
  /** Its own code has begun. */
  readonly began: Promise<WorkerIdentity>;
  readonly gone: Promise<MemberExit>;
  send(message: unknown, transfer?: readonly TransferListItem[]): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Asks the runtime to end it; `gone` resolves when it has. */
  end(): void;
}

export interface MemberOptions {
  /** The most its heap may grow to. */
  readonly heapMb?: number;
}

const entry = join(__dirname, 'probe-worker.js');

function isBegin(message: unknown): message is WorkerBegin {
  return typeof message === 'object' && message !== null && 'began' in message;
}

export class WorkerSet {
  readonly #say: (answer: ProbeAnswer) => void;
  readonly #identities: WorkerIdentity[] = [];
  readonly #members: ProbeWorker[] = [];
  readonly #adopted: number[] = [];
  #count = 0;

  constructor(say: (answer: ProbeAnswer) => void) {
    this.#say = say;
  }

  /** Starts one more worker. */
  add<R extends RoleName>(
    kind: ProbeWorkerKind,
    role: R,
    data: RoleData<R>,
    options: MemberOptions = {},
  ): ProbeWorker {
    const worker = this.#nextNumber();
    const began = deferred<WorkerIdentity>();
    const take = ({ pid, tid }: WorkerBegin): void => {
      const host = kind === 'threads' ? 0 : worker;
      const thread = kind === 'threads' ? worker : 0;
      const identity = { worker, host, thread, pid, ...defined({ tid }) };
      this.#tell(identity);
      began.resolve(identity);
    };
    const start = kind === 'threads' ? startThread : startProcess;
    const member = start(role, data, options, take, began.promise);
    this.#members.push(member);
    return member;
  }

  /** A process that a worker has started: reported, and ended with the others. */
  adopt(pid: number): void {
    const worker = this.#nextNumber();
    this.#adopted.push(pid);
    this.#tell({ worker, host: worker, thread: 0, pid, tid: pid });
  }

  #nextNumber(): number {
    const worker = this.#count;
    this.#count += 1;
    return worker;
  }

  #tell(identity: WorkerIdentity): void {
    this.#identities.push(identity);
    this.#say({ type: 'workers', workers: [...this.#identities] });
  }

  /** Ends every worker; resolves when all are gone. */
  async end(): Promise<void> {
    for (const pid of this.#adopted.splice(0)) killIfAlive(pid);
    for (const member of this.#members) member.end();
    await Promise.all(this.#members.map(({ gone }) => gone));
  }
}

type Take = (begin: WorkerBegin) => void;

function startThread(
  role: RoleName,
  data: unknown,
  { heapMb }: MemberOptions,
  take: Take,
  began: ProbeWorker['began'],
): ProbeWorker {
  const limits: { resourceLimits?: ResourceLimits } =
    heapMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: heapMb } };
  const thread = new Worker(entry, { workerData: { role, data }, ...limits });
  const gone = deferred<MemberExit>();
  let error: string | undefined;
  thread.on('error', (reason: Error) => {
    error = reason.message;
  });
  thread.on('exit', (code) => gone.resolve({ code, ...defined({ error }) }));
  thread.on('message', (message: unknown) => {
    if (isBegin(message)) take(message);
  });
  return {
    kind: 'threads',
    began,
    gone: gone.promise,
    send: (message, transfer) => thread.postMessage(message, transfer),
    onMessage: (listener) =>
      void thread.on('message', (message: unknown) => {
        if (!isBegin(message)) listener(message);
      }),
    end: () => void thread.terminate(),
  };
}

function startProcess(
  role: RoleName,
  data: unknown,
  { heapMb }: MemberOptions,
  take: Take,
  began: ProbeWorker['began'],
): ProbeWorker {
  const child = fork(entry, [], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
    execArgv: heapMb === undefined ? [] : [`--max-old-space-size=${heapMb}`],
    // Electron's binary is to be a Node.js.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  const gone = deferred<MemberExit>();
  child.on('exit', (code, signal) =>
    gone.resolve(defined({ code: code ?? undefined, signal: signal ?? undefined })),
  );
  child.on('error', (error) => gone.resolve({ error: error.message }));
  child.on('message', (message: unknown) => {
    if (isBegin(message)) take(message);
  });
  const send = (message: unknown): void =>
    void (child.connected && child.send(message as object, () => undefined));
  send({ role, data });
  return {
    kind: 'processes',
    began,
    gone: gone.promise,
    send,
    onMessage: (listener) =>
      void child.on('message', (message: unknown) => {
        if (!isBegin(message)) listener(message);
      }),
    end: () => void child.kill('SIGKILL'),
  };
}
