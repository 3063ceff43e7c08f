// Pieces of shared memory: what multiprocessing names there outlives every process until somebody removes it.
import { readdirSync } from 'node:fs';

const folder = '/dev/shm';

/** Names of the pieces there are now; none where there is no such folder. */
export function sharedPieces() {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * Returns the pieces that were not there before, once they had time to be removed.
 * @param {readonly string[]} before
 * @param {number} withinMs
 */
export async function leftPieces(before, withinMs) {
  const known = new Set(before);
  const end = performance.now() + withinMs;
  for (;;) {
    const left = sharedPieces().filter((name) => !known.has(name));
    if (left.length === 0 || performance.now() > end) return left;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
