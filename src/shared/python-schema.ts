// What a report holds about Python.
import { z } from 'zod';
import type { Interpreter, PythonCell } from './python';
import { startMethods } from './strategies';

export const interpreterSchema: z.ZodType<Interpreter> = z.object({
  id: z.string(),
  path: z.string(),
  version: z.string(),
  implementation: z.string(),
  freeThreaded: z.boolean(),
  gil: z.boolean(),
  startMethods: z.array(z.enum(startMethods)),
  subInterpreters: z.boolean(),
  environment: z.string().optional(),
});

export const pythonCellSchema: z.ZodType<PythonCell> = z.object({
  interpreter: z.string(),
  path: z.string(),
  startMethod: z.enum(startMethods).optional(),
  chunk: z.number().optional(),
});
