// Defines the warnings of a report: one fact for each warning, with the figures that it follows from, and what it
// is about. Cells are named by their ids.
import { z } from 'zod';
import {
  amount,
  count,
  figure,
  index,
  boundedList,
  longText,
  ns,
  ratio,
  share,
  shortText,
} from '../base/data-schemas';
import { saidAsSchema } from './facts';
import { trialStatuses } from './statuses';

/** Everything a run can be warned about. */
export const warningKinds = [
  'outliers',
  'drift',
  'modes',
  'few-trials',
  'imprecise',
  'coarse-timer',
  'load',
  'stood-still',
  'throttling',
  'frequency',
  'swap',
  'missed-samples',
  'failed-trials',
  'ended-early',
  'not-measured',
  'quota',
  /** Variables of the environment that slow the children down or limit them. */
  'environment',
  /** From a report of version 1, which had sentences only. */
  'earlier',
] as const;

export type WarningKind = (typeof warningKinds)[number];

/** What a variable of the environment, or an option in it, does to what is measured. */
export const environmentEffects = [
  'slower',
  'memory-limit',
  'more-code',
  'debugger',
  'libraries',
  'slower-python',
] as const;

export type EnvironmentEffect = (typeof environmentEffects)[number];

/** Why trials are missing: somebody stopped the run, or it ended by itself. */
const cause = z.enum(['stop', 'failure']);

const cell = shortText;
const shortTimes = boundedList(z.object({ cell, ns }));
const group = z.object({ trials: count, medianNs: ns });

/** Every fact of a warning. */
const facts = {
  /** Trials far from their cell's median; `ratio` is the cold time over it. */
  outliers: { trials: boundedList(z.object({ cell, trial: index, ratio })) },
  /** How times changed from the first third of the run to the last; without a cell those of all together. */
  drift: { cell: cell.optional(), change: figure, p: share },
  modes: { cell, low: group, high: group },
  'one-trial': { cells: boundedList(cell) },
  'few-trials': { cells: boundedList(cell), least: count },
  imprecise: {
    /** Half the interval over the median. */
    wanted: amount,
    /** The experiment asked for it. */
    asked: z.boolean(),
    cells: boundedList(z.object({ cell, halfWidth: amount, trials: count })),
  },
  'coarse-timer': {
    /** What one reading of the clock takes. */
    readNs: ns,
    /** Cells by their median task. */
    tasks: shortTimes,
    /** Cells by their median cold time. */
    cold: shortTimes,
  },
  load: {
    /** Processes of other runs of Corelane that were under way meanwhile. */
    otherRuns: boundedList(index),
    /** What other processes took while trials ran, in cores on average. */
    others: z
      .object({
        cores: amount,
        /** They took enough to be warned of. */
        disturbing: z.boolean(),
        processes: boundedList(z.object({ name: shortText, pid: index, cores: amount })),
      })
      .optional(),
    /** Cells whose workers waited for a core though there were enough, and for which share of the time. */
    queued: boundedList(z.object({ cell, share: amount })),
    /** The load average over a minute; there where nothing is known of other processes. */
    loadAverage: z.object({ load: amount, usableCores: amount }).optional(),
  },
  'stood-still': { longestNs: ns, trials: count },
  /** Held back by the quota of the control group. */
  'throttled-by-quota': { ns, trials: count },
  'throttled-by-heat': { times: count, trials: count },
  /** What a hypervisor took of the time of the cores in use. */
  stolen: { share: amount },
  frequency: {
    /** Cells in which it changed from trial to trial. */
    cells: boundedList(z.object({ cell, lowMhz: amount, highMhz: amount })),
    /** The frequency governor, where it is none for steady times. */
    governor: shortText.optional(),
  },
  swap: { pages: count, trials: count },
  'missed-samples': {
    /** More than this share of them is warned of. */
    limit: share,
    /** Over the run. */
    run: z.object({ missed: count, due: count, worstLateNs: ns }).optional(),
    /** In single trials. */
    trials: z.object({ trials: count, most: share }).optional(),
  },
  'failed-trials': {
    cell,
    failed: count,
    trials: count,
    /** They were of empty tasks. */
    empty: z.boolean(),
    /** The number of the first that failed, and how it ended. */
    first: index,
    status: z.enum(trialStatuses),
    /** The cell can't run this work by its nature. */
    unfit: z.boolean(),
  },
  'ended-early': { ended: count, planned: count, cause },
  'not-measured': { cells: boundedList(cell), cause },
  /** A quota leaves so many of the cores. */
  quota: { quotaCores: amount, cores: count },
  environment: {
    effect: z.enum(environmentEffects),
    settings: boundedList(z.object({ variable: shortText, option: shortText.optional() })),
  },
} as const;

type Kind = keyof typeof facts;

/** The text stands beside the warning, not in its fact. */
const schemaOf = <K extends Kind>(kind: K) => z.object({ kind: z.literal(kind), ...facts[kind] });

/** What an earlier version had as texts only. */
const textSchema = z.object({ kind: z.literal('text'), text: longText, advice: longText });

export const warningFactSchema = z.discriminatedUnion('kind', [
  schemaOf('outliers'),
  schemaOf('drift'),
  schemaOf('modes'),
  schemaOf('one-trial'),
  schemaOf('few-trials'),
  schemaOf('imprecise'),
  schemaOf('coarse-timer'),
  schemaOf('load'),
  schemaOf('stood-still'),
  schemaOf('throttled-by-quota'),
  schemaOf('throttled-by-heat'),
  schemaOf('stolen'),
  schemaOf('frequency'),
  schemaOf('swap'),
  schemaOf('missed-samples'),
  schemaOf('failed-trials'),
  schemaOf('ended-early'),
  schemaOf('not-measured'),
  schemaOf('quota'),
  schemaOf('environment'),
  textSchema,
]);

export type WarningFact = z.infer<typeof warningFactSchema>;

/** The fact of one kind. */
export type WarningFactOf<K extends WarningFact['kind']> = Extract<
  WarningFact,
  { readonly kind: K }
>;

export const warningSchema = saidAsSchema(
  z.object({
    kind: z.enum(warningKinds),
    /** What was seen, with the figures. */
    fact: warningFactSchema,
    /** Ids of the cells it is about; none where it is about the whole run. */
    cells: boundedList(shortText),
    /** Numbers of the trials it is about. */
    trials: boundedList(index),
  }),
  ['text', 'advice'],
);

export type Warning = z.infer<typeof warningSchema>;

type Place = readonly [place: readonly PropertyKey[], id: string];

/** The ids of the cells that a warning's fact names, each with its place in the fact. */
export function cellsOfWarning(fact: WarningFact): readonly Place[] {
  const found: Place[] = [];
  for (const [key, value] of Object.entries(fact)) {
    if (key === 'cell' && typeof value === 'string') found.push([[key], value]);
    if (!Array.isArray(value)) continue;
    for (const [at, entry] of (value as readonly unknown[]).entries()) {
      if (key === 'cells' && typeof entry === 'string') found.push([[key, at], entry]);
      if (hasCell(entry)) found.push([[key, at, 'cell'], entry.cell]);
    }
  }
  return found;
}

const hasCell = (entry: unknown): entry is { readonly cell: string } =>
  typeof entry === 'object' && entry !== null && 'cell' in entry && typeof entry.cell === 'string';
