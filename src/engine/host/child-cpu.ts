// CPU time of the programs that the calling process has started and waited for.
import { readFileSync } from 'node:fs';

/** User and system time, in ns. */
export interface ChildCpu {
  readonly userNs: number;
  readonly systemNs: number;
}

/** The unit of the figures: the kernel counts in ns and shows whole ticks (see `proc(5)`). */
const tickNs = 10_000_000;

/** From the text of /proc/<pid>/stat: fields 16 and 17, behind a name that may hold anything. */
export function parseChildCpu(stat: string): ChildCpu | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // The first of them is the third of all.
  const userNs = Number(fields[16 - 3]) * tickNs;
  const systemNs = Number(fields[17 - 3]) * tickNs;
  return Number.isNaN(userNs + systemNs) ? undefined : { userNs, systemNs };
}

/** Since this process's start; undefined where the platform does not tell. */
export function readChildCpu(): ChildCpu | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    return parseChildCpu(readFileSync('/proc/self/stat', 'latin1'));
  } catch {
    // No /proc mounted: the figure is not known.
    return undefined;
  }
}
