// Defines what replaces rows that a run's budget has no room for, in a report and in the live stream.
import { z } from 'zod';
import { count, boundedList, ns, issueOf } from '../base/data-schemas';

/** More steps than from a nanosecond to the end of time. */
const maxSteps = 1000;

/** What all tasks of a trial took, where its spans are some of them. In nanoseconds. */
export const taskTimesSchema = z.object({
  /** How many ended. */
  tasks: count,
  minNs: ns,
  /** The shortest above 0. */
  leastNs: ns.optional(),
  p5Ns: ns,
  medianNs: ns,
  p95Ns: ns,
  maxNs: ns,
  /** How many took at least `fromNs` and less than the next; eight steps to a doubling. */
  histogram: z
    .object({ fromNs: boundedList(ns, maxSteps), tasks: boundedList(count, maxSteps) })
    .superRefine(({ fromNs, tasks }, context) => {
      if (fromNs.length !== tasks.length) context.addIssue(issueOf({ code: 'uneven-columns' }));
    }),
});

export type TaskTimes = z.output<typeof taskTimesSchema>;

export const rowKinds = ['cores', 'workers', 'processes', 'resident', 'heaps', 'loop'] as const;

export type RowKind = (typeof rowKinds)[number];

/** Rows that were taken and rows that are left of them, joined in pairs or left out with their trial. */
const rowsSchema = z
  .object({ taken: count, kept: count })
  .superRefine(({ taken, kept }, context) => {
    if (kept > taken) context.addIssue(issueOf({ code: 'more-rows' }));
  });

/** By kind of sample; what is absent has every row. */
export const reducedRowsSchema = z.object({
  cores: rowsSchema.optional(),
  workers: rowsSchema.optional(),
  processes: rowsSchema.optional(),
  resident: rowsSchema.optional(),
  heaps: rowsSchema.optional(),
  loop: rowsSchema.optional(),
});

export type ReducedRows = z.output<typeof reducedRowsSchema>;
