// Reads what the kernel shows of processes and threads that a probe has ended.
import { isAlive } from '@engine/processes/signal';
import { existsSync, readFileSync } from 'node:fs';
import { parseSmapsRollup } from '@engine/machine/smaps-rollup';
import { nowNs } from '@engine/clock';

/** Proportional size of processes together, in bytes; undefined where the platform does not reveal it. */
export function pssOf(pids: readonly number[]): number | undefined {
  let sum = 0;
  for (const pid of pids) {
    try {
      const reading = parseSmapsRollup(readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1'));
      if (reading === undefined) return undefined;
      sum += reading.pssBytes;
    } catch {
      // There is no /proc, or the process has just ended.
      return undefined;
    }
  }
  return sum;
}

/** Resident size of this process, in bytes. */
export const ownRss = (): number => process.memoryUsage.rss();

/** Returns whether a process is there and has not ended: one that nobody has collected yet has. */
export function isRunning(pid: number): boolean {
  if (!isAlive(pid)) return false;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat[stat.lastIndexOf(')') + 2] !== 'Z';
  } catch {
    // It has just ended, or there is no /proc.
    return !existsSync('/proc/self/stat');
  }
}

/** Waits until the kernel no longer lists a thread; false where it still does after `ms`. */
export async function threadLeaves(pid: number, tid: number, ms: number): Promise<boolean> {
  const until = nowNs() + BigInt(ms) * 1_000_000n;
  while (existsSync(`/proc/${pid}/task/${tid}`)) {
    if (nowNs() > until) return false;
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
  return true;
}
