// Defines the facts about the machine. What the platform does not reveal is absent, never guessed.
import { z } from 'zod';
import { readerFaultSchema } from '../base/problem-schemas';
import {
  bytes,
  columns,
  index,
  boundedList,
  ns,
  amount,
  longText,
  shortText,
} from '../base/data-schemas';

export const machineSchema = z.object({
  platform: shortText,
  kernel: shortText,
  arch: shortText,
  /** As the processor names itself. */
  cpuModel: shortText.optional(),
  /** Logical cores the kernel has online. */
  logicalCores: index,
  /** Kernel numbers of the cores this process may run on. */
  affinity: columns.index,
  /** CPU quota of the control group, in cores; absent where there is none. */
  quotaCores: amount.optional(),
  /** The value of `"cores"`: the affinity mask, and the quota rounded down but at least 1. */
  usableCores: index,
  memoryBytes: bytes,
  memoryAvailableBytes: bytes.optional(),
  /** Memory limit of the control group; absent where there is none. */
  memoryLimitBytes: bytes.optional(),
  loadAverage: z.tuple([amount, amount, amount]).optional(),
  governor: shortText.optional(),
  frequencyMhz: amount.optional(),
  /** Length of one tick of the kernel's per-core counters. */
  tickNs: ns.optional(),
  /** Variables of the environment that change what a child does, as NODE_OPTIONS; absent where none is set. */
  variables: z.record(shortText, longText).optional(),
  /** What this machine lets the sampler read, and why not where it does not. */
  counters: boundedList(
    z.object({ name: shortText, readable: z.boolean(), note: readerFaultSchema.optional() }),
  ),
});

export type MachineInfo = z.infer<typeof machineSchema>;
