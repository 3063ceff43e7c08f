// Chooses what the sampler reads from: /proc, or what the runtime tells where there is none.
import { missingFigures } from './counters';
import { readMachine } from './machine';
import { openProcReaders } from './proc-readers';
import type { Readers } from './readers';
import { openRuntimeReaders } from './runtime-readers';

/** The best readers of this platform, and the figures they cannot give. */
export function openReaders(): {
  readonly readers: Readers;
  readonly missing: ReturnType<typeof missingFigures>;
} {
  const { affinity, logicalCores, counters } = readMachine();
  const proc = openProcReaders(affinity, logicalCores);
  const readers = proc.ok ? proc.value : openRuntimeReaders(affinity);
  return { readers, missing: missingFigures(counters) };
}
