// Memory of a process out of /proc/<pid>/smaps_rollup, and its resident size out of statm.
import { scaled, wholeNumber } from './whole-number';

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
