// A machine under the test's control: a clock that moves when told, and readers that give what they are
// told to.
import { emptyCoreTimes } from '@engine/machine/core-times';
import type { Readers } from '@engine/machine/readers';
import type { MemoryReading, ResidentMemory } from '@engine/machine/smaps-rollup';
import type { TaskCpuTimes } from '@engine/machine/task-counters';
import { ok } from '@shared/base/result';
import { unread, type Reading } from '@engine/machine/reading';

export const ms = 1_000_000;

export class FakeClock {
  ns = 0;
  readonly now = (): number => this.ns;

  advance(byNs: number): void {
    this.ns += byNs;
  }
}

/** What a thread's files tell. */
export interface FakeThread extends TaskCpuTimes {
  core: number;
}

export class FakeMachine implements Readers {
  readonly times = emptyCoreTimes(2);
  readonly cores = { ids: [0, 1], read: () => this.times, close: () => undefined };
  /** Counters of each living thread. */
  readonly threads = new Map<number, FakeThread>();
  /** How often a thread was asked for its core. */
  coreReadings = 0;
  /** Memory of each living process. */
  readonly processes = new Map<number, MemoryReading>();
  /** Threads and processes that may not be read. */
  readonly forbidden = new Set<number>();
  readonly open = new Set<string>();

  openWorker(_pid: number, tid: number): ReturnType<Readers['openWorker']> {
    return this.#opened(`thread ${tid}`, tid, this.threads, (name) => ({
      readTimes: (into: TaskCpuTimes) => {
        const thread = this.threads.get(tid);
        if (thread === undefined) return false;
        into.onCpuNs = thread.onCpuNs;
        into.waitNs = thread.waitNs;
        return true;
      },
      readCore: () => {
        this.coreReadings += 1;
        return this.threads.get(tid)?.core ?? Number.NaN;
      },
      close: () => void this.open.delete(name),
    }));
  }

  openMemory(pid: number): ReturnType<Readers['openMemory']> {
    return this.#opened(`process ${pid}`, pid, this.processes, (name) => ({
      read: () => this.processes.get(pid),
      readResident: (into: ResidentMemory) => this.#readResident(pid, into),
      close: () => void this.open.delete(name),
    }));
  }

  openResident(pid: number): ReturnType<Readers['openResident']> {
    return this.#opened(`statm ${pid}`, pid, this.processes, (name) => ({
      readResident: (into: ResidentMemory) => this.#readResident(pid, into),
      close: () => void this.open.delete(name),
    }));
  }

  /** Half of what is not its own is of files. */
  #readResident(pid: number, into: ResidentMemory): boolean {
    const memory = this.processes.get(pid);
    if (memory === undefined) return false;
    into.rssBytes = memory.rssBytes;
    into.sharedBytes = (memory.rssBytes - memory.privateBytes) / 2;
    return true;
  }

  #opened<T>(
    name: string,
    id: number,
    living: ReadonlyMap<number, unknown>,
    make: (name: string) => T,
  ): Reading<T> {
    if (this.forbidden.has(id)) return unread({ code: 'not-opened', path: name, errno: 'EACCES' });
    if (!living.has(id)) return unread({ code: 'ended' });
    this.open.add(name);
    return ok(make(name));
  }
}

export function memoryOf(megabytes: number): MemoryReading {
  const bytes = megabytes * 1e6;
  return { rssBytes: bytes * 2, pssBytes: bytes, privateBytes: bytes / 2, swapBytes: 0 };
}
