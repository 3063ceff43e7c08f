// The report a run leaves: one versioned schema, every array of samples a column.
import { z } from 'zod';
import { bottleneckSchema } from './bottleneck';
import { breakEvenSchema } from './break-even';
import {
  amount,
  bytes,
  columns,
  count,
  index,
  boundedList,
  longText,
  moment,
  ns,
  ratio,
  shortText,
} from '../base/data-schemas';
import { emptyLists } from '../base/table';
import { experimentSchema } from '../experiment/experiment';
import {
  comparisonSchema,
  ratioSchema,
  scalingSchema,
  splitSchema,
  utilisations,
} from './findings';
import { runStatuses, trialStatuses } from './statuses';
import { machineSchema } from './machine';
import { saidAsSchema } from './facts';
import { failureSchema, withFailure } from './failures';
import { noteSchema } from './notes';
import { reducedRowsSchema, taskTimesSchema } from './reduced';
import { sampleTables, spanTable, tableSchema } from './tables';
import { interpreterSchema } from '../experiment/python-schema';
import { namedCellShape } from './cell-name';
import { verdictSchema } from './verdict';
import { warningSchema } from './warnings';

export const reportVersion = 3;

const evidenceFieldsSchema = z.object({
  failure: failureSchema,
  worker: index.optional(),
  task: index.optional(),
  pid: index.optional(),
  /** Windows has codes up to 2³². */
  exitCode: z.int().optional(),
  signal: shortText.optional(),
  stack: longText.optional(),
  stderrTail: longText.optional(),
});

/** Files have its failure in words beside it as `message`; earlier ones have nothing else. */
const evidenceSchema = z.preprocess(withFailure, saidAsSchema(evidenceFieldsSchema, ['message']));

const phasesSchema = z.object({ spawnNs: ns, readyNs: ns, runNs: ns, collectNs: ns, joinNs: ns });

/** See `Interference` in live.ts. */
const surroundingsSchema = z.object({
  spanNs: ns,
  othersCpuNs: ns.optional(),
  others: boundedList(z.object({ pid: index, name: shortText, cpuNs: ns })).optional(),
  stolenNs: ns.optional(),
  swappedPages: count.optional(),
  throttledNs: ns.optional(),
  thermalThrottles: count.optional(),
  frequencyMhz: amount.optional(),
});

const trialSchema = z.object({
  /** Index in the run's order. */
  trial: index,
  /** Same as `trial`: its place in the interleaved order. */
  order: index,
  round: index,
  warmup: z.boolean(),
  status: z.enum(trialStatuses),
  evidence: evidenceSchema.optional(),
  /** The decision, on the run's clock. */
  startNs: ns.optional(),
  endNs: ns,
  coldNs: ns.optional(),
  warmNs: ns.optional(),
  phases: phasesSchema.optional(),
  cpuUserNs: ns.optional(),
  cpuSystemNs: ns.optional(),
  cpuWarmNs: ns.optional(),
  peakRssBytes: bytes.optional(),
  parentResult: longText.optional(),
  peakPssBytes: bytes.optional(),
  peakPrivateBytes: bytes.optional(),
  leftPssBytes: bytes.optional(),
  /** Everything stood still for that long meanwhile: it counts nowhere. */
  stoodStillNs: ns.optional(),
  /** What was odd without being a reason to discard the trial; each stands once in `run.notes` too. */
  notes: boundedList(noteSchema).optional(),
  split: splitSchema.optional(),
  surroundings: surroundingsSchema.optional(),
  workers: boundedList(
    z.object({
      worker: index,
      host: index,
      thread: index,
      pid: index,
      tid: index.optional(),
    }),
  ),
  spans: tableSchema(spanTable),
  /** Of all its tasks; there only where `spans` lists some of them. */
  taskTimes: taskTimesSchema.optional(),
});

/** Order statistics of one figure over a cell's measured, successful trials. */
const summarySchema = z.object({
  n: count,
  mean: ns.optional(),
  median: ns,
  /** Median absolute deviation from the median, not scaled. */
  mad: ns,
  min: ns,
  max: ns,
  /** Percentiles, definition 7 of Hyndman & Fan. */
  p5: ns.optional(),
  p25: ns.optional(),
  p75: ns.optional(),
  p95: ns.optional(),
  /** 95 % interval of the median; absent with fewer than 3 trials. */
  low: ns.optional(),
  high: ns.optional(),
  /** How often it holds the median, where trials are too few for 95 % (below 6): it is their range then. */
  confidence: z.number().min(0).max(1).optional(),
});

