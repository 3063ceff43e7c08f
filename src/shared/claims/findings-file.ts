// The findings as a file: all claims of one machine beside each other, with every figure.
import { z } from 'zod';
import {
  claimIds,
  figureUnits,
  quantities,
  guesses,
  languages,
  measurementIds,
  maxWeight,
  outcomes,
  type Finding,
  type Prediction,
  type Weights,
  workerThrows,
} from './claims';
import { claimFactSchema } from './claim-facts';
import { cellNameSchema } from '../report/cell-name';
import { saidAsSchema, saidSchema, textFact } from '../report/facts';
import { claimNoteSchema } from './claim-notes';
import {
  columns,
  figure,
  issueOf,
  boundedList,
  longText,
  moment,
  ns,
  shortText,
} from '../base/data-schemas';
import type { Complaint } from '../base/complaint';
import { explainIssues } from '../experiment/explain-issues';
import { each, isObject, type RawObject } from '../base/raw-data';
import { machineSchema } from '../report/machine';
import { deepest, parseJson } from '../base/parse-json';
import { interpreterSchema } from '../experiment/python-schema';
import { fail, ok, type Result } from '../base/result';
import { strategyKinds } from '../experiment/strategies';
import { findUnfit, type DataLimits } from '../base/unfit-data';

export const findingsVersion = 3;

const programEnd = { signal: shortText.optional(), exitCode: z.int().optional() } as const;

export const figureSchema = saidSchema(
  z
    .object({
      quantity: z.enum(quantities),
      variant: shortText,
      label: cellNameSchema,
      strategy: z.enum(strategyKinds),
      unit: z.enum(figureUnits),
      x: figure.optional(),
      values: columns.figure,
      note: longText.optional(),
      ended: z.object(programEnd).optional(),
      worker: z
        .object({
          ...programEnd,
          running: z.boolean().optional(),
          error: longText.optional(),
          threw: z.enum(workerThrows).optional(),
        })
        .optional(),
      saw: shortText.optional(),
      runtime: shortText,
      median: figure,
      low: figure,
      high: figure,
    })
    .superRefine(({ low, median, high }, context) => {
      if (low <= median && median <= high) return;
      context.addIssue(issueOf({ code: 'median', median }, ['median']));
    }),
);

const languageSchema = saidSchema(
  z.object({
    language: z.enum(languages),
    outcome: z.enum(outcomes),
    facts: boundedList(claimFactSchema),
  }),
);

const findingSchema: z.ZodType<Finding> = saidAsSchema(
  z.object({
    id: z.enum(claimIds),
    outcome: z.enum(outcomes),
    languages: boundedList(languageSchema),
    figures: boundedList(figureSchema),
    notes: boundedList(claimNoteSchema),
    measuredAt: moment,
    measurements: boundedList(z.object({ id: z.enum(measurementIds), durationNs: ns })),
  }),
  ['claim', 'text'],
);

const predictionSchema: z.ZodType<Prediction> = z.object({
  claim: z.enum(claimIds),
  guess: z.enum(guesses),
  madeAt: moment,
});

const weight = z.number().min(0).max(maxWeight);

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
  interpreters: boundedList(interpreterSchema),
  findings: boundedList(findingSchema),
  /** What a user expected before. */
  predictions: boundedList(predictionSchema),
  /** How much each criterion matters to that user, from 0; even where absent. */
  weights: weightsSchema.optional(),
});

export type FindingsFile = z.infer<typeof findingsSchema>;

/** What is as long as a column in findings. */
export const findingsLimits: DataLimits = {
  depth: deepest.other,
  entries: 10_000,
  values: 1_000_000,
  characters: 20_000_000,
  passOver: true,
  columns: new Set(['values', 'affinity']),
};

/** Version 2 has facts where version 1 had sentences; version 3 calls a variant what was a `way`. */
function upgradeFindings(file: unknown): unknown {
  if (!isObject(file)) return file;
  if (file['version'] === 1) {
    const findings = each(file['findings'], factsForSentences);
    return upgradeFindings({ ...file, version: 2, findings });
  }
  if (file['version'] !== 2) return file;
  return { ...file, version: 3, findings: waysAsVariants(file['findings']) };
}

const newKeys: ReadonlyMap<string, string> = new Map([
  ['way', 'variant'],
  ['ways', 'variants'],
]);

/** Renames the keys of figures and facts, which said `way` for a variant. */
export function waysAsVariants(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(waysAsVariants);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [newKeys.get(key) ?? key, waysAsVariants(part)]),
  );
}

function factsForSentences(finding: RawObject): RawObject {
  const { text: _, ...rest } = finding;
  const languages = each(finding['languages'], ({ text, ...language }) => ({
    ...language,
    facts: [{ kind: 'text', text }],
  }));
  return { ...rest, languages, notes: notesAsFacts(finding['notes']) };
}

/** Notes that are sentences as facts. */
export function notesAsFacts(notes: unknown): unknown {
  if (!Array.isArray(notes)) return notes;
  return notes.map((note: unknown) => (typeof note === 'string' ? textFact(note) : note));
}

/** Findings in a file's text: `bad-json`, `too-deep` or, with the place, `bad-findings`. */
export function parseFindings(text: string): Result<FindingsFile> {
  const json = parseJson(text);
  if (!json.ok) return json;
  const unfit = findUnfit(json.value, findingsLimits);
  const value = upgradeFindings(json.value);
  const parsed = unfit === undefined ? findingsSchema.safeParse(value) : undefined;
  if (parsed?.success === true) return ok(parsed.data);
  const issues = parsed === undefined ? [] : explainIssues(parsed.error, value);
  const { path, fault }: Complaint = unfit ?? issues[0] ?? { path: '', fault: { code: 'invalid' } };
  return fail('bad-findings', { fault }, path);
}
