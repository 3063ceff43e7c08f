// The findings as a file: all claims of one machine beside each other, with every figure.
import { z } from 'zod';
import {
  claimIds,
  figureUnits,
  guesses,
  languages,
  measurementIds,
  mostWeight,
  outcomes,
  type Finding,
  type Prediction,
  type Weights,
} from './claims';
import { machineSchema } from './machine';
import { interpreterSchema } from './python-schema';
import { strategyKinds } from './strategies';

export const findingsVersion = 1;

const figureSchema = z.object({
  quantity: z.string(),
  way: z.string(),
  label: z.string(),
  strategy: z.enum(strategyKinds),
  unit: z.enum(figureUnits),
  x: z.number().optional(),
  values: z.array(z.number()),
  note: z.string().optional(),
  runtime: z.string(),
  median: z.number(),
  low: z.number(),
  high: z.number(),
});

const findingSchema: z.ZodType<Finding> = z.object({
  id: z.enum(claimIds),
  claim: z.string(),
  outcome: z.enum(outcomes),
  text: z.string(),
  languages: z.array(
    z.object({ language: z.enum(languages), outcome: z.enum(outcomes), text: z.string() }),
  ),
  figures: z.array(figureSchema),
  notes: z.array(z.string()),
  measuredAt: z.string(),
  measurements: z.array(z.object({ id: z.enum(measurementIds), durationNs: z.number() })),
});

const predictionSchema: z.ZodType<Prediction> = z.object({
  claim: z.enum(claimIds),
  guess: z.enum(guesses),
  madeAt: z.string(),
});

const weight = z.number().min(0).max(mostWeight);

export const weightsSchema: z.ZodType<Weights> = z.strictObject({
  speed: weight,
  memory: weight,
  isolation: weight,
  killability: weight,
  sharing: weight,
});

export const findingsSchema = z.object({
  schema: z.literal('corelane.findings'),
  version: z.literal(findingsVersion),
  createdAt: z.string(),
  program: z.object({
    name: z.literal('corelane'),
    version: z.string(),
    shell: z.enum(['app', 'cli']),
    runtime: z.string(),
  }),
  environment: machineSchema,
  interpreters: z.array(interpreterSchema),
  findings: z.array(findingSchema),
  /** What a person expected before. */
  predictions: z.array(predictionSchema),
  /** How much each criterion matters to that person, from 0; even where absent. */
  weights: weightsSchema.optional(),
});

export type FindingsFile = z.infer<typeof findingsSchema>;
