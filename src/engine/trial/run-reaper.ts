// Ends what a run may leave behind: after a trial, at the run's end, and where this process ends before that, by
// itself or killed.
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { CleanupWatchdog } from '../files/cleanup-watchdog';
import { ProcessTree, procTreeReaders, type TreeMember } from '../processes/process-tree';
import { findMarked, pythonHelper, sweepNow } from '../processes/marked';
import { signalProcess } from '../processes/signal';
import { limitOf } from '@shared/wire/run-mark';
import type { HostHandle } from '../types';
import { LimitMarker } from './limit-marker';
import { makeRunMark, type RunMark } from '../processes/run-mark';

/** A process that was left, for users. */
export interface LeftProcess {
  readonly pid: number;
  /** As the kernel names it; empty where that is not known. */
  readonly name: string;
}

export interface Swept {
  readonly ended: readonly LeftProcess[];
  /** Those that could not be ended: another user's, or held in the kernel. */
  readonly still: readonly LeftProcess[];
}

const sweepWithinMs = 2000;
/**
 * How long may take what ends by itself: a host that is reported as ended while it still ends, as Electron does, and
 * Python's fork server.
 */
const graceMs = 500;
/**
 * How long the trackers of multiprocessing may take once they are alone: on a busy machine it takes long until they
 * notice, and what they have not removed by then stays in shared memory.
 */
const trackersWithinMs = 5000;
/** What is just being started has no environment yet; so nothing is gone before it was not seen twice. */
const lookAgainMs = 5;

export class RunReaper {
  readonly mark: RunMark = makeRunMark();
  readonly #limits = new LimitMarker(limitOf(this.mark.token));
  readonly #watchdog: CleanupWatchdog;
  readonly #tree: ProcessTree;
  /** Since the last sweep. They are Corelane's own: nothing that a task has started. */
  readonly #hosts = new Set<number>();
  readonly #now = (): void => sweepNow(this.mark.token);

  constructor() {
    const { token } = this.mark;
    this.#watchdog = new CleanupWatchdog(token);
    this.#tree = new ProcessTree(procTreeReaders(token));
    process.once('exit', this.#now);
  }

  /** A temporary folder that must not outlive this process. */
  removeOnDeath(folder: string): void {
    this.#watchdog.remove(folder);
  }

  /** Marks a host of own code or programs by its limit as well; resolves when that is done, or can't be. */
  markHost(handle: Pick<HostHandle, 'started' | 'pid'>): Promise<void> {
    return this.#limits.mark(handle);
  }

  /** Looks at what comes from these hosts, before they are ended and their children have no parent. */
  note(pids: readonly (number | undefined)[]): void {
    for (const pid of pids) {
      if (pid === undefined || pid === process.pid) continue;
      this.#hosts.add(pid);
      this.#tree.add(pid);
    }
    this.#tree.look();
  }

  /** Ends what a trial has left, while Corelane's own helpers stay. */
  async sweep(): Promise<Swept> {
    const swept = await this.#sweep(false);
    this.#hosts.clear();
    return swept;
  }

  /** Ends everything, and calls off what was arranged for. */
  async end(): Promise<Swept> {
    const swept = await this.#sweep(true);
    process.off('exit', this.#now);
    this.#watchdog.cancel();
    return swept;
  }

  async #sweep(keepers: boolean): Promise<Swept> {
    const ended = new Map<number, LeftProcess>();
    let quiet = 0;
    let waitedMs = 0;
    let aloneMs = 0;
    while (waitedMs < sweepWithinMs) {
      const left = this.#left(keepers);
      quiet = left.length === 0 ? quiet + 1 : 0;
      if (quiet === 2) return { ended: [...ended.values()], still: [] };
      const helpers = left.map(pythonHelper);
      const isAlone = left.length > 0 && helpers.every((helper) => helper === 'tracker');
      if (isAlone && aloneMs < trackersWithinMs) aloneMs += lookAgainMs;
      else waitedMs += lookAgainMs;
      for (const [at, pid] of left.entries()) {
        const isHost = this.#hosts.has(pid);
        // What ends by itself need not be reported.
        if (helpers[at] === 'tracker' && aloneMs < trackersWithinMs) continue;
        if (waitedMs < graceMs && (isHost || helpers[at] === 'fork-server')) continue;
        if (!isHost && !ended.has(pid)) ended.set(pid, { pid, name: nameOf(pid) });
        signalProcess(pid, 'SIGKILL');
      }
      await wait(lookAgainMs);
    }
    const still = this.#left(keepers).map((pid) => ({ pid, name: nameOf(pid) }));
    const pids = new Set(still.map(({ pid }) => pid));
    return { ended: [...ended.values()].filter(({ pid }) => !pids.has(pid)), still };
  }

  #left(keepers: boolean): readonly number[] {
    const wanted = ({ keeper }: Pick<TreeMember, 'keeper'>): boolean => keepers || !keeper;
    const found = process.platform === 'linux' ? this.#tree.look() : findMarked(this.mark.token);
    return found.filter(wanted).map(({ pid }) => pid);
  }
}

function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
}
