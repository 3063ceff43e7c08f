// A host under test: everything it says is kept, and every wait is for something it says or does.
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { FromHost, HostSetup, ToHost } from '@shared/wire/messages';
import type { Workload } from '@shared/experiment/workloads';
import type { ChildExit, EntryPaths, HostHandle, Launcher } from '@engine/types';
import { nowNs } from '@engine/clock';

type MessageOf<T extends FromHost['type']> = Extract<FromHost, { type: T }>;

export class ProbeHost {
  readonly handle: HostHandle;
  readonly messages: FromHost[] = [];
  readonly exit: Promise<ChildExit>;
  #wake: (() => void)[] = [];

  constructor(launcher: Launcher, entries: Pick<EntryPaths, 'host'>) {
    this.handle = launcher.launch<ToHost, FromHost>(entries.host, { name: 'host under test' });
    this.handle.onMessage((message) => {
      this.messages.push(message);
      this.#wakeAll();
    });
    this.exit = new Promise((resolve) => {
      this.handle.onExit((exit) => {
        resolve(exit);
        this.#wakeAll();
      });
    });
  }

  /** The first message of a kind, waited for. */
  async until<T extends FromHost['type']>(type: T): Promise<MessageOf<T>> {
    for (;;) {
      const found = this.messages.find((message) => message.type === type);
      if (found !== undefined) return found as MessageOf<T>;
      await new Promise<void>((resolve) => this.#wake.push(resolve));
    }
  }

  setUp(workload: Workload, part: Partial<HostSetup> = {}): void {
    this.handle.send({
      type: 'setup',
      trial: 0,
      role: 'program',
      originNs: String(nowNs()),
      workload,
      seed: 1,
      tasks: 6,
      schedule: { kind: 'dynamic', chunk: 1 },
      host: 0,
      firstWorker: 0,
      threads: 0,
      concurrency: 1,
      telemetry: true,
      pace: 'live',
      inputs: {},
      ...part,
    });
  }

  #wakeAll(): void {
    const waiting = this.#wake;
    this.#wake = [];
    for (const wake of waiting) wake();
  }
}

/** Whether a process exists and is no zombie waiting to be read. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    if (process.platform !== 'linux') return true;
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.charAt(stat.lastIndexOf(')') + 2) !== 'Z';
  } catch {
    return false;
  }
}

/**
 * Whether a process is gone, waited for: Electron tells of an exit when the channel closes, which
 * the kernel does a little before the process's end.
 */
export async function becomesGone(pid: number, withinMs = 5000): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < withinMs; waitedMs += 5) {
    if (!isAlive(pid)) return true;
    await setTimeout(5);
  }
  return false;
}

/** What `look` gives, as soon as it gives something; rejects after `withinMs`. */
export async function until<T>(look: () => T | undefined, withinMs = 5000): Promise<T> {
  for (let waitedMs = 0; waitedMs < withinMs; waitedMs += 10) {
    const found = look();
    if (found !== undefined) return found;
    await setTimeout(10);
  }
  throw new Error(`it did not come to be within ${withinMs} ms`);
}
