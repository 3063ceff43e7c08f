// Identifies a worker: its process and thread, as the engine and users know them.
import process from 'node:process';
import { defined } from '@shared/base/defined';
import type { HostSetup, WorkerIdentity } from '@shared/wire/messages';

/** Of a host's worker, by the index of its thread. */
export function identity(
  setup: HostSetup,
  thread: number,
  tid: number | undefined,
): WorkerIdentity {
  return {
    worker: setup.firstWorker + thread,
    host: setup.host,
    thread,
    pid: process.pid,
    ...defined({ tid }),
  };
}
