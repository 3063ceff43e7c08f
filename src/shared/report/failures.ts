// Failures: why a trial failed, as one of a closed set of codes with its arguments, and hints that follow it.
// What own code or another program said is an argument. `present/words/engine/failures.ts` writes the sentences.
import { z } from 'zod';
import { amount, count, index, boundedList, longText, shortText } from '../base/data-schemas';
import type { RunProblem } from '../base/problems';
import { isObject } from '../base/raw-data';
import { textCode } from './facts';
import { probeFailureSchema } from './probe-failure';
import { fileFaultSchema, messageFaultSchema, runProblemSchema } from '../base/problem-schemas';
import { processLimitSchema, shortageSchema } from './shortages';
import { saidWordsSchema } from '../base/said';
import { trialStatuses } from './statuses';

const pid = index.optional();
const host = index.optional();
/** Windows has codes up to 2³². */
const exitCode = z.int();

/** In own code: `work.mts:3`. */
const place = shortText.optional();

/** What a worker said of an error, and where it was. */
const fault = { said: saidWordsSchema, place };

/** Of a worker whose task threw, or that ended before its tasks were done. */
const workerFault = {
  ...fault,
  worker: index.optional(),
  task: index.optional(),
  stage: z.enum(['load', 'setup', 'teardown']).optional(),
  lacks: shortageSchema.optional(),
};

const args = {
  /** The user stopped the run. */
  stopped: {},
  /** Its processes held more than they may. */
  'memory-limit': { heldMb: count, limitMb: amount },
  /** A part of it took longer than it may. */
  late: {
    what: z.enum(['start', 'trial', 'end']),
    seconds: amount,
    processes: processLimitSchema.optional(),
  },
  /** A host has said nothing, and the limit on processes may be why. */
  silent: { host: index, pid, seconds: amount, processes: processLimitSchema },
  /** What a host said is no message. `own`: own code runs there, which may have written it. */
  'no-message': { host: index, why: messageFaultSchema, own: z.boolean() },
  threw: workerFault,
  'ended-early': workerFault,
  /** Own code called what ends its process; `said` is the call. */
  called: {
    said: longText,
    place,
    task: index.optional(),
    stage: z.enum(['load', 'setup', 'teardown', 'uncaught', 'unhandled']).optional(),
    file: shortText.optional(),
  },
  /** Thrown outside of any task. */
  uncaught: fault,
  /** A promise was rejected outside of any task. */
  unhandled: fault,
  'host-killed': { host, pid, signal: shortText, lacks: shortageSchema.optional() },
  'host-exited': { host, pid, exitCode, lacks: shortageSchema.optional() },
  'host-not-started': { host, pid, why: longText.optional(), lacks: shortageSchema.optional() },
  /** Own code closed the descriptor that its results travel on. */
  'channel-closed': { host, pid },
  /** V8 ended the process or the thread: there was no room left in its heap. */
  'heap-full': {},
  'task-not-run': { task: index },
  /** Checksums as texts: they may be any number. */
  'other-result': { task: index, given: shortText, right: shortText },
  'task-run-twice': { results: count, tasks: count },
  /** Something that the work needs can't be had. */
  'inputs-missing': { path: longText.optional(), why: fileFaultSchema },
  /** Its system's reason, what the machine lacks, or what it wrote, as far as they are known. */
  'server-not-started': {
    said: longText.optional(),
    why: longText.optional(),
    lacks: shortageSchema.optional(),
  },
  /** The local server ended while the trial ran. */
  'server-ended': { pid, signal: shortText.optional(), exitCode: exitCode.optional() },
  'server-silent': {},
  'no-result': {},
  /** Nothing but its status is known. */
  ended: { status: z.enum(trialStatuses) },
  /** The run ended early. */
  'run-ended': { why: longText },
  /** The run can't begin or go on: own code has changed, or can't be run. */
  'run-refused': { problem: runProblemSchema },
  /** No strategy of the experiment can run here. */
  'run-without-strategy': {},
  /** A cell would have more workers than it may, on this machine. */
  'run-too-large': { cell: shortText, workers: count, most: count },
  /** A bug of Corelane's. */
  internal: { why: longText },
  /** A probe of a claim. */
  probe: { failure: probeFailureSchema },
  /** What earlier versions said in words. */
  text: { text: longText },
} as const;

const hintArgs = {
  /** What ran, where the failure does not name it. */
  ran: { work: longText },
  /** Own code may have closed descriptors of Node.js's. */
  'descriptors-closed': {},
  /** A module may not be made for interpreters of their own. */
  'module-not-isolated': {},
  /** With one hash seed for all processes the results agreed. */
  'hash-seeds': {},
  'not-hash-seeds': {},
  'same-hash-seed': {},
  /** What a task returns depends on more than it was given. */
  'not-repeatable': {},
  /** A variable of the environment that probably keeps Python from starting. */
  'python-variable': { name: shortText, value: longText },
  /** Threads can't change the folder of their process. */
  'thread-folder': {},
  'thread-call': { call: shortText },
  'thread-add-on': {},
  /** Threads of Python can't set signal handlers. */
  'thread-signals': {},
  /** What one thread has made, as the file was loaded, works in that one only. */
  'thread-bound': {},
  /** A task runs on an event loop, so it can't run another. */
  'loop-running': {},
  /** A module, or a call, is not for an interpreter beside others. */
  'interpreter-module': {},
  'interpreter-call': {},
} as const;

