// The report a run leaves: one versioned schema, every array of samples a column.
import { z } from 'zod';
import { breakEvenSchema } from './break-even';
import { experimentSchema } from './experiment';
import {
  bottleneckSchema,
  clauseSchema,
  comparisonSchema,
  ratioSchema,
  scalingSchema,
  splitSchema,
  utilisations,
  warningSchema,
} from './findings';
import { runStatuses, trialStatuses } from './live';
import { machineSchema } from './machine';
import { interpreterSchema, pythonCellSchema } from './python-schema';
import { placements, strategyKinds } from './strategies';

export const reportVersion = 2;

const column = z.array(z.number());
const ns = z.number();

const spansSchema = z.object({ task: column, worker: column, startNs: column, endNs: column });

const evidenceSchema = z.object({
  message: z.string(),
  worker: z.number().optional(),
  task: z.number().optional(),
  pid: z.number().optional(),
  exitCode: z.number().optional(),
  signal: z.string().optional(),
  stack: z.string().optional(),
  stderrTail: z.string().optional(),
});

const phasesSchema = z.object({ spawnNs: ns, readyNs: ns, runNs: ns, collectNs: ns, joinNs: ns });

/** See `TrialSurroundings` in live.ts. */
const surroundingsSchema = z.object({
  spanNs: ns,
  othersCpuNs: ns.optional(),
  others: z.array(z.object({ pid: z.number(), name: z.string(), cpuNs: ns })).optional(),
  stolenNs: ns.optional(),
  swappedPages: z.number().optional(),
  throttledNs: ns.optional(),
  thermalThrottles: z.number().optional(),
  frequencyMhz: z.number().optional(),
});

const trialSchema = z.object({
  /** Index in the run's order. */
  trial: z.number(),
  /** Same as `trial`: its place in the interleaved order. */
  order: z.number(),
  round: z.number(),
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
  peakRssBytes: z.number().optional(),
  parentResult: z.string().optional(),
  peakPssBytes: z.number().optional(),
  peakPrivateBytes: z.number().optional(),
  /** What was odd without being a reason to discard the trial; each stands once in `run.notes` too. */
  notes: z.array(z.string()).optional(),
  split: splitSchema.optional(),
  surroundings: surroundingsSchema.optional(),
  workers: z.array(
    z.object({
      worker: z.number(),
      host: z.number(),
      thread: z.number(),
      pid: z.number(),
      tid: z.number().optional(),
    }),
  ),
  spans: spansSchema,
});

/** Order statistics of one figure over a cell's measured, successful trials. */
const summarySchema = z.object({
  n: z.number(),
  mean: z.number().optional(),
  median: z.number(),
  /** Median absolute deviation from the median, not scaled. */
  mad: z.number(),
  min: z.number(),
  max: z.number(),
  /** Percentiles, definition 7 of Hyndman & Fan. */
  p5: z.number().optional(),
  p25: z.number().optional(),
  p75: z.number().optional(),
  p95: z.number().optional(),
  /** 95 % bootstrap interval of the median; absent with fewer than 3 trials. */
  low: z.number().optional(),
  high: z.number().optional(),
});

