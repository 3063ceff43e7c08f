// Parses what a Python interpreter answers when it is asked what it is. Anything may stand where a Python is looked
// for, so the answer is data of somebody else's.
import { z } from 'zod';
import { startMethods } from './strategies';

const path = z.string().min(1).max(4096);

/** What every Python answers, however old. */
export const versionSchema = z.object({
  version: z.string().regex(/^\d{1,3}\.\d{1,3}[\w.+-]{0,40}$/),
});

/** What a usable interpreter answers. */
export const pythonAnswerSchema = versionSchema.extend({
  path,
  implementation: z.string().regex(/^[\w.+ -]{1,40}$/),
  freeThreaded: z.boolean(),
  gil: z.boolean(),
  startMethods: z.array(z.enum(startMethods)).max(startMethods.length),
  subInterpreters: z.boolean(),
  environment: path.optional(),
});

export type PythonAnswer = z.output<typeof pythonAnswerSchema>;