const hintOf = <C extends keyof typeof hintArgs>(code: C) =>
  z.object({ code: z.literal(code), args: z.object(hintArgs[code]) });

const natureHints = [
  hintOf('thread-folder'),
  hintOf('thread-call'),
  hintOf('thread-add-on'),
  hintOf('thread-signals'),
  hintOf('thread-bound'),
  hintOf('loop-running'),
  hintOf('interpreter-module'),
  hintOf('interpreter-call'),
] as const;

/** Why a strategy can't do the work by its nature; a text is of an earlier version. */
export const natureLimitSchema = z.preprocess(
  (value) => (typeof value === 'string' ? textCode(value) : value),
  z.discriminatedUnion('code', [
    ...natureHints,
    z.object({ code: z.literal('text'), args: z.object({ text: longText }) }),
  ]),
);

const hintSchema = z
  .discriminatedUnion('code', [
    hintOf('ran'),
    hintOf('descriptors-closed'),
    hintOf('module-not-isolated'),
    hintOf('hash-seeds'),
    hintOf('not-hash-seeds'),
    hintOf('same-hash-seed'),
    hintOf('not-repeatable'),
    hintOf('python-variable'),
    ...natureHints,
  ])
  .meta({ id: 'hint' });

const schemaOf = <C extends keyof typeof args>(code: C) =>
  z.object({
    code: z.literal(code),
    args: z.object(args[code]),
    /** Each follows as a sentence of its own. */
    hints: boundedList(hintSchema).optional(),
  });

const codesSchema = z
  .discriminatedUnion('code', [
    schemaOf('stopped'),
    schemaOf('memory-limit'),
    schemaOf('late'),
    schemaOf('silent'),
    schemaOf('no-message'),
    schemaOf('threw'),
    schemaOf('ended-early'),
    schemaOf('called'),
    schemaOf('uncaught'),
    schemaOf('unhandled'),
    schemaOf('host-killed'),
    schemaOf('host-exited'),
    schemaOf('host-not-started'),
    schemaOf('channel-closed'),
    schemaOf('heap-full'),
    schemaOf('task-not-run'),
    schemaOf('other-result'),
    schemaOf('task-run-twice'),
    schemaOf('inputs-missing'),
    schemaOf('server-not-started'),
    schemaOf('server-ended'),
    schemaOf('server-silent'),
    schemaOf('no-result'),
    schemaOf('ended'),
    schemaOf('run-ended'),
    schemaOf('run-refused'),
    schemaOf('run-without-strategy'),
    schemaOf('run-too-large'),
    schemaOf('internal'),
    schemaOf('probe'),
    schemaOf('text'),
  ])
  .meta({ id: 'failure' });

/** Files had sentences before: what has only text stays text. */
export const failureSchema = z.preprocess(
  (value) => (typeof value === 'string' ? textCode(value) : value),
  codesSchema,
);

export type Failure = z.infer<typeof codesSchema>;
/** As a verdict has it. */
export type ToldLimit = z.infer<typeof natureLimitSchema>;
/** Why a strategy can't do the work, as it is told now. */
export type NatureLimit = Exclude<ToldLimit, { readonly code: 'text' }>;
export type FailureHint = z.infer<typeof hintSchema>;

const natureCodes: ReadonlySet<string> = new Set(natureHints.map(({ shape }) => shape.code.value));

/** Whether a hint says that the strategy can't do the work by its nature. */
export function isNatureLimit(hint: FailureHint): hint is NatureLimit {
  return natureCodes.has(hint.code);
}

/** The failure of one code. */
export type FailureOf<C extends Failure['code']> = Extract<Failure, { readonly code: C }>;

/** The failure with one more hint. */
export const withHint = (failure: Failure, hint: FailureHint): Failure => ({
  ...failure,
  hints: [...(failure.hints ?? []), hint],
});

/** Gives a part of an earlier report its failure: the `message` that it has instead. Returns others as they are. */
export function withFailure(value: unknown): unknown {
  if (!isObject(value) || 'failure' in value || value['message'] === undefined) return value;
  const { message, ...rest } = value;
  return { ...rest, failure: message };
}

/** Why it is not known what a run would cost. */
export type NoCost =
  /** Nobody waits for it any more. */
  | { readonly code: 'cancelled' }
  /** There is no pilot for Python. */
  | { readonly code: 'no-pilot' }
  | { readonly code: 'pilot-failed'; readonly failure: Failure }
  | { readonly code: 'refused'; readonly problem: RunProblem }
  | { readonly code: 'pilot-threw'; readonly why: string };
