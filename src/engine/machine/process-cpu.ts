// CPU time that a process has used: another one, or this one.
import { AsciiCursor } from './ascii-cursor';
import { tickNs } from './core-times';
import { parseProcess } from './process-table';
import { readText } from './read-text';

/** User and system time of a process since its start, in ns; undefined where that is not known. */
export function readProcessCpuNs(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const text = readText(`/proc/${pid}/stat`);
  if (!text.ok) return undefined;
  const bytes = new TextEncoder().encode(text.value);
  const row = parseProcess(new AsciiCursor(bytes), bytes.length);
  return row === undefined ? undefined : row.ownTicks * tickNs;
}

const microsecond = 1000;

/** Starts counting; the returned function gives the user and system CPU time since then, in ns. */
export function startOwnCpu(): () => number {
  const start = process.cpuUsage();
  return () => {
    const used = process.cpuUsage(start);
    return (used.user + used.system) * microsecond;
  };
}
