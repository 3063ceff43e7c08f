// What is known about the machine. What the platform does not tell is absent, never guessed.
import { z } from 'zod';

export const machineSchema = z.object({
  platform: z.string(),
  kernel: z.string(),
  arch: z.string(),
  /** As the processor names itself. */
  cpuModel: z.string().optional(),
  /** Logical cores the kernel has online. */
  logicalCores: z.number(),
  /** Kernel numbers of the cores this process may run on. */
  affinity: z.array(z.number()),
  /** CPU quota of the control group, in cores; absent where there is none. */
  quotaCores: z.number().optional(),
  /** What `"cores"` comes to: the affinity mask, and the quota rounded down but at least 1. */
  usableCores: z.number(),
  memoryBytes: z.number(),
  memoryAvailableBytes: z.number().optional(),
  /** Memory limit of the control group; absent where there is none. */
  memoryLimitBytes: z.number().optional(),
  loadAverage: z.tuple([z.number(), z.number(), z.number()]).optional(),
  governor: z.string().optional(),
  frequencyMhz: z.number().optional(),
  /** Length of one tick of the kernel's per-core counters. */
  tickNs: z.number().optional(),
  /** What this machine lets the sampler read, and why not where it does not. */
  counters: z.array(
    z.object({ name: z.string(), readable: z.boolean(), note: z.string().optional() }),
  ),
});

export type MachineInfo = z.infer<typeof machineSchema>;
