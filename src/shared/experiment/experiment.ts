// The experiment: what a `*.corelane.json` file holds. One schema gives the types, the checks,
// the form's limits and the published JSON Schema.
import { issueOf } from '../base/data-schemas';
import { z } from 'zod';
import { commandSchema, moduleSchema } from './own-code-schema';
import { placements, startMethods } from './strategies';
import { workloadKinds, workloadSpec, type Workload, type WorkloadKind } from './workloads';

// The window's content security policy forbids generated code, which the library would try.
z.config({ jitless: true });

/** Limits of the experiment's own figures; the form reads them too. */
export const limits = {
  name: { max: 120 },
  tasks: { min: 1, max: 100_000, default: 16 },
  workers: { min: 1, max: 256 },
  concurrency: { min: 1, max: 10_000 },
  chunk: { min: 1, max: 10_000, default: 1 },
  repeats: { min: 1, max: 100, default: 5 },
  warmup: { min: 0, max: 20, default: 1 },
  emptyRepeats: { min: 0, max: 20, default: 3 },
  precision: { min: 0.001, max: 0.5, default: 0.02 },
  most: { min: 1, max: 1000, default: 15 },
  budgetSeconds: { min: 1, max: 86_400, default: 300 },
  columns: { max: 12 },
  seed: { min: 0, max: 4_294_967_295, default: 1 },
  timeoutSeconds: { min: 0.1, max: 86_400, default: 60 },
  memoryLimitMb: { min: 16, max: 1_048_576, default: 4096 },
  /** 0 takes no samples; a rate below `least` is none: its waits are longer than timers know. */
  hz: { min: 0, least: 0.01, max: 200, default: 25 },
  memoryHz: { min: 0, least: 0.01, max: 20, default: 2 },
} as const;

/** A rate: none, or a sensible one. */
const rate = ({ min, least, max }: { min: number; least: number; max: number }) =>
  z
    .number()
    .min(min)
    .max(max)
    .superRefine((hz, context) => {
      if (hz === 0 || hz < min || hz >= least) return;
      context.addIssue(issueOf({ code: 'rate', hz, least }));
    });

const whole = (range: { min: number; max: number }) => z.int().min(range.min).max(range.max);

const counts = (range: { min: number; max: number }) =>
  z.union([z.literal('cores'), whole(range), z.array(whole(range)).min(1).max(64)]);

const interpreters = z
  .union([z.literal('all'), z.array(z.string().min(1).max(1024)).min(1).max(16)])
  .optional()
  .describe('Which Pythons: versions, paths, or all that are found; without it the first found');

const startMethod = z
  .union([z.enum(startMethods), z.array(z.enum(startMethods)).min(1).max(startMethods.length)])
  .optional()
  .describe('How processes are started; without it, the interpreter default');

const strategySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('serial'), workers: z.literal(1).optional() }),
  z.strictObject({ kind: z.literal('async'), workers: counts(limits.concurrency) }),
  z.strictObject({
    kind: z.literal('threads'),
    workers: counts(limits.workers),
    placement: z.enum(placements).optional(),
  }),
  z.strictObject({ kind: z.literal('processes'), workers: counts(limits.workers) }),
  z
    .strictObject({
      kind: z.literal('hybrid'),
      processes: counts(limits.workers),
      threads: whole(limits.workers).default(2),
    })
    .superRefine(({ processes, threads }, context) => {
      const most = Math.max(0, ...[processes].flat().filter((count) => count !== 'cores'));
      if (most * threads <= limits.workers.max) return;
      const fault = {
        code: 'many-workers',
        ...{ workers: most * threads, processes: most, most: limits.workers.max },
      } as const;
      context.addIssue(issueOf(fault, ['threads']));
    }),
  z.strictObject({
    kind: z.literal('python-serial'),
    workers: z.literal(1).optional(),
    interpreters,
  }),
  z.strictObject({
    kind: z.literal('python-asyncio'),
    workers: counts(limits.concurrency),
    interpreters,
  }),
  z.strictObject({
    kind: z.literal('python-threads'),
    workers: counts(limits.workers),
    interpreters,
  }),
  z.strictObject({
    kind: z.literal('python-processes'),
    workers: counts(limits.workers),
    startMethod,
    interpreters,
  }),
  z.strictObject({
    kind: z.literal('python-pool'),
    workers: counts(limits.workers),
    executor: z.enum(['thread', 'process']).default('process'),
    chunk: whole(limits.chunk).default(limits.chunk.default),
    startMethod,
    interpreters,
  }),
  z.strictObject({
    kind: z.literal('python-interpreters'),
    workers: counts(limits.workers),
    interpreters,
  }),
]);

