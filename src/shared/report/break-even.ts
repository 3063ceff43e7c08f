// The break-even map: where, by size of a task and number of tasks, workers begin to pay.
import { z } from 'zod';
import {
  bounds,
  columns,
  count,
  boundedList,
  ns,
  ratio,
  shortText,
  whole,
  inRange,
} from '../base/data-schemas';

/** How many tasks: at least one. */
const tasks = whole({ ...bounds.index, min: 1 });

/** How long a task takes: on a logarithmic axis, so above 0. */
const sizeNs = inRange({ ...bounds.exact, min: 0.001 });

/** Who is fastest at a point; `undecided` where no difference from another was found. */
export const winners = ['serial', 'threads', 'processes', 'undecided'] as const;

export type Winner = (typeof winners)[number];

const estimateSchema = z.object({
  ratio,
  low: ratio.optional(),
  high: ratio.optional(),
  /** How often it holds the ratio, where trials are too few for 95 %. */
  confidence: z.number().min(0).max(1).optional(),
});

export const breakEvenPointSchema = z.object({
  tasks,
  /** Value of the workload's size parameter. */
  size: count,
  /** Serial's median cold time over the number of tasks: the measured size of one task. */
  taskNs: sizeNs,
  /** Cold times of every trial here, by cell. */
  times: boundedList(z.object({ cell: shortText, coldNs: columns.ns })),
  winner: z.enum(winners),
  /** Where undecided: the strategies between which no difference was found. */
  between: z.array(z.enum(['serial', 'threads', 'processes'])).optional(),
  /** Serial's median over that of the fastest parallel strategy: above 1 where workers pay. */
  gain: estimateSchema.optional(),
});

export type BreakEvenPoint = z.infer<typeof breakEvenPointSchema>;

/** From which size of a task one strategy beats serial at one number of tasks. */
const crossingSchema = z.object({
  strategy: z.enum(['threads', 'processes']),
  /** The largest size at which it was not faster yet; absent where it was at every size. */
  belowNs: sizeNs.optional(),
  /** The smallest size from which on it was faster; absent where it never was. */
  fromNs: sizeNs.optional(),
  /** The same two as values of the size parameter. */
  belowSize: count.optional(),
  fromSize: count.optional(),
});

export type Crossing = z.infer<typeof crossingSchema>;

export const breakEvenSchema = z.object({
  /** Name of the workload's parameter that was varied. */
  parameter: shortText,
  /** Ids of the cells compared: serial, threads, processes. */
  cells: z.object({ serial: shortText, threads: shortText, processes: shortText }),
  points: boundedList(breakEvenPointSchema),
  columns: boundedList(z.object({ tasks, crossings: boundedList(crossingSchema) })),
  /** The experiment's own work among them: its number of tasks and its size of a task. */
  own: z.object({ tasks, taskNs: sizeNs }).optional(),
  /** The article's two functions as written, run here. Absent for other workloads. */
  article: breakEvenPointSchema.optional(),
  status: z.enum(['done', 'budget', 'stopped']),
  durationNs: ns,
  trials: count,
  /** Trials that a full grid this fine would take. */
  gridTrials: count,
});

export type BreakEven = z.infer<typeof breakEvenSchema>;
