// The kernel's id of the calling thread.
import { readlinkSync } from 'node:fs';
import process from 'node:process';

/** Kernel thread id of the thread that calls it; undefined where the platform does not reveal it. */
export function ownThreadId(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const id = Number(readlinkSync('/proc/thread-self').split('/').pop());
    return Number.isInteger(id) ? id : undefined;
  } catch {
    // No /proc mounted: the id is not known, and everything that needs it says so.
    return undefined;
  }
}
