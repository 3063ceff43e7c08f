// Whose a folder is: the process that holds it, named so that nobody else can be taken for it.
import { lstatSync, readFileSync, readlinkSync, rmSync, rmdirSync, type Stats } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { defined } from '@shared/base/defined';
import { readState } from './process-state';
import { systemErrorCode } from '../machine/read-text';
import { isAlive } from './signal';

/** The file in a folder that says who holds it. */
export const holderFile = '.corelane-holder';

/** A process: its number alone is given again, and means another process in another namespace. */
export interface Holder {
  readonly pid: number;
  readonly startTicks?: number | undefined;
  /** Which start of the machine. */
  readonly boot?: string | undefined;
  /** Within which its number counts: a container has one of its own. */
  readonly namespace?: string | undefined;
}

/** This process. */
export function ownHolder(): Holder {
  const startTicks = readState(process.pid)?.startTicks;
  return {
    pid: process.pid,
    ...defined({ startTicks }),
    ...known('boot', () => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()),
    ...known('namespace', () => readlinkSync('/proc/self/ns/pid')),
  };
}

function known<Name extends string>(name: Name, read: () => string): Partial<Record<Name, string>> {
  try {
    return { [name]: read() } as Partial<Record<Name, string>>;
  } catch {
    // Not reported here.
    return {};
  }
}

/** Returns what a holder's file says; undefined where it is not one. */
export function parseHolder(text: string): Holder | undefined {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null) return undefined;
  const { pid, startTicks, boot, namespace } = value as Readonly<Record<string, unknown>>;
  if (typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 0) return undefined;
  return defined({
    pid,
    startTicks: typeof startTicks === 'number' ? startTicks : undefined,
    boot: typeof boot === 'string' ? boot : undefined,
    namespace: typeof namespace === 'string' ? namespace : undefined,
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What is known of a holder from here: in another start or namespace its number means nothing. */
export type HolderState = 'lives' | 'gone' | 'other-boot' | 'other-namespace';

/** Returns whether a holder lives. One that has ended and that nobody has waited for yet is gone. */
export function holderState(holder: Holder, own: Holder = ownHolder()): HolderState {
  if (holder.boot !== own.boot) return 'other-boot';
  if (holder.namespace !== own.namespace) return 'other-namespace';
  if (!isAlive(holder.pid)) return 'gone';
  const state = holder.startTicks === undefined ? undefined : readState(holder.pid);
  if (state === undefined) return 'lives';
  return state.startTicks !== holder.startTicks || state.ended ? 'gone' : 'lives';
}

/** Returns whether it is certain that the holder has ended. Of another boot or namespace nothing is certain. */
export function isGone(holder: Holder, own: Holder = ownHolder()): boolean {
  return holderState(holder, own) === 'gone';
}

/** Returns whether what was looked at without following links is a folder that is this user's alone. */
export function isPrivate(stats: Pick<Stats, 'isDirectory' | 'uid' | 'mode'>): boolean {
  if (!stats.isDirectory()) return false;
  // Windows has neither; there the temporary folder is the user's own.
  if (process.getuid === undefined) return true;
  return stats.uid === process.getuid() && (stats.mode & 0o077) === 0;
}

/** Returns who holds a folder; undefined where it holds no such file, is a link or is somebody else's. */
export function holderOf(folder: string): Holder | undefined {
  if (!isAbsolute(folder) || resolve(folder) !== folder) return undefined;
  try {
    if (!isPrivate(lstatSync(folder))) return undefined;
    return parseHolder(readFileSync(join(folder, holderFile), 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Removes a folder and all in it, and the one around it when it was the last, for a process that ends and
 * can wait for nothing; harmless when it is gone.
 */
export function removeHeldNow(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    rmdirSync(dirname(folder));
  } catch (error) {
    // Others are in it.
    if (systemErrorCode(error) === undefined) throw error;
  }
}