const scheduleSchema = z.union([
  z.literal('static').transform(() => ({ kind: 'static' as const })),
  z.literal('dynamic').transform(() => ({ kind: 'dynamic' as const, chunk: limits.chunk.default })),
  z.strictObject({ kind: z.literal('static') }),
  z.strictObject({
    kind: z.literal('dynamic'),
    chunk: whole(limits.chunk).default(limits.chunk.default),
  }),
]);

const untilSchema = z
  .strictObject({
    precision: z
      .number()
      .min(limits.precision.min)
      .max(limits.precision.max)
      .default(limits.precision.default)
      .describe('Half the 95 % interval of the median cold time, as a share of it'),
    most: whole(limits.most)
      .default(limits.most.default)
      .describe('Maximum number of measured trials per cell'),
    budgetSeconds: z
      .number()
      .min(limits.budgetSeconds.min)
      .max(limits.budgetSeconds.max)
      .default(limits.budgetSeconds.default)
      .describe('Time limit for all trials; the minimum is always run'),
  })
  .describe('Repeat each cell until its median is this precise; repeats is then the minimum');

const breakEvenSchema = z
  .strictObject({
    tasks: z
      .array(whole(limits.tasks))
      .min(1)
      .max(limits.columns.max)
      .default([2, 8, 32, 128, 512, 2048])
      .describe('Numbers of tasks to search at'),
    workers: z
      .union([z.literal('cores'), whole(limits.workers)])
      .default('cores')
      .describe('Workers of the threads and of the processes'),
    budgetSeconds: z
      .number()
      .min(limits.budgetSeconds.min)
      .max(limits.budgetSeconds.max)
      .default(240)
      .describe('Time limit of the search'),
  })
  .describe('Search the task size from which threads or processes are faster than serial');

function workloadVariant(kind: WorkloadKind) {
  const shape = Object.fromEntries(
    Object.entries(workloadSpec(kind).params).map(([name, spec]) => [
      name,
      whole(spec).default(spec.default).describe(spec.description),
    ]),
  );
  return z.strictObject({
    kind: z.literal(kind),
    params: z.strictObject(shape).prefault({}),
  });
}

const workloadSchema = z.discriminatedUnion('kind', [
  workloadVariant(workloadKinds[0] as WorkloadKind),
  ...workloadKinds.slice(1).map(workloadVariant),
  moduleSchema,
  commandSchema,
]) as unknown as z.ZodType<Workload, unknown>;

/** An experiment file. Defaults are filled in, so a parsed experiment says everything. */
export const experimentSchema = z.strictObject({
  $schema: z.string().max(300).optional(),
  version: z.literal(1),
  name: z.string().trim().min(1).max(limits.name.max),
  workload: workloadSchema,
  tasks: whole(limits.tasks).default(limits.tasks.default),
  strategies: z.array(strategySchema).min(1).max(16),
  schedule: scheduleSchema.default({ kind: 'dynamic', chunk: limits.chunk.default }),
  repeats: whole(limits.repeats).default(limits.repeats.default),
  warmup: whole(limits.warmup).default(limits.warmup.default),
  until: untilSchema.optional(),
  emptyRepeats: whole(limits.emptyRepeats)
    .default(limits.emptyRepeats.default)
    .describe('Trials of each cell with empty tasks: the overhead of its strategy'),
  breakEven: breakEvenSchema.optional(),
  seed: whole(limits.seed).default(limits.seed.default),
  timeoutSeconds: z
    .number()
    .min(limits.timeoutSeconds.min)
    .max(limits.timeoutSeconds.max)
    .default(limits.timeoutSeconds.default)
    .describe('Maximum duration of one trial'),
  memoryLimitMb: z
    .number()
    .min(limits.memoryLimitMb.min)
    .max(limits.memoryLimitMb.max)
    .default(limits.memoryLimitMb.default)
    .describe(
      "Maximum memory (proportional) of a trial's processes together, checked memoryHz times per second",
    ),
  sampling: z
    .strictObject({
      hz: rate(limits.hz)
        .default(limits.hz.default)
        .describe('Samples of cores and workers per second, at least 0.01; 0 takes none'),
      memoryHz: rate(limits.memoryHz)
        .default(limits.memoryHz.default)
        .describe(
          'Readings of memory per second, at least 0.01; 0 reads it only at the end of a trial',
        ),
    })
    .prefault({}),
  placement: z.enum(placements).default('host'),
});

/** An experiment as the engine takes it: every default filled in. */
export type Experiment = z.output<typeof experimentSchema>;

/** An experiment as a user writes it: defaults may be left out. */
export type ExperimentInput = z.input<typeof experimentSchema>;

export type Strategy = Experiment['strategies'][number];

export type Schedule = Experiment['schedule'];

/** When to stop repeating a cell. */
export type Until = NonNullable<Experiment['until']>;

/** What the break-even search covers. */
export type BreakEvenRequest = NonNullable<Experiment['breakEven']>;
