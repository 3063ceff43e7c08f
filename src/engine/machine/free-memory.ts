// Reads how much memory is free: what the machine has available, or less where a control group limits it.
import { freemem } from 'node:os';
import { parseMemoryLimit, readCgroupFolders } from './cgroup';
import { readText, type ReadText } from './read-text';
import { parseAvailableMemory } from './system-text';
import { wholeNumber } from './whole-number';

/** A group's limit, its use, and its file cache that is given back on demand, in versions 2 and 1. */
const files = [
  { limit: 'memory.max', used: 'memory.current', cache: /^inactive_file (\d+)$/m },
  {
    limit: 'memory.limit_in_bytes',
    used: 'memory.usage_in_bytes',
    cache: /^total_inactive_file (\d+)$/m,
  },
] as const;

function leftInGroup(folder: string, read: ReadText): readonly number[] {
  return files.flatMap((names) => {
    const limit = read(`${folder}/${names.limit}`);
    const used = read(`${folder}/${names.used}`);
    const limitBytes = limit.ok ? parseMemoryLimit(limit.value) : undefined;
    const usedBytes = used.ok ? wholeNumber(used.value) : undefined;
    if (limitBytes === undefined || usedBytes === undefined) return [];
    const stat = read(`${folder}/memory.stat`);
    const cached = stat.ok ? (wholeNumber(names.cache.exec(stat.value)?.[1]) ?? 0) : 0;
    return [Math.max(0, limitBytes - Math.max(0, usedBytes - cached))];
  });
}

/**
 * Memory in bytes that can be had without swapping and within every limit of this process's control groups.
 * @param elsewhere gives it where there is no /proc
 */
export function readFreeMemory(
  read: ReadText = readText,
  elsewhere: () => number = freemem,
): number {
  const meminfo = read('/proc/meminfo');
  const available = meminfo.ok ? parseAvailableMemory(meminfo.value) : undefined;
  const left = readCgroupFolders(read).memory.flatMap((folder) => leftInGroup(folder, read));
  return Math.min(available ?? elsewhere(), ...left);
}
