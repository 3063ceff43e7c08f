// CPU time that another process has used.
import { AsciiCursor } from './ascii-cursor';
import { tickNs } from './core-times';
import { parseProcess } from './process-table';
import { readText } from './read-text';

/** User and system time of a process since its start, in ns; undefined where that is not told. */
export function readProcessCpuNs(pid: number): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const text = readText(`/proc/${pid}/stat`);
  if (!text.ok) return undefined;
  const bytes = new TextEncoder().encode(text.value);
  const row = parseProcess(new AsciiCursor(bytes), bytes.length);
  return row === undefined ? undefined : row.ownTicks * tickNs;
}
