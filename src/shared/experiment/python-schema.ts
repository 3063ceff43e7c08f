// Defines what a report holds about Python.
import { z } from 'zod';
import { count, shortText } from '../base/data-schemas';
import type { Interpreter, PythonCell } from './python';
import { startMethods } from './strategies';

export const interpreterSchema: z.ZodType<Interpreter> = z.object({
  id: shortText,
  path: shortText,
  version: shortText,
  implementation: shortText,
  freeThreaded: z.boolean(),
  gil: z.boolean(),
  startMethods: z.array(z.enum(startMethods)).max(startMethods.length),
  subInterpreters: z.boolean(),
  environment: shortText.optional(),
});

export const pythonCellSchema: z.ZodType<PythonCell> = z.object({
  interpreter: shortText,
  path: shortText,
  startMethod: z.enum(startMethods).optional(),
  chunk: count.optional(),
});
