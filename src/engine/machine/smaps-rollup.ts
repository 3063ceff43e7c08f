// Memory of a process. /proc/<pid>/smaps_rollup has it exactly, walking all of its pages; /proc/<pid>/statm has its
// resident size in some microseconds, in pages. Source: proc_pid_statm(5). Its third figure is the pages of files and
// shared memory (RssFile + RssShmem), not those that another process has as well; pages that a fork shares until one
// side writes are not in it.
import type { AsciiCursor } from './ascii-cursor';
import { scaled, wholeNumber } from './whole-number';

/** What the kernel counts as resident of one process. */
export interface ResidentMemory {
  rssBytes: number;
  /** Of it, pages of files and shared memory. */
  sharedBytes: number;
}

/** Memory of one process. */
export interface MemoryReading {
  readonly rssBytes: number;
  /** Proportional: a page that n processes share counts 1/n in each. */
  readonly pssBytes: number;
  /** Pages that nobody else has. */
  readonly privateBytes: number;
  readonly swapBytes: number;
}

/** The kernel's "kB" are of 1024 bytes. */
const kilobyte = 1024;

const line = /^(Rss|Pss|Private_Clean|Private_Dirty|Swap):\s+(\d+) kB$/gm;

/** Parses a smaps_rollup text; undefined where a figure is missing, as for a process that ends. */
export function parseSmapsRollup(text: string): MemoryReading | undefined {
  const bytes = new Map<string, number>();
  for (const [, name, figure] of text.matchAll(line)) {
    const size = scaled(wholeNumber(figure), kilobyte);
    if (name === undefined || size === undefined) return undefined;
    bytes.set(name, size);
  }
  const rssBytes = bytes.get('Rss');
  const pssBytes = bytes.get('Pss');
  const clean = bytes.get('Private_Clean');
  const dirty = bytes.get('Private_Dirty');
  const swapBytes = bytes.get('Swap');
  if (rssBytes === undefined || pssBytes === undefined || swapBytes === undefined) return undefined;
  if (clean === undefined || dirty === undefined) return undefined;
  return { rssBytes, pssBytes, privateBytes: clean + dirty, swapBytes };
}

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
  if (!(rssBytes > 0 && sharedBytes >= 0)) return false;
  into.rssBytes = rssBytes;
  into.sharedBytes = sharedBytes;
  return true;
}

/** The size of a page, out of the first mapping in a smaps text; NaN where it is not there. */
export function parsePageBytes(text: string): number {
  const [, figure] = /^KernelPageSize:\s+(\d+) kB$/m.exec(text) ?? [];
  return scaled(wholeNumber(figure), 1024) ?? Number.NaN;
}
