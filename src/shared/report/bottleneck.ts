// Defines the bottleneck of a cell in a report: the largest loss of its cold time, with the figures it follows
// from.
import { z } from 'zod';
import { amount, count, ns, ratio, share } from '../base/data-schemas';
import { factSchema, saidSchema, textFactSchema } from './facts';
import { bottleneckKinds } from './findings';

/** Of the cold time, and how long that is. */
const part = { ns, coldNs: ns } as const;

export const bottleneckFactSchema = z.discriminatedUnion('kind', [
  /** Nothing limits it: the time goes to tasks on a core. */
  factSchema('none', part),
  factSchema('start-up', part),
  factSchema('messaging', part),
  factSchema('imbalance', part),
  factSchema('run-queue', {
    ...part,
    usableCores: amount,
    /** Where there are more of them than usable cores. */
    workers: count.optional(),
    /** Cores that processes outside the run kept busy, where that is worth a word. */
    othersCores: amount.optional(),
    /** How long a quota held tasks back, where it did. */
    throttledNs: ns.optional(),
  }),
  factSchema('waiting', part),
  factSchema('interpreter-lock', {
    ...part,
    usableCores: amount,
    /** Of one process. */
    threads: count,
    /** Cores that these keep busy together. */
    coresBusy: amount,
  }),
  factSchema('memory', {
    ...part,
    /** How long tasks take against serial's. */
    slowdown: ratio,
  }),
  textFactSchema,
]);

export type BottleneckFact = z.infer<typeof bottleneckFactSchema>;

export const bottleneckSchema = saidSchema(
  z.object({
    kind: z.enum(bottleneckKinds),
    /** Share of the cold time that it takes, 0 to 1. */
    share: share.optional(),
    /** The evidence, with the figures. */
    fact: bottleneckFactSchema,
  }),
);

export type Bottleneck = z.infer<typeof bottleneckSchema>;
