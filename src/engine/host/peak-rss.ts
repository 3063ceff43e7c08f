// The largest resident size the calling process has had. By itself, for a host loads as little as it
// can: what it loads is part of its start.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { unbound } from './base/unbound';

// As they are now: own code may replace what it finds.
const readNow = readFileSync;
const exec = unbound(RegExp.prototype.exec);
const resourceUsage = process.resourceUsage.bind(process);

/** From the text of /proc/<pid>/status, in bytes. */
export function parsePeakResident(status: string): number | undefined {
  const kilobytes = exec(/^VmHWM:\s*(\d+) kB$/m, status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

/**
 * In bytes; undefined where it is not known. On Linux not from `process.resourceUsage`: that figure is
 * handed on when a process starts another, so that each child of a large program seems as large.
 */
export function ownPeakRssBytes(): number | undefined {
  if (process.platform !== 'linux') return resourceUsage().maxRSS * 1024;
  try {
    return parsePeakResident(readNow('/proc/self/status', 'utf8'));
  } catch {
    // No /proc mounted: the figure is not known.
    return undefined;
  }
}
