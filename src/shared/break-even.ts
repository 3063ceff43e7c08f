// The break-even map: where, by size of a task and number of tasks, workers begin to pay.
import { z } from 'zod';

/** Who is fastest at a point; `undecided` where no difference from another was found. */
export const winners = ['serial', 'threads', 'processes', 'undecided'] as const;

export type Winner = (typeof winners)[number];

const estimateSchema = z.object({
  ratio: z.number(),
  low: z.number().optional(),
  high: z.number().optional(),
});

export const breakEvenPointSchema = z.object({
  tasks: z.number(),
  /** Value of the workload's size parameter. */
  size: z.number(),
  /** Serial's median cold time over the number of tasks: the measured size of one task. */
  taskNs: z.number(),
  /** Cold times of every trial here, by cell. */
  times: z.array(z.object({ cell: z.string(), coldNs: z.array(z.number()) })),
  winner: z.enum(winners),
  /** Where undecided: the ways between which no difference was found. */
  between: z.array(z.enum(['serial', 'threads', 'processes'])).optional(),
  /** Serial's median over that of the fastest parallel way: above 1 where workers pay. */
  gain: estimateSchema.optional(),
});

export type BreakEvenPoint = z.infer<typeof breakEvenPointSchema>;

/** From which size of a task one strategy beats serial at one number of tasks. */
const crossingSchema = z.object({
  strategy: z.enum(['threads', 'processes']),
  /** The largest size at which it was not faster yet; absent where it was at every size. */
  belowNs: z.number().optional(),
  /** The smallest size from which on it was faster; absent where it never was. */
  fromNs: z.number().optional(),
  /** The same two as values of the size parameter. */
  belowSize: z.number().optional(),
  fromSize: z.number().optional(),
});

export type Crossing = z.infer<typeof crossingSchema>;

export const breakEvenSchema = z.object({
  /** Name of the workload's parameter that was varied. */
  parameter: z.string(),
  /** Ids of the cells compared: serial, threads, processes. */
  cells: z.object({ serial: z.string(), threads: z.string(), processes: z.string() }),
  points: z.array(breakEvenPointSchema),
  columns: z.array(z.object({ tasks: z.number(), crossings: z.array(crossingSchema) })),
  /** The experiment's own work among them: its number of tasks and its size of a task. */
  own: z.object({ tasks: z.number(), taskNs: z.number() }).optional(),
  /** The article's two functions as written, run here. Absent for other workloads. */
  article: breakEvenPointSchema.optional(),
  status: z.enum(['done', 'budget', 'stopped']),
  durationNs: z.number(),
  trials: z.number(),
  /** Trials that a full grid this fine would take. */
  gridTrials: z.number(),
});

export type BreakEven = z.infer<typeof breakEvenSchema>;
