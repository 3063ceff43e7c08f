// Why a probe came to no end of its own.
import { z } from 'zod';
import { messageFaultSchema } from '../base/problem-schemas';
import { amount, bytes, longText, shortText } from '../base/data-schemas';
import { shortageSchema } from './shortages';

/** Why a probe fails by itself: its worker ended before it answered, or did not answer in shared memory. */
export const probeFaults = ['worker-ended', 'worker-silent'] as const;

export type ProbeFault = (typeof probeFaults)[number];

export const probeFailureSchema = z.discriminatedUnion('kind', [
  /** It said itself why. */
  z.object({ kind: z.literal('fault'), said: longText }),
  z.object({ kind: z.enum(probeFaults) }),
  /** It said what is no answer. */
  z.object({ kind: z.literal('no-answer'), why: messageFaultSchema }),
  z.object({ kind: z.literal('signal'), signal: shortText }),
  /** Windows has codes up to 2³². */
  z.object({ kind: z.literal('exit'), code: z.int() }),
  z.object({
    kind: z.literal('not-started'),
    /** The system's reason. */
    why: longText.optional(),
    lacks: shortageSchema.optional(),
  }),
  z.object({ kind: z.literal('timeout'), seconds: amount }),
  z.object({ kind: z.literal('memory-limit'), heldBytes: bytes, limitBytes: bytes }),
]);

export type ProbeFailure = z.infer<typeof probeFailureSchema>;
