// Problems that a report keeps, as schemas: their types are those of `problems.ts`.
import { z } from 'zod';
import { boundedList, count, index, longText, shortText } from './data-schemas';
import { fileFaultCodes, type FileFault } from './file-fault';
import type { RunProblem, TextFault } from './problems';

/** Files had sentences before: what has only text stays text. */
export const fileFaultSchema: z.ZodType<FileFault> = z.preprocess(
  (value) => (typeof value === 'string' ? { code: 'other', said: value } : value),
  z
    .union([
      z.object({ code: z.enum(fileFaultCodes) }),
      z.object({ code: z.literal('other'), said: longText }),
    ])
    .meta({ id: 'file-fault' }),
);

const textFaultSchema: z.ZodType<TextFault> = z.union([
  z.object({
    kind: z.enum(['gzip', 'damaged-gzip', 'zeros', 'utf-32', 'utf-16', 'damaged-utf-16']),
  }),
  z.object({
    kind: z.literal('not-utf-8'),
    seems: z.enum(['binary', 'one-byte']),
    byte: shortText,
    line: index,
  }),
]);

const path = longText;
const why = fileFaultSchema;

const schemaOf = <Code extends string, Args extends z.core.$ZodShape>(code: Code, args: Args) =>
  z.object({ code: z.literal(code), args: z.object(args) });

/** Why a run could not begin or go on. */
export const runProblemSchema: z.ZodType<RunProblem> = z
  .discriminatedUnion('code', [
    schemaOf('no-temp-folder', { folder: longText, why }),
    schemaOf('text-not-kept', { path, why }),
    schemaOf('relative-path', { path }),
    schemaOf('remote-path', { path }),
    schemaOf('no-such-file', { path, why }),
    schemaOf('not-bundled', {
      path,
      why: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('said'), said: longText }),
        z.object({ kind: z.literal('text'), name: longText, fault: textFaultSchema }),
      ]),
    }),
    schemaOf('no-such-export', {
      file: longText,
      export: longText,
      exports: boundedList(longText),
    }),
    schemaOf('too-much-code', {
      name: longText,
      what: z.enum(['files', 'names', 'arguments']),
      most: count,
      source: z.enum(['program', 'file']),
    }),
    schemaOf('content-not-read', { path, why }),
    schemaOf('code-changed', { path, how: z.enum(['gone', 'added', 'changed']) }),
    schemaOf('code-unreadable', { path, why }),
  ])
  .meta({ id: 'problem' });
