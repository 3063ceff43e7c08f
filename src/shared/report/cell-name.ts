// How a fact names a cell: by what it is, or as somebody else called it.
import { z } from 'zod';
import { shortText } from '../base/data-schemas';
import type { NamedCell, CellName } from '../experiment/cells';
import { pythonCellSchema } from '../experiment/python-schema';
import { placements, strategyKinds } from '../experiment/strategies';

/** The most workers of a cell that a report may tell of: tasks at once on one event loop included. */
export const maxWorkers = 10_000;

/** Of one kind; together they have a limit of their own, see report-checks. */
export const workerCount = z.int().min(1).max(maxWorkers);

/** What a cell is called by. */
export const namedCellShape = {
  strategy: z.enum(strategyKinds),
  workers: workerCount,
  topology: z.object({
    processes: workerCount,
    threads: workerCount,
    concurrency: workerCount,
  }),
  placement: z.enum(placements),
  /** How its tasks run in Python; absent where they run in Node.js. */
  python: pythonCellSchema.optional(),
};

const namedCellSchema: z.ZodType<NamedCell> = z.object(namedCellShape);

/** A cell, or a name. */
export const cellNameSchema: z.ZodType<CellName> = z.union([shortText, namedCellSchema]);
