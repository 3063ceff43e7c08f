// The schema of what a run says, for reading it back from a journal: parts of the report's schema,
// put together as `LiveEvent` has them.
import { z } from 'zod';
import { defined } from '../base/defined';
import { breakEvenPointSchema } from '../report/break-even';
import { count, index, boundedList, longText, ns, shortText } from '../base/data-schemas';
import type { LiveEvent, PlannedTrial } from '../report/live';
import { runStatuses } from '../report/statuses';
import { textCode } from '../report/facts';
import { splitSchema } from '../report/findings';
import { failureSchema, type Failure } from '../report/failures';
import { noteSchema } from '../report/notes';
import { reducedRowsSchema, taskTimesSchema } from '../report/reduced';
import { reportSchema } from '../report/report';

const trialSchema = reportSchema.shape.cells.element.shape.trials.element;
const samplesSchema = reportSchema.shape.samples;
const { spans, workers, surroundings } = trialSchema.shape;
const { heaps, loop } = samplesSchema.shape;
const trial = index;

/** As `T`, with every property that may be absent there or undefined, as the schema library has it. */
type Loose<T> = T extends readonly (infer Item)[]
  ? readonly Loose<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Loose<T[Key]> | (undefined extends T[Key] ? undefined : never) }
    : T;

/**
 * The schema as one of `T` itself: what was JSON has no property that is undefined, so the difference
 * between absent and undefined is none in what this parses.
 */
function exact<T>(schema: z.ZodType<Loose<T>>): z.ZodType<T> {
  return schema as z.ZodType<unknown> as z.ZodType<T>;
}

export const plannedTrialSchema = exact<PlannedTrial>(
  z.object({
    trial,
    cell: shortText,
    round: index,
    warmup: z.boolean(),
    empty: z.boolean().optional(),
  }),
);

const trialEndSchema = trialSchema
  .omit({
    order: true,
    round: true,
    warmup: true,
    split: true,
    surroundings: true,
    workers: true,
    spans: true,
  })
  .extend({ trial });

const sampleColumnsSchema = z.object({
  cores: samplesSchema.shape.cores,
  workers: samplesSchema.shape.workers,
  memory: samplesSchema.shape.processes,
  resident: samplesSchema.shape.resident,
});

/** Every event but the first, whose facts a journal has at its top. */
export type JournalEvent = Exclude<LiveEvent, { readonly type: 'run-begin' }>;

type Written = JournalEvent['type'];

const textOf = (text: string | undefined): Failure | undefined =>
  text === undefined ? undefined : textCode(text);

/** One schema for each type of event: a new type without one does not compile. */
const byType = {
  note: z
    .object({
      type: z.literal('note'),
      note: noteSchema.optional(),
      /** Journals of version 1 have a sentence. */
      text: longText.optional(),
    })
    .transform(({ type, note, text = '' }) => ({ type, note: note ?? textCode(text) })),
  'trial-begin': z.object({ type: z.literal('trial-begin'), trial, atNs: ns }),
  workers: z.object({ type: z.literal('workers'), trial, workers }),
  spans: z.object({ type: z.literal('spans'), trial, spans }),
  heaps: z.object({ type: z.literal('heaps'), trial, heaps: heaps.omit({ trial: true }) }),
  samples: z.object({
    type: z.literal('samples'),
    samples: sampleColumnsSchema,
    cost: reportSchema.shape.run.shape.sampler,
  }),
  loop: z.object({ type: z.literal('loop'), loop }),
  surroundings: z.object({
    type: z.literal('surroundings'),
    trial,
    surroundings: surroundings.unwrap(),
  }),
  'trial-end': z.object({ type: z.literal('trial-end'), end: trialEndSchema }),
  'task-times': z.object({
    type: z.literal('task-times'),
    trial,
    times: taskTimesSchema,
    split: splitSchema.optional(),
  }),
  reduced: z.object({ type: z.literal('reduced'), rows: reducedRowsSchema }),
  missed: z.object({
    type: z.literal('missed'),
    trial,
    tasks: count,
    rows: count,
  }),
  planned: z.object({
    type: z.literal('planned'),
    order: boundedList(plannedTrialSchema),
    why: z.literal('stood-still').optional(),
  }),
  'break-even': z.object({ type: z.literal('break-even'), point: breakEvenPointSchema }),
  'run-end': z
    .object({
      type: z.literal('run-end'),
      status: z.enum(runStatuses),
      failure: failureSchema.optional(),
      /** Earlier journals have a sentence. */
      message: longText.optional(),
    })
    .transform(({ message, failure = textOf(message), ...event }) => ({
      ...event,
      ...defined({ failure }),
    })),
} satisfies Readonly<Record<Written, z.ZodType>>;

export const journalEventSchema = exact<JournalEvent>(
  z.discriminatedUnion('type', [
    byType.note,
    byType['trial-begin'],
    byType.workers,
    byType.spans,
    byType.heaps,
    byType.samples,
    byType.loop,
    byType.surroundings,
    byType['trial-end'],
    byType['task-times'],
    byType.reduced,
    byType.missed,
    byType.planned,
    byType['break-even'],
    byType['run-end'],
  ]),
);
