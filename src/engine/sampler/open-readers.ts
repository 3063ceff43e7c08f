// Chooses what the sampler reads from: /proc, or what the runtime reports where there is none.
import type { SystemSnapshotReaders } from './system-snapshot';
import { missingFigures } from '../machine/counters';
import { quotaFolders, readMachine } from '../machine/machine';
import { readFrequency, readMachineCounts } from '../machine/machine-counters';
import { findRuns, noRuns } from './other-runs';
import { openProcReaders } from '../machine/proc-readers';
import { ProcessTable } from '../machine/process-table';
import { unread } from '../machine/reading';
import { readText } from '../machine/read-text';
import type { Readers } from '../machine/readers';
import { openRuntimeReaders } from '../machine/runtime-readers';

/** The best readers of this platform, and the figures they cannot give. */
export function openReaders(): {
  readonly readers: Readers;
  readonly missing: ReturnType<typeof missingFigures>;
} {
  const { affinity, logicalCores, counters } = readMachine();
  const proc = openProcReaders(affinity, logicalCores);
  const readers = proc.ok ? proc.value : openRuntimeReaders(affinity);
  const missing = missingFigures(counters);
  return { readers: withoutZeros(readers, missing), missing };
}

/** Where schedstat is there but keeps no time, its zeros would pass for readings. */
function withoutZeros(readers: Readers, missing: ReturnType<typeof missingFigures>): Readers {
  const noTimes = missing.find(({ what }) => what === 'schedstat');
  if (noTimes === undefined) return readers;
  return { ...readers, openWorker: () => unread(noTimes.why) };
}

/**
 * Returns what a snapshot reads here, of these cores.
 * @param token of this run's mark
 */
export function openSystemSnapshot(cores: readonly number[], token: string): SystemSnapshotReaders {
  if (process.platform !== 'linux') {
    const unknown = unread({ code: 'linux-only', platform: process.platform });
    return {
      processes: () => unknown,
      counts: () => ({}),
      frequencyMhz: () => undefined,
      runs: noRuns,
    };
  }
  const table = new ProcessTable();
  const paths = { cores, cgroupFolders: quotaFolders(readText) };
  return {
    processes: () => table.read(),
    counts: () => readMachineCounts(paths, readText),
    frequencyMhz: () => readFrequency(cores, readText),
    runs: (processes) => findRuns(processes, token),
  };
}
