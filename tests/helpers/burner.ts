// A process that keeps one core busy and tells how much CPU time it has used: load from outside a run.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

export class Burner {
  readonly #child: ChildProcess;
  readonly #exit: Promise<unknown>;

  constructor() {
    const entry = fileURLToPath(new URL('burner-child.mjs', import.meta.url));
    this.#child = fork(entry, [], { execArgv: [] });
    this.#exit = once(this.#child, 'exit');
    this.#goAhead();
  }

  get pid(): number {
    return this.#child.pid ?? Number.NaN;
  }

  /** CPU time it has used since it started, in ns. */
  async usedNs(): Promise<number> {
    const told = once(this.#child, 'message');
    this.#child.send('tell');
    const [used] = (await told) as [number];
    return used;
  }

  /** Resolves when it has used this much. */
  async until(usedNs: number): Promise<void> {
    while ((await this.usedNs()) < usedNs);
  }

  /** Ahead of other load, where that is allowed, so that it is among those that use most. */
  #goAhead(): void {
    try {
      setPriority(this.pid, -10);
    } catch {
      // Only some users may.
    }
  }

  async end(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#exit;
  }
}
