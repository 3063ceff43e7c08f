// What is said of a task that failed: own code's words, or what Corelane's part of a worker says beside it, as one of a
// closed set of codes with its arguments. `present/words/engine/said.ts` writes the sentences.
import { z } from 'zod';
import { boundedList, count, index, longText, shortText } from './data-schemas';

/** What can stand in the way of a program, without arguments. */
export const programFaultCodes = [
  'folder',
  'not-a-file',
  'not-executable',
  'windows-line-ends',
  'missing',
  'denied',
  'no-program',
  'damaged',
  'unknown',
  'long-arguments',
  'processes',
  'files',
  'system-files',
  'memory',
  'no-folder-on-path',
  'link-circle',
] as const;

const programFaultSchema = z.discriminatedUnion('code', [
  z.object({ code: z.enum(programFaultCodes) }),
  /** The interpreter that a script's first line asks for is not there. */
  z.object({ code: z.literal('no-interpreter'), interpreter: shortText }),
  /** What the system says of it. */
  z.object({ code: z.literal('other'), said: longText }),
]);

const requestFaultSchema = z.discriminatedUnion('code', [
  /** The server answered with another status. */
  z.object({ code: z.literal('status'), status: index.optional(), said: longText }),
  /** Its answer had another length. */
  z.object({ code: z.literal('length'), bytes: count, expected: count }),
  z.object({ code: z.literal('other'), said: longText }),
]);

const args = {
  // What was thrown, where it has no words of its own.
  /** Looking at it throws as well. */
  unreadable: {},
  'empty-text': {},
  /** A number, an object as JSON, `undefined`. */
  value: { value: longText },
  function: { name: shortText.optional() },
  /** An object that JSON can't have, by its first keys; `more` that are not named. */
  object: { keys: boundedList(shortText), more: count },
  /** An error without a message. */
  'no-message': { name: shortText },

  // Of what own code returned and exports.
  'no-checksum': {
    what: z.enum(['function', 'symbol', 'circle', 'generator', 'class', 'instance']),
    /** Of the class. */
    name: shortText.optional(),
    /** In the returned value: `rows[0].go`. */
    place: longText.optional(),
  },
  'nested-too-deep': { levels: count },
  'no-such-export': { file: shortText, export: shortText, exports: boundedList(shortText) },
  /** A class is exported in place of a function. */
  'export-is-class': { file: shortText, export: shortText, class: shortText },
  /** Something else is exported in place of a function. */
  'export-is-value': {
    file: shortText,
    export: shortText,
    what: z.enum(['number', 'text', 'boolean', 'null', 'list', 'object', 'other']),
  },
  /** Node.js refuses a module with a backslash in its path. */
  'backslash-in-path': { path: longText },

  /** Own code has replaced what Node.js needs by one that does not work. */
  replaced: { file: shortText, name: shortText },
  /** Own code has set `Object.prototype.then`. */
  'sets-then': { file: shortText },

  // Of a program that is a task.
  'program-not-started': { command: longText, why: programFaultSchema },
  /** `said`: the end of its standard error; `codes`: exit codes that would make it no failure. */
  'program-ended': {
    command: longText,
    exitCode: z.int(),
    said: longText,
    codes: boundedList(z.int()),
  },
  'program-killed': { command: longText, signal: shortText, said: longText },

  // Of the other workloads.
  'request-failed': { url: longText, why: requestFaultSchema },
  'read-back': { path: longText },
  'on-purpose': { task: index },

  /** A thread ended before its tasks were done. */
  'thread-ended': { exitCode: z.int() },
} as const;

type Shapes = typeof args;

/** An error with others within it, of which `more` are not told, or with a cause. */
export interface InnerErrors {
  readonly said: SaidWords;
  readonly inner: readonly SaidWords[];
  readonly more: number;
  readonly because?: SaidWords | undefined;
}

type Args = { readonly [C in keyof Shapes]: z.infer<z.ZodObject<Shapes[C]>> } & {
  readonly inner: InnerErrors;
};

/** The reason of one code. */
export type SaidOf<C extends keyof Args> = {
  [K in C]: { readonly code: K; readonly args: Args[K] };
}[C];

/** What Corelane's part of a worker says. */
export type SaidReason = SaidOf<keyof Args>;

/** Own code's words as they are, or what Corelane says of it. */
export type SaidWords = string | SaidReason;

const innerSchema: z.ZodType<InnerErrors> = z.lazy(() =>
  z.object({
    said: saidWordsSchema,
    inner: boundedList(saidWordsSchema),
    more: count,
    because: saidWordsSchema.optional(),
  }),
);

const schemaOf = <C extends keyof Shapes>(code: C) =>
  z.object({ code: z.literal(code), args: z.object(args[code]) });

export const saidReasonSchema: z.ZodType<SaidReason> = z
  .discriminatedUnion('code', [
    schemaOf('unreadable'),
    schemaOf('empty-text'),
    schemaOf('value'),
    schemaOf('function'),
    schemaOf('object'),
    schemaOf('no-message'),
    z.object({ code: z.literal('inner'), args: innerSchema }),
    schemaOf('no-checksum'),
    schemaOf('nested-too-deep'),
    schemaOf('no-such-export'),
    schemaOf('export-is-class'),
    schemaOf('export-is-value'),
    schemaOf('backslash-in-path'),
    schemaOf('replaced'),
    schemaOf('sets-then'),
    schemaOf('program-not-started'),
    schemaOf('program-ended'),
    schemaOf('program-killed'),
    schemaOf('request-failed'),
    schemaOf('read-back'),
    schemaOf('on-purpose'),
    schemaOf('thread-ended'),
  ])
  .meta({ id: 'said' });

/** Files of earlier versions have texts only, and what own code says is one still. */
export const saidWordsSchema: z.ZodType<SaidWords> = z.union([longText, saidReasonSchema]);

export type ProgramFault = z.infer<typeof programFaultSchema>;
export type RequestFault = z.infer<typeof requestFaultSchema>;

/** Returns all words of others in it, one after another: what is searched for signs of a known reason. */
export function wordsIn(said: SaidWords): string {
  if (typeof said === 'string') return said;
  if (said.code !== 'inner') return '';
  const { inner, because } = said.args;
  const all = [said.args.said, ...inner, ...(because === undefined ? [] : [because])];
  return all.map(wordsIn).join(' ');
}
