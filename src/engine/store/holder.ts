// Who holds a run that is under way: a process, named so that no later one is taken for it.
import { readFileSync, readlinkSync } from 'node:fs';
import { uptime } from 'node:os';
import { wallClockMs } from '../clock';
import type { Holder } from '@shared/journal';

/** Position of the start time in `/proc/<pid>/stat`, counted from what follows the name; proc(5). */
const startField = 19;

/** What `read` gives; nothing where the platform does not tell or the process is gone. */
function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function startTicksOf(pid: number | 'self'): number | undefined {
  const text = orNothing(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  const field = text?.slice(text.lastIndexOf(')') + 2).split(' ')[startField];
  const ticks = Number(field);
  return field === undefined || !Number.isFinite(ticks) ? undefined : ticks;
}

const readBoot = (): string | undefined =>
  orNothing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());

const readNamespace = (): string | undefined => orNothing(() => readlinkSync('/proc/self/ns/pid'));

/** This process. */
export function thisHolder(): Holder {
  const startTicks = startTicksOf('self');
  const boot = readBoot();
  const namespace = readNamespace();
  return {
    pid: process.pid,
    ...(startTicks === undefined ? {} : { startTicks }),
    ...(boot === undefined ? {} : { boot }),
    ...(namespace === undefined ? {} : { namespace }),
  };
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Whether the holder still lives; `undefined` where that can't be seen from here (it is in another
 * container of this machine).
 * @param sinceMs when it began to hold, as `Date.now()` tells: before this boot, it is gone
 */
export function holderLives(holder: Holder, sinceMs: number): boolean | undefined {
  const boot = readBoot();
  if (holder.boot !== undefined && boot !== undefined) {
    if (holder.boot !== boot) return false;
    if (holder.namespace !== readNamespace()) return undefined;
  } else if (sinceMs < wallClockMs() - uptime() * 1000) {
    return false;
  }
  if (!exists(holder.pid)) return false;
  const startTicks = startTicksOf(holder.pid);
  return startTicks === undefined || holder.startTicks === undefined
    ? true
    : startTicks === holder.startTicks;
}
