// The report a run leaves: one versioned schema, every array of samples a column.
import { z } from 'zod';
import { experimentSchema } from './experiment';
import { runStatuses, trialStatuses } from './live';
import { machineSchema } from './machine';
import { placements, strategyKinds } from './strategies';

export const reportVersion = 1;

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
  peakPssBytes: z.number().optional(),
  peakPrivateBytes: z.number().optional(),
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
  median: z.number(),
  /** Median absolute deviation from the median, not scaled. */
  mad: z.number(),
  min: z.number(),
  max: z.number(),
});

const ratioSchema = z.object({
  ratio: z.number(),
  /** 95 % bootstrap interval of the ratio; absent with fewer than 3 trials on a side. */
  low: z.number().optional(),
  high: z.number().optional(),
});

const cellSchema = z.object({
  id: z.string(),
  strategy: z.enum(strategyKinds),
  workers: z.number(),
  topology: z.object({ processes: z.number(), threads: z.number(), concurrency: z.number() }),
  placement: z.enum(placements),
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
  trials: z.array(trialSchema),
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
  /** One sentence or two: which way won and by how much, or that there is no difference. */
  text: z.string(),
  kind: z.enum(['faster', 'neither', 'no-difference', 'undecided']),
  /** The cell the verdict names: the one to use. */
  cell: z.string().optional(),
  /** The time the verdict rests on. */
  basis: z.enum(['cold', 'warm']),
  ratio: ratioSchema.optional(),
  /** What limits it: a second sentence each. */
  caveats: z.array(z.string()),
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
  experiment: experimentSchema,
  run: z.object({
    status: z.enum(runStatuses),
    message: z.string().optional(),
    startedAt: z.string(),
    durationNs: ns,
    /** CPU time of the leading process (the app's own, or the CLI's) during the run. */
    ownCpuNs: ns.optional(),
    sampler: z
      .object({ cpuNs: ns, ticks: z.number(), missed: z.number(), worstLateNs: ns })
      .optional(),
    notes: z.array(z.string()),
  }),
  cells: z.array(cellSchema),
  samples: samplesSchema,
  verdict: verdictSchema,
});

export type Report = z.infer<typeof reportSchema>;
export type CellReport = Report['cells'][number];
export type TrialReport = CellReport['trials'][number];
export type ReportSamples = Report['samples'];
export type Summary = z.infer<typeof summarySchema>;
export type RatioEstimate = z.infer<typeof ratioSchema>;
export type Verdict = Report['verdict'];
