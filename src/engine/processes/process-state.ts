// Reads what the kernel says of one process: its parent, group and session, its start, whether it has ended, and the
// limit that marks what a run has started (see `limitOf`), which lasts through `env -i`, sessions and double forks.
import { readFileSync } from 'node:fs';

/** What is known of a process at one moment. */
export interface ProcessState {
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** With the number, a name no other process has. */
  readonly startTicks: number;
  readonly ended: boolean;
}

/** Fields behind the name in /proc/<pid>/stat, from the state on; numbered as in proc(5), less 3. */
const field = { state: 0, parent: 1, group: 2, session: 3, startTicks: 19 } as const;

/** Returns what a `stat` text says; undefined where it is none. Pure. */
export function parseState(text: string): ProcessState | undefined {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [parent, group, session, startTicks] = [
    Number(fields[field.parent]),
    Number(fields[field.group]),
    Number(fields[field.session]),
    Number(fields[field.startTicks]),
  ];
  if (![parent, group, session, startTicks].every(Number.isSafeInteger)) return undefined;
  return { parent, group, session, startTicks, ended: /[ZXx]/.test(fields[field.state] ?? '') };
}

/** A process now; undefined where it is gone, or there is no /proc. */
export function readState(pid: number): ProcessState | undefined {
  try {
    return parseState(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return undefined;
  }
}

/** How the kernel calls it, in proc_pid_limits(5). */
const limitName = 'Max file locks';

/** Returns the soft limit of file locks that a `limits` text gives; undefined where it gives none. Pure. */
export function limitIn(text: string): string | undefined {
  const line = text.split('\n').find((one) => one.startsWith(limitName));
  return line?.slice(limitName.length).trim().split(/\s+/)[0];
}

/** Returns whether a process that has not ended has this limit. False where there is no /proc. */
export function hasLimit(pid: number, limit: string): boolean {
  try {
    if (limitIn(readFileSync(`/proc/${pid}/limits`, 'latin1')) !== limit) return false;
  } catch {
    return false;
  }
  return readState(pid)?.ended === false;
}
