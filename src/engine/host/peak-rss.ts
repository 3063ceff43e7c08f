// The largest resident size the calling process has had.
import { readText } from '../probe/read-text';
import { parsePeakResident } from '../probe/system-text';

/**
 * In bytes; undefined where it is not told. On Linux not from `process.resourceUsage`: that figure is
 * handed on when a process starts another, so that each child of a large program seems as large.
 */
export function ownPeakRssBytes(): number | undefined {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  const status = readText('/proc/self/status');
  return status.ok ? parsePeakResident(status.value) : undefined;
}
