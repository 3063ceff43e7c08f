// Runs a piece of work in each place where it may run while a window is shown: each placement keeps one processor
// busy.
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { nowNs } from '@engine/clock';
import { defined } from '@shared/base/defined';
import type { WorkerIdentity } from '@shared/base/worker-identity';

export const workPlaces = ['idle', 'process', 'thread', 'main', 'page'] as const;

export type WorkPlace = (typeof workPlaces)[number];

/** Workers that do nothing but compute. */
const entry = join(__dirname, 'probe-worker.js');

interface Begin {
  readonly began?: true;
  readonly pid: number;
  readonly tid?: number;
}

/** Told when a worker has begun. */
export type OnWorker = (identity: Pick<WorkerIdentity, 'pid' | 'tid'>) => void;

function identityOf({ pid, tid }: Begin): Pick<WorkerIdentity, 'pid' | 'tid'> {
  return { pid, ...defined({ tid }) };
}

/** Computes on the calling thread until the time is over. */
export function computeHere(forMs: number): void {
  const untilNs = nowNs() + BigInt(forMs * 1e6);
  while (nowNs() < untilNs);
}

/** Computes on a thread of this process; resolves when that has ended. */
export function computeInThread(forMs: number, onWorker: OnWorker): Promise<void> {
  const thread = new Worker(entry, { workerData: { role: 'compute', data: { forMs } } });
  return new Promise((resolve, reject) => {
    thread.on('message', (message: Begin) => {
      if (message.began === true) onWorker(identityOf(message));
      else void thread.terminate();
    });
    thread.on('error', reject);
    thread.on('exit', () => resolve());
  });
}

/** Computes in a process of its own; resolves when that has ended. */
export function computeInProcess(forMs: number, onWorker: OnWorker): Promise<void> {
  const child = fork(entry, [], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  child.send({ role: 'compute', data: { forMs } });
  return new Promise((resolve, reject) => {
    child.on('message', (message: Begin) => {
      if (message.began === true) onWorker(identityOf(message));
      else child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('exit', () => resolve());
  });
}
