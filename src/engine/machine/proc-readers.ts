// The sampler's readers over /proc. All share one buffer: readings come one after the other.
import { ok } from '@shared/base/result';
import { AsciiCursor } from './ascii-cursor';
import { coreSlots, emptyCoreTimes, parseCoreTimes } from './core-times';
import { ProcFile } from './proc-file';
import type { CoreReader, MemoryReader, Readers, ResidentReader, WorkerReader } from './readers';
import { parsePageBytes, parseSmapsRollup, parseStatm } from './smaps-rollup';
import { parseSchedstat, parseStatField, statFields } from './task-counters';
import { unread, type Reading } from './reading';

/** Longer than any `stat`, `schedstat` or `smaps_rollup`. */
const smallestBuffer = 4096;
/** `cpu` with ten numbers of up to twenty digits. */
const longestCoreLine = 224;

function openCores(buffer: Buffer, ids: readonly number[]): Reading<CoreReader> {
  const file = ProcFile.open('/proc/stat');
  if (!file.ok) return file;
  const cursor = new AsciiCursor(buffer);
  const slots = coreSlots(ids);
  const times = emptyCoreTimes(ids.length);
  return ok({
    ids,
    read: () => {
      parseCoreTimes(cursor, file.value.read(buffer), slots, times);
      return times;
    },
    close: () => file.value.close(),
  });
}

function openWorker(buffer: Buffer, pid: number, tid: number): Reading<WorkerReader> {
  const schedstat = ProcFile.open(`/proc/${pid}/task/${tid}/schedstat`);
  if (!schedstat.ok) return schedstat;
  const stat = ProcFile.open(`/proc/${pid}/task/${tid}/stat`);
  if (!stat.ok) {
    schedstat.value.close();
    return stat;
  }
  const cursor = new AsciiCursor(buffer);
  return ok({
    readTimes: (into) => parseSchedstat(cursor, schedstat.value.read(buffer), into),
    readCore: () => parseStatField(cursor, stat.value.read(buffer), statFields.core),
    close: () => {
      schedstat.value.close();
      stat.value.close();
    },
  });
}

function openResident(buffer: Buffer, pageBytes: number, pid: number): Reading<ResidentReader> {
  const statm = ProcFile.open(`/proc/${pid}/statm`);
  if (!statm.ok) return statm;
  const cursor = new AsciiCursor(buffer);
  return ok({
    readResident: (into) => parseStatm(cursor, statm.value.read(buffer), pageBytes, into),
    close: () => statm.value.close(),
  });
}

function openMemory(buffer: Buffer, pageBytes: number, pid: number): Reading<MemoryReader> {
  const rollup = ProcFile.open(`/proc/${pid}/smaps_rollup`);
  if (!rollup.ok) return rollup;
  const resident = openResident(buffer, pageBytes, pid);
  if (!resident.ok) {
    rollup.value.close();
    return resident;
  }
  return ok({
    read: () => parseSmapsRollup(buffer.toString('latin1', 0, rollup.value.read(buffer))),
    readResident: (into) => resident.value.readResident(into),
    close: () => {
      rollup.value.close();
      resident.value.close();
    },
  });
}

/** The page size of this kernel, as it tells of the first mapping of this process; NaN where it does not. */
function readPageBytes(buffer: Buffer): number {
  const smaps = ProcFile.open('/proc/self/smaps');
  if (!smaps.ok) return Number.NaN;
  const text = buffer.toString('latin1', 0, smaps.value.read(buffer));
  smaps.value.close();
  return parsePageBytes(text);
}

/**
 * Readers over /proc.
 * @param ids the cores to read
 * @param onlineCores how many cores /proc/stat lists
 * @returns a failure where there is no /proc
 */
export function openProcReaders(ids: readonly number[], onlineCores: number): Reading<Readers> {
  const size = Math.max(smallestBuffer, longestCoreLine * (onlineCores + 1));
  const buffer = Buffer.allocUnsafeSlow(size);
  const cores = openCores(buffer, ids);
  if (!cores.ok) return cores;
  const pageBytes = readPageBytes(buffer);
  return ok({
    cores: cores.value,
    openWorker: (pid, tid) => openWorker(buffer, pid, tid),
    openMemory: (pid) => openMemory(buffer, pageBytes, pid),
    openResident: (pid) => openResident(buffer, pageBytes, pid),
  });
}

/** Start time of a process in ticks since boot: with its number, a name no other process has. */
export function readStartTicks(pid: number): Reading<number> {
  const file = ProcFile.open(`/proc/${pid}/stat`);
  if (!file.ok) return file;
  const buffer = Buffer.allocUnsafeSlow(smallestBuffer);
  const length = file.value.read(buffer);
  file.value.close();
  const ticks = parseStatField(new AsciiCursor(buffer), length, statFields.startTicks);
  return Number.isNaN(ticks) ? unread({ code: 'ended' }) : ok(ticks);
}
