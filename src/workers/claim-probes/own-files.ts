// All that probes write: files in their own folder, and how little is dumped of them.
import { rmSync, writeFileSync } from 'node:fs';

/** Leaves a small file. */
export function leaveFile(path: string): void {
  writeFileSync(path, 'made by a worker that is to be ended\n');
}

/** Removes it; harmless where there is none. */
export function dropFile(path: string): void {
  rmSync(path, { force: true });
}

/**
 * Node.js cannot set its limit of core dumps: they hold no memory from here on, and what is written of
 * them lies in the probe's folder. Inherited by processes that are started.
 */
export function withoutDumps(folder: string): void {
  process.chdir(folder);
  try {
    writeFileSync('/proc/self/coredump_filter', '0');
  } catch {
    // There is no /proc: the system's own settings count.
  }
}
