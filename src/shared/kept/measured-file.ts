// Defines the file of what was measured for claims and is in no finding yet: on disk while claims are tried, so
// that a process that ends in the middle leaves it.
import { z } from 'zod';
import { claimNoteSchema, type ClaimNote } from '../claims/claim-notes';
import { measurementIds, type Figure, type MeasurementId } from '../claims/claims';
import { boundedList, moment, ns } from '../base/data-schemas';
import {
  figureSchema,
  findingsLimits,
  findingsSchema,
  notesAsFacts,
  waysAsVariants,
} from '../claims/findings-file';
import { holderSchema } from './journal';
import { parseJson } from '../base/parse-json';
import { each, isObject, type RawObject } from '../base/raw-data';
import { findUnfit } from '../base/unfit-data';

/** One measurement as it was made. */
export interface MadeMeasurement {
  readonly id: MeasurementId;
  readonly durationNs: number;
  readonly measuredAt: string;
  readonly figures: readonly Figure[];
  readonly notes: readonly ClaimNote[];
}

const madeSchema: z.ZodType<MadeMeasurement> = z.object({
  id: z.enum(measurementIds),
  durationNs: ns,
  measuredAt: moment,
  figures: boundedList(figureSchema),
  notes: boundedList(claimNoteSchema),
});

const { createdAt, program, environment, interpreters } = findingsSchema.shape;

export const measuredVersion = 3;

const measuredSchema = z.object({
  schema: z.literal('corelane.measured'),
  version: z.literal(measuredVersion),
  ...{ createdAt, program, environment, interpreters },
  /** The process that measures. */
  holder: holderSchema,
  measured: boundedList(madeSchema),
});

export type MeasuredFile = z.infer<typeof measuredSchema>;

/** Version 1 had sentences for notes, version 2 a `way` for a variant. */
function upgradeMeasured(file: unknown): unknown {
  if (!isObject(file)) return file;
  if (file['version'] === 1) {
    const asFacts = (one: RawObject): RawObject => ({ ...one, notes: notesAsFacts(one['notes']) });
    return upgradeMeasured({ ...file, version: 2, measured: each(file['measured'], asFacts) });
  }
  if (file['version'] !== 2) return file;
  return { ...file, version: 3, measured: waysAsVariants(file['measured']) };
}

/** Nothing where it is damaged. */
export function parseMeasured(text: string): MeasuredFile | undefined {
  const json = parseJson(text);
  if (!json.ok || findUnfit(json.value, findingsLimits) !== undefined) return undefined;
  const parsed = measuredSchema.safeParse(upgradeMeasured(json.value));
  return parsed.success ? parsed.data : undefined;
}
