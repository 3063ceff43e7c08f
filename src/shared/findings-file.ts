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
import { columns, figure, list, longText, moment, ns, shortText } from './data-schemas';
import { machineSchema } from './machine';
import { interpreterSchema } from './python-schema';
import { strategyKinds } from './strategies';

export const findingsVersion = 1;

const figureSchema = z.object({
  quantity: shortText,
  way: shortText,
  label: shortText,
  strategy: z.enum(strategyKinds),
  unit: z.enum(figureUnits),
  x: figure.optional(),
  values: columns.figure,
  note: longText.optional(),
  runtime: shortText,
  median: figure,
  low: figure,
  high: figure,
});

const findingSchema: z.ZodType<Finding> = z.object({
  id: z.enum(claimIds),
  claim: longText,
  outcome: z.enum(outcomes),
  text: longText,
  languages: list(
    z.object({ language: z.enum(languages), outcome: z.enum(outcomes), text: longText }),
  ),
  figures: list(figureSchema),
  notes: list(longText),
  measuredAt: moment,
  measurements: list(z.object({ id: z.enum(measurementIds), durationNs: ns })),
});

const predictionSchema: z.ZodType<Prediction> = z.object({
  claim: z.enum(claimIds),
  guess: z.enum(guesses),
  madeAt: moment,
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
  createdAt: moment,
  program: z.object({
    name: z.literal('corelane'),
    version: shortText,
    shell: z.enum(['app', 'cli']),
    runtime: shortText,
  }),
  environment: machineSchema,
  interpreters: list(interpreterSchema),
  findings: list(findingSchema),
  /** What a person expected before. */
  predictions: list(predictionSchema),
  /** How much each criterion matters to that person, from 0; even where absent. */
  weights: weightsSchema.optional(),
});

export type FindingsFile = z.infer<typeof findingsSchema>;