const cellSchema = z.object({
  id: z.string(),
  strategy: z.enum(strategyKinds),
  workers: z.number(),
  topology: z.object({ processes: z.number(), threads: z.number(), concurrency: z.number() }),
  placement: z.enum(placements),
  /** How its tasks run in Python; absent where they run in Node.js. */
  python: pythonCellSchema.optional(),
  /** Each task is a process of its own, which the samples do not see. */
  programs: z.literal(true).optional(),
  medianWarmNs: ns.optional(),
  medianColdNs: ns.optional(),
  /** Serial's median warm time divided by this cell's. */
  speedup: z.number().optional(),
  /** Serial's median cold time divided by this cell's. */
  speedupCold: z.number().optional(),
  warm: summarySchema.optional(),
  cold: summarySchema.optional(),
  warmRatio: ratioSchema.optional(),
  coldRatio: ratioSchema.optional(),
  /** Median CPU time, user and system, of the whole trial. */
  medianCpuNs: ns.optional(),
  /** Median of CPU time over wall time between go and the last result in. */
  coresBusy: z.number().optional(),
  medianPeakPssBytes: z.number().optional(),
  medianPeakPrivateBytes: z.number().optional(),
  /** Numbers of the trials whose cold time is an outlier; they count like the others. */
  outliers: z.array(z.number()),
  againstSerial: comparisonSchema.optional(),
  againstBest: comparisonSchema.optional(),
  /** How the average worker spent the run phase of the median trial. */
  split: splitSchema.optional(),
  utilisation: z.enum(utilisations).optional(),
  bottleneck: bottleneckSchema.optional(),
  trials: z.array(trialSchema),
  /** The same number of tasks that do nothing: what the way itself costs. Nothing is subtracted. */
  empty: z.object({ cold: summarySchema.optional(), warm: summarySchema.optional() }).optional(),
  emptyTrials: z.array(trialSchema),
});

const samplesSchema = z.object({
  /** Kernel numbers of the cores, in the order of `cores.busy`. */
  coreIds: column,
  cores: z.object({ atNs: column, spanNs: column, busy: z.array(column) }),
  workers: z.object({
    atNs: column,
    spanNs: column,
    trial: column,
    worker: column,
    onCpuNs: column,
    waitNs: column,
    core: column,
  }),
  processes: z.object({
    atNs: column,
    trial: column,
    pid: column,
    rssBytes: column,
    pssBytes: column,
    privateBytes: column,
  }),
  heaps: z.object({
    trial: column,
    atNs: column,
    worker: column,
    usedBytes: column,
    totalBytes: column,
  }),
  loop: z.object({ atNs: column, maxNs: column }),
});

const verdictSchema = z.object({
  /** One paragraph: what to use, how much faster, what it costs, what limits it, what would change it. */
  text: z.string(),
  kind: z.enum(['faster', 'neither', 'no-difference', 'undecided']),
  /** The cell the verdict names: the one to use. */
  cell: z.string().optional(),
  /** The time the verdict rests on. */
  basis: z.enum(['cold', 'warm']),
  ratio: ratioSchema.optional(),
  /** The text in pieces, each with its evidence. */
  clauses: z.array(clauseSchema),
});

export const reportSchema = z.object({
  schema: z.literal('corelane.report'),
  version: z.literal(reportVersion),
  id: z.string(),
  createdAt: z.string(),
  program: z.object({
    name: z.literal('corelane'),
    version: z.string(),
    shell: z.enum(['app', 'cli']),
    /** e.g. `electron 25.1.1 (node 18.15.0)` */
    runtime: z.string(),
  }),
  environment: machineSchema,
  /** The Pythons that its cells ran in. */
  interpreters: z.array(interpreterSchema).optional(),
  experiment: experimentSchema,
  run: z.object({
    status: z.enum(runStatuses),
    message: z.string().optional(),
    startedAt: z.string(),
    durationNs: ns,
    /** CPU time of the leading process (the app's own, or the CLI's) during the run. */
    ownCpuNs: ns.optional(),
    /** CPU time of the processes that drew the app's window during the run. */
    windowCpuNs: ns.optional(),
    sampler: z
      .object({ cpuNs: ns, ticks: z.number(), missed: z.number(), worstLateNs: ns })
      .optional(),
    notes: z.array(z.string()),
  }),
  cells: z.array(cellSchema),
  scaling: z.array(scalingSchema),
  breakEven: breakEvenSchema.optional(),
  warnings: z.array(warningSchema),
  samples: samplesSchema,
  verdict: verdictSchema,
});

export type Report = z.infer<typeof reportSchema>;
export type CellReport = Report['cells'][number];
export type TrialReport = CellReport['trials'][number];
export type ReportSamples = Report['samples'];
export type Summary = z.infer<typeof summarySchema>;
export type { RatioEstimate } from './findings';
export type Verdict = Report['verdict'];
