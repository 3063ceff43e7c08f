// What an experiment file says of a person's own code, checked.
import { z } from 'zod';
import { givenNames, isParameterName, namesIn } from './command-arguments';
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

export const commandSchema = z
  .strictObject({
    kind: z.literal('command'),
    command: z.string().min(1).max(4096).regex(noNul).describe('The program: a name or a path'),
    args: z
      .array(z.string().max(10_000).regex(noNul))
      .max(1000)
      .default([])
      .describe('Its arguments; {index}, {seed} and the names of params in them are replaced'),
    params: z
      .record(
        z.string().max(200),
        z.union([z.string().max(10_000).regex(noNul), z.number(), z.boolean()]),
      )
      .optional()
      .describe('What stands for {name} in the arguments'),
  })
  .superRefine(({ args, params = {} }, context) => {
    for (const name of Object.keys(params)) {
      const message = badParameterName(name);
      if (message !== undefined) context.addIssue({ code: 'custom', path: ['params'], message });
    }
    const known = [...givenNames, ...Object.keys(params)];
    for (const [index, arg] of args.entries()) {
      const unknown = namesIn(arg).find((name) => !known.includes(name));
      if (unknown === undefined) continue;
      const listed = known.map((name) => `{${name}}`).join(', ');
      context.addIssue({
        code: 'custom',
        path: ['args', index],
        message: `holds {${unknown}}, which is no parameter. Give one of ${listed}, or write {{${unknown}}} for the text itself.`,
      });
    }
  });

function badParameterName(name: string): string | undefined {
  if (givenNames.some((given) => given === name)) {
    return `gives ${name}, which every task has already. Choose another name.`;
  }
  if (isParameterName(name)) return undefined;
  return `gives "${name}", which can't stand in braces. Begin with a letter, then letters, digits and _.`;
}
