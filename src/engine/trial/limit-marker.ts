// Gives hosts the run's limit of file locks before own code runs in them: what they start has it too.
import { trustedEnv } from '../files/trusted-path';
import { deferred, within } from '../host/base/deferred';
import { startChild } from '../processes/start-child';
import type { HostHandle } from '../types';

/** Sets the soft limit of each process, by util-linux's command; what has ended meanwhile is passed over. */
const script = 'limit=$1; shift; for pid; do prlimit --pid "$pid" --locks="$limit":; done';

/** It takes some 2 ms. A host that has no mark by then is started without. */
const markedWithinMs = 2000;

export class LimitMarker {
  readonly #limit: string | undefined;
  readonly #due: number[] = [];
  #batch: Promise<void> | undefined;

  /** @param limit of the run, see `limitOf`; without it nothing is marked */
  constructor(limit: string | undefined) {
    this.#limit = process.platform === 'linux' ? limit : undefined;
  }

  /** Resolves when the host's process has the limit, or can't get it. Hosts of one moment share a command. */
  async mark(handle: Pick<HostHandle, 'started' | 'pid'>): Promise<void> {
    if (this.#limit === undefined) return;
    await handle.started;
    const { pid } = handle;
    // This process itself plays the host where its threads are the workers: not all that it starts is the run's.
    if (pid === undefined || pid === process.pid) return;
    this.#due.push(pid);
    await (this.#batch ??= this.#setSoon(this.#limit));
  }

  async #setSoon(limit: string): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#batch = undefined;
    const args = ['-c', script, 'corelane-mark', limit, ...this.#due.splice(0).map(String)];
    const { child, onFailed } = startChild('/bin/sh', args, { stdio: 'ignore', env: trustedEnv() });
    const over = deferred<unknown>();
    child?.once('exit', over.resolve);
    onFailed(over.resolve);
    await within(over.promise, markedWithinMs);
  }
}
