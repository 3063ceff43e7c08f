// What an experiment file says of a person's own code, checked.
import { z } from 'zod';
import { languageOf, type Json } from './own-work';

function isJson(value: unknown): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.every(isJson);
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isJson);
}

const noNul = /^[^\0]*$/;

export const moduleSchema = z.strictObject({
  kind: z.literal('module'),
  path: z
    .string()
    .min(1)
    .max(4096)
    .describe('The file: .ts .mts .cts .js .mjs .cjs or .py, relative to the experiment')
    .superRefine((path, context) => {
      if (languageOf(path) !== undefined && noNul.test(path)) return;
      context.addIssue({
        code: 'custom',
        message: 'is not a file that can be run. Give a .ts, .mts, .cts, .js, .mjs, .cjs or .py.',
      });
    }),
  export: z.string().min(1).max(200).default('default').describe("The function's name"),
  params: z
    .record(z.string(), z.unknown())
    .default({})
    .describe('Given to the function')
    .superRefine((params, context) => {
      if (isJson(params)) return;
      context.addIssue({ code: 'custom', message: 'holds what JSON has no word for.' });
    }),
});

export const commandSchema = z.strictObject({
  kind: z.literal('command'),
  command: z.string().min(1).max(4096).regex(noNul).describe('The program: a name or a path'),
  args: z
    .array(z.string().max(10_000).regex(noNul))
    .max(1000)
    .default([])
    .describe('Its arguments; {index} and {seed} in them are replaced'),
});
