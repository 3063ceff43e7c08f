// Counters of one thread or process: /proc/<pid>/task/<tid>/schedstat and /proc/<pid>/…/stat.
import type { AsciiCursor } from './ascii-cursor';

/** What the scheduler knows of one thread, since it was born. */
export interface TaskCpuTimes {
  /**
   * Time on a core. For a running thread the kernel brings it up to date at its scheduler's ticks
   * (1 to 10 ms apart), so a short span may show a little more or less than it held; sums are exact.
   */
  onCpuNs: number;
  /** Time runnable but waiting for a core; added when the wait ends. */
  waitNs: number;
}

/** Fields of /proc/<pid>/stat, numbered from 1 as proc(5) does. */
export const statFields = {
  /** The first behind the name and the state, which is a letter. */
  parent: 4,
  userTicks: 14,
  systemTicks: 15,
  childrenUserTicks: 16,
  childrenSystemTicks: 17,
  startTicks: 22,
  core: 39,
} as const;

const closingParenthesis = 0x29;

/**
 * Reads a schedstat text into `into`; false where it is not one.
 * Source: the kernel's Documentation/scheduler/sched-stats.rst, "/proc/<pid>/schedstat".
 */
export function parseSchedstat(cursor: AsciiCursor, length: number, into: TaskCpuTimes): boolean {
  cursor.reset(length);
  const onCpuNs = cursor.number();
  const waitNs = cursor.number();
  if (Number.isNaN(waitNs)) return false;
  into.onCpuNs = onCpuNs;
  into.waitNs = waitNs;
  return true;
}

/**
 * One numeric field behind the name in the text of a `stat` file; NaN where it is not there.
 * The name may hold spaces, digits and parentheses: only its last closing one ends it.
 */
export function parseStatField(cursor: AsciiCursor, length: number, field: number): number {
  const nameEnd = length > 0 ? cursor.bytes.lastIndexOf(closingParenthesis, length - 1) : -1;
  if (nameEnd < 0) return Number.NaN;
  cursor.reset(length, nameEnd + 1);
  for (let skipped: number = statFields.parent; skipped < field; skipped += 1) cursor.number();
  return cursor.number();
}
