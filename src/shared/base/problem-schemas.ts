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

/** Why something of the machine can't be read. */
export const readerFaultSchema = z.preprocess(
  (value) => (typeof value === 'string' ? { code: 'text', said: value } : value),
  z
    .discriminatedUnion('code', [
      /** Its thread or process has ended. */
      z.object({ code: z.literal('ended') }),
      /** The system's name for what failed: `EACCES`. */
      z.object({ code: z.literal('not-read'), path: shortText, errno: shortText }),
      z.object({ code: z.literal('not-opened'), path: shortText, errno: shortText }),
      z.object({ code: z.literal('nul-path') }),
      /** Other users' processes are hidden. */
      z.object({ code: z.literal('hidden') }),
      /** A file of the kernel's without any figure. */
      z.object({ code: z.literal('no-figures') }),
      z.object({ code: z.literal('linux-only'), platform: shortText }),
      z.object({ code: z.literal('untold'), platform: shortText }),
      /** Nothing else is known. */
      z.object({ code: z.literal('unknown') }),
      /** It can be read, and comes from the runtime. */
      z.object({ code: z.literal('from-runtime') }),
      /** What another program said, or an earlier version. */
      z.object({ code: z.literal('text'), said: longText }),
    ])
    .meta({ id: 'reader-fault' }),
);

export type ReaderFault = z.infer<typeof readerFaultSchema>;

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

/** What can be wrong with a part of a message between processes, without arguments. */
export const partFaults = [
  'no-text',
  'no-flag',
  'no-object',
  'no-list',
  'no-column',
  'many-rows',
  'no-worker',
  'before-start',
  'not-a-row-each',
  'no-number',
  'no-host-type',
  'no-sampler-type',
  'no-probe-type',
  'no-number-array',
  'no-cores',
  'no-loopback',
  'no-method',
  'no-reason',
] as const;

const part = shortText;
const wanted = z.enum(['int', 'number']);

/** Why a message of another process is none. Reports had sentences before. */
export const messageFaultSchema = z.preprocess(
  (value) => (typeof value === 'string' ? { code: 'text', said: value } : value),
  z
    .discriminatedUnion('code', [
      z.object({ code: z.literal('no-message') }),
      z.object({ code: z.enum(partFaults), part }),
      /** Numbers as texts: they may be any. */
      z.object({
        code: z.literal('range'),
        part,
        value: shortText,
        wanted,
        min: shortText,
        max: shortText,
      }),
      z.object({
        code: z.literal('wrong-type'),
        part,
        wanted,
        value: z.discriminatedUnion('kind', [
          z.object({ kind: z.enum(['list', 'object', 'function']) }),
          z.object({ kind: z.literal('text'), text: shortText }),
        ]),
      }),
      z.object({ code: z.literal('none-of'), part, known: shortText }),
      z.object({ code: z.literal('many-entries'), part, most: count }),
      z.object({ code: z.literal('other-rows'), part, rows: count, length: count }),
      z.object({ code: z.literal('worker-twice'), part, worker: index }),
      z.object({ code: z.literal('no-rows'), part, width: count }),
      z.object({
        code: z.literal('other-unit'),
        part,
        unit: shortText,
        quantity: shortText,
        wanted: shortText,
      }),
      z.object({ code: z.literal('text'), said: longText }),
    ])
    .meta({ id: 'message-fault' }),
);

export type MessageFault = z.infer<typeof messageFaultSchema>;
