// The limit on the processes and threads of this user, and whether it is reached: where it is, what a
// runtime starts may fail, or wait without a word.
import { readdirSync, readFileSync } from 'node:fs';
import type { ProcessLimit } from '@shared/report/shortages';

/** As many threads as a Node.js makes at its start: with fewer left, it may come to nothing. */
const startThreads = 8;

/** The soft limit of `/proc/self/limits`, a text; nothing where there is none. Pure. */
export function processLimitIn(limits: string): number | undefined {
  const soft = /^Max processes +(\d+)/m.exec(limits)?.[1];
  return soft === undefined ? undefined : Number(soft);
}

/** Threads of a process by its `/proc/<pid>/status`, where it is this user's; 0 for another's. Pure. */
export function threadsIn(status: string, uid: number): number {
  const real = /^Uid:\s+(\d+)/m.exec(status)?.[1];
  if (real === undefined || Number(real) !== uid) return 0;
  // One that has ended and is not waited for counts as well.
  return Number(/^Threads:\s+(\d+)/m.exec(status)?.[1] ?? 1);
}

/**
 * The limit where it is reached or nearly so; undefined where it is not, or can't be seen. Root has no such limit.
 * @param threads what is about to be started
 */
export function fullUser(threads = startThreads): ProcessLimit | undefined {
  const uid = process.getuid?.() ?? 0;
  if (process.platform !== 'linux' || uid === 0) return undefined;
  try {
    const limit = processLimitIn(readFileSync('/proc/self/limits', 'utf8'));
    if (limit === undefined) return undefined;
    const used = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .reduce((sum, pid) => sum + threadsOf(pid, uid), 0);
    return used + threads <= limit ? undefined : { used, limit };
  } catch {
    // Where even this can't be read, nothing is said.
    return undefined;
  }
}

function threadsOf(pid: string, uid: number): number {
  try {
    return threadsIn(readFileSync(`/proc/${pid}/status`, 'utf8'), uid);
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}

/**
 * A limit of this shell that is lower than workers need, with what they need at least. A Node.js aborts where it is
 * reached and can say nothing then, so it is looked at before.
 */
export type LowLimit =
  | { readonly kind: 'address-space'; readonly bytes: number; readonly minBytes: number }
  | { readonly kind: 'processes' | 'files'; readonly count: number; readonly minCount: number };

/** Measured with Node.js 20: two threads end by SIGTRAP below 1.6 to 2.5 GB, each reserves its own code range. */
const minBytes = 4e9;
/** The threads of the command line, the sampler and one host. */
const minCount = 32;
/** Measured with Node.js 20: the command line holds 22 open, and own code with a host or two needs 40. */
const minFiles = 64;

/**
 * The limits of `/proc/self/limits`, a text, that are too low. Pure.
 * @param isRoot whether the limit on processes does not hold
 */
export function lowLimitsIn(limits: string, isRoot: boolean): readonly LowLimit[] {
  const soft = /^Max address space +(\d+)/m.exec(limits)?.[1];
  const bytes = soft === undefined ? Infinity : Number(soft);
  const files = Number(/^Max open files +(\d+)/m.exec(limits)?.[1] ?? Infinity);
  const count = isRoot ? Infinity : (processLimitIn(limits) ?? Infinity);
  return [
    ...(bytes < minBytes ? [{ kind: 'address-space' as const, bytes, minBytes }] : []),
    ...(count < minCount ? [{ kind: 'processes' as const, count, minCount }] : []),
    ...(files < minFiles ? [{ kind: 'files' as const, count: files, minCount: minFiles }] : []),
  ];
}

/** The limits of this process that are too low; none where they can't be read. */
export function lowLimits(): readonly LowLimit[] {
  if (process.platform !== 'linux') return [];
  try {
    return lowLimitsIn(readFileSync('/proc/self/limits', 'utf8'), process.getuid?.() === 0);
  } catch {
    return [];
  }
}
