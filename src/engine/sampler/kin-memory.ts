// The memory of a host with all that it has started: programs, and helpers of a user's own code.
import type { Reading } from '../machine/reading';
import { ok } from '@shared/base/result';
import type { ProcessTree } from '../processes/process-tree';
import type { MemoryReader } from '../machine/readers';
import type { MemoryReading, ResidentMemory } from '../machine/smaps-rollup';

export interface KinMemoryOptions {
  readonly tree: Pick<ProcessTree, 'add' | 'look'>;
  readonly open: (pid: number) => Reading<MemoryReader>;
  /** In ns. */
  readonly now: () => number;
}

/** Who is there is looked at this often at most: memory is looked at for each host. */
const lookAgainNs = 100_000_000;

const nothing: MemoryReading = { rssBytes: 0, pssBytes: 0, privateBytes: 0, swapBytes: 0 };

function sum(one: MemoryReading, other: MemoryReading): MemoryReading {
  return {
    rssBytes: one.rssBytes + other.rssBytes,
    pssBytes: one.pssBytes + other.pssBytes,
    privateBytes: one.privateBytes + other.privateBytes,
    swapBytes: one.swapBytes + other.swapBytes,
  };
}

export class KinMemory {
  readonly #options: KinMemoryOptions;
  /** Hosts that are watched, in the order they came. */
  readonly #hosts = new Set<number>();
  readonly #readers = new Map<number, MemoryReader>();
  /** By host. */
  #kin: ReadonlyMap<number, readonly number[]> = new Map();
  #lookedNs = -Infinity;
  #counted = false;

  constructor(options: KinMemoryOptions) {
    this.#options = options;
  }

  /** Returns whether anything but the hosts themselves was read since this was last asked. */
  takeCounted(): boolean {
    const counted = this.#counted;
    this.#counted = false;
    return counted;
  }

  /** A reader of a host's memory and of what has come from it; what has no known host goes to the first. */
  open(pid: number): Reading<MemoryReader> {
    const own = this.#options.open(pid);
    if (!own.ok) return own;
    this.#hosts.add(pid);
    this.#options.tree.add(pid);
    this.#lookedNs = -Infinity;
    return ok({
      read: () => {
        const reading = own.value.read();
        return reading && this.#kinOf(pid).reduce((all, one) => sum(all, this.#read(one)), reading);
      },
      readResident: (into) => own.value.readResident(into) && this.#addResident(pid, into),
      close: () => {
        own.value.close();
        this.#hosts.delete(pid);
        if (this.#hosts.size === 0) this.#closeAll();
      },
    });
  }

  /** Adds what has come from a host. */
  #addResident(host: number, into: ResidentMemory): true {
    const one = { rssBytes: 0, sharedBytes: 0 };
    for (const pid of this.#kinOf(host)) {
      if (this.#readers.get(pid)?.readResident(one) !== true) continue;
      into.rssBytes += one.rssBytes;
      into.sharedBytes += one.sharedBytes;
    }
    return true;
  }

  #read(pid: number): MemoryReading {
    const reading = this.#readers.get(pid)?.read();
    this.#counted ||= reading !== undefined;
    return reading ?? nothing;
  }

  #kinOf(host: number): readonly number[] {
    this.#look();
    return this.#kin.get(host) ?? [];
  }

  #look(): void {
    const nowNs = this.#options.now();
    if (nowNs - this.#lookedNs < lookAgainNs) return;
    this.#lookedNs = nowNs;
    const [first] = this.#hosts;
    const kin = new Map<number, number[]>();
    const living = new Set<number>();
    for (const { pid, root, keeper } of this.#options.tree.look()) {
      if (keeper || this.#hosts.has(pid)) continue;
      const host = root !== undefined && this.#hosts.has(root) ? root : first;
      if (host === undefined || !this.#canRead(pid)) continue;
      living.add(pid);
      kin.set(host, [...(kin.get(host) ?? []), pid]);
    }
    for (const pid of this.#readers.keys()) if (!living.has(pid)) this.#close(pid);
    this.#kin = kin;
  }

  #canRead(pid: number): boolean {
    if (this.#readers.has(pid)) return true;
    const opened = this.#options.open(pid);
    if (opened.ok) this.#readers.set(pid, opened.value);
    return opened.ok;
  }

  #close(pid: number): void {
    this.#readers.get(pid)?.close();
    this.#readers.delete(pid);
  }

  #closeAll(): void {
    for (const pid of this.#readers.keys()) this.#close(pid);
    this.#kin = new Map();
  }
}
