// Checks what an experiment file says about the user's own code.
import { z } from 'zod';
import { givenNames, isParameterName, namesIn } from './command-arguments';
import { cleanText, quoteText } from '../base/clean-text';
import { issueOf, wrongType } from '../base/data-schemas';
import { maxShown } from '../base/describe-value';
import type { InputFault, PlainFault } from '../base/input-fault';
import { languageOfFile, type JsonObject } from './own-code';
import { experimentLimits, findUnfit, type DataLimits } from '../base/unfit-data';

/** Text that a path, a program's name and its arguments can be: no NUL, and no half of a character. */
const whole = /^(?:[^\0\ud800-\udfff]|[\ud800-\udbff][\udc00-\udfff])*$/;
const wholeText = (most: number) =>
  z
    .string()
    .max(most)
    .regex(whole, 'half-character' satisfies PlainFault);

const objectOnly: DataLimits = { ...experimentLimits, json: true };

/** Any object of what JSON can say; given to the function as it is, whatever its names. */
const params = z
  .custom<JsonObject>()
  .superRefine((value: unknown, context) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return context.addIssue(issueOf(wrongType(value, 'object')));
    }
    const unfit = findUnfit(value, objectOnly);
    if (unfit === undefined) return;
    const { path: place, fault } = unfit;
    context.addIssue(issueOf(place === '' ? fault : { code: 'holds', place, fault }));
  })
  .meta({ type: 'object', additionalProperties: {} });

export const moduleSchema = z.strictObject({
  kind: z.literal('module'),
  path: wholeText(4096)
    .min(1)
    .describe('The file: .ts .mts .cts .js .mjs .cjs or .py, relative to the experiment')
    .superRefine((path, context) => {
      if (languageOfFile(path) !== undefined) return;
      context.addIssue(issueOf({ code: 'not-runnable' }));
    }),
  export: z.string().min(1).max(200).default('default').describe("The function's name"),
  params: params.default({}).describe('Given to the function'),
});

/** On Windows a code has 32 bits, elsewhere 8. */
const maxExitCode = 2 ** 32 - 1;

export const commandSchema = z
  .strictObject({
    kind: z.literal('command'),
    command: wholeText(4096).min(1).describe('The program: a name or a path'),
    args: z
      .array(wholeText(10_000))
      .max(1000)
      .default([])
      .describe('Its arguments; {index}, {seed} and the names of params in them are replaced'),
    params: z
      .record(z.string().max(200), z.union([wholeText(10_000), z.number(), z.boolean()]))
      .optional()
      .describe('What stands for {name} in the arguments'),
    exitCodes: z
      .array(z.int().min(0).max(maxExitCode))
      .min(1)
      .max(100)
      .optional()
      .describe('Exit codes that are no failure, as [0, 1] for grep; 0 where left out'),
  })
  .superRefine(({ args, params = {} }, context) => {
    for (const name of Object.keys(params)) {
      const fault = badParameterName(name);
      if (fault !== undefined) context.addIssue(issueOf(fault, ['params']));
    }
    const known = [...givenNames, ...Object.keys(params)];
    for (const [index, arg] of args.entries()) {
      const unknown = namesIn(arg).find((name) => !known.includes(name));
      if (unknown === undefined) continue;
      const shown = cleanText(unknown, maxShown);
      const listed = cleanText(known.map((name) => `{${name}}`).join(', '), 200);
      const fault = { code: 'no-parameter', name: shown, known: listed } as const;
      context.addIssue(issueOf(fault, ['args', index]));
    }
  });

function badParameterName(name: string): InputFault | undefined {
  if (givenNames.some((given) => given === name)) {
    return { code: 'given-parameter', name };
  }
  if (isParameterName(name)) return undefined;
  return { code: 'bad-parameter', name: quoteText(name, maxShown) };
}