const cellSchema = z.object({
  id: shortText,
  ...namedCellShape,
  /** Each task is a process of its own, which the samples do not see. */
  programs: z.literal(true).optional(),
  medianWarmNs: ns.optional(),
  medianColdNs: ns.optional(),
  /** Serial's median warm time divided by this cell's. */
  speedup: ratio.optional(),
  /** Serial's median cold time divided by this cell's. */
  speedupCold: ratio.optional(),
  warm: summarySchema.optional(),
  cold: summarySchema.optional(),
  warmRatio: ratioSchema.optional(),
  coldRatio: ratioSchema.optional(),
  /** Median CPU time, user and system, of the whole trial. */
  medianCpuNs: ns.optional(),
  /** Median of CPU time over wall time between go and the last result in. */
  coresBusy: amount.optional(),
  medianPeakPssBytes: bytes.optional(),
  medianPeakPrivateBytes: bytes.optional(),
  /** Numbers of the trials whose cold time is an outlier; they count like the others. */
  outliers: boundedList(index),
  againstSerial: comparisonSchema.optional(),
  againstBest: comparisonSchema.optional(),
  /** How the average worker spent the run phase of the median trial. */
  split: splitSchema.optional(),
  utilisation: z.enum(utilisations).optional(),
  bottleneck: bottleneckSchema.optional(),
  trials: boundedList(trialSchema),
  /** The same number of tasks that do nothing: what the strategy itself costs. Nothing is subtracted. */
  empty: z.object({ cold: summarySchema.optional(), warm: summarySchema.optional() }).optional(),
  emptyTrials: boundedList(trialSchema),
});

const samplesSchema = z.object({
  /** Kernel numbers of the cores, in the order of `cores.busy`. */
  coreIds: columns.index,
  cores: tableSchema(sampleTables.cores),
  workers: tableSchema(sampleTables.workers),
  processes: tableSchema(sampleTables.processes),
  /** Earlier reports of this version have none. */
  resident: tableSchema(sampleTables.resident).default(() => emptyLists(sampleTables.resident)),
  heaps: tableSchema(sampleTables.heaps),
  loop: tableSchema(sampleTables.loop),
  /** What has fewer rows than were taken. */
  reduced: reducedRowsSchema.optional(),
});

export const reportSchema = z.object({
  schema: z.literal('corelane.report'),
  version: z.literal(reportVersion),
  id: shortText,
  createdAt: moment,
  program: z.object({
    name: z.literal('corelane'),
    version: shortText,
    shell: z.enum(['app', 'cli']),
    /** e.g. `electron 25.1.1 (node 18.15.0)` */
    runtime: shortText,
  }),
  environment: machineSchema,
  /** The Pythons that its cells ran in. */
  interpreters: boundedList(interpreterSchema).optional(),
  experiment: experimentSchema,
  run: saidAsSchema(
    z.object({
      status: z.enum(runStatuses),
      /** Why it ended early; files have it in words beside it as `message`. */
      failure: failureSchema.optional(),
      startedAt: moment,
      durationNs: ns,
      /** CPU time of the leading process (the app's own, or the CLI's) during the run. */
      ownCpuNs: ns.optional(),
      /** CPU time of the processes that drew the app's window during the run. */
      windowCpuNs: ns.optional(),
      sampler: z.object({ cpuNs: ns, ticks: count, missed: count, worstLateNs: ns }).optional(),
      /** Processes of other runs of this user that were under way meanwhile. */
      otherRuns: boundedList(index).optional(),
      notes: boundedList(noteSchema),
    }),
    ['message'],
  ),
  cells: boundedList(cellSchema),
  scaling: boundedList(scalingSchema),
  breakEven: breakEvenSchema.optional(),
  warnings: boundedList(warningSchema),
  samples: samplesSchema,
  verdict: verdictSchema,
});

export type Report = z.infer<typeof reportSchema>;
export type CellReport = Report['cells'][number];
export type TrialReport = CellReport['trials'][number];
export type ReportSamples = Report['samples'];
export type Summary = z.infer<typeof summarySchema>;
export type { RatioEstimate } from './findings';
export type { Verdict } from './verdict';
