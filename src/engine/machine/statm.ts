// The resident size of a process, out of /proc/<pid>/statm: a reading of microseconds, in pages.
// Source: proc_pid_statm(5). Its third figure is the pages of files and shared memory (RssFile + RssShmem), not those
// that another process has as well; pages that a fork shares until one side writes are not in it.
import type { AsciiCursor } from './ascii-cursor';
import type { ResidentMemory } from './readers';
import { scaled, wholeNumber } from './whole-number';

/**
 * Reads a statm text into `into`; false where it is none, and of a process that has ended and is still in the table:
 * it has no pages.
 */
export function parseStatm(
  cursor: AsciiCursor,
  length: number,
  pageBytes: number,
  into: ResidentMemory,
): boolean {
  cursor.reset(length);
  cursor.number();
  const rssBytes = cursor.number() * pageBytes;
  const sharedBytes = cursor.number() * pageBytes;
  if (Number.isNaN(sharedBytes) || rssBytes === 0) return false;
  into.rssBytes = rssBytes;
  into.sharedBytes = sharedBytes;
  return true;
}

/** The size of a page, out of the first mapping in a smaps text; NaN where it is not there. */
export function parsePageBytes(text: string): number {
  const [, figure] = /^KernelPageSize:\s+(\d+) kB$/m.exec(text) ?? [];
  return scaled(wholeNumber(figure), 1024) ?? Number.NaN;
}
