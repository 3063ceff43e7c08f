// Defines what a claim's rule finds in one language: facts with their figures, one for each sentence.
import { z } from 'zod';
import { amount, figure, boundedList, ratio, share, shortText } from '../base/data-schemas';
import { factSchema, textFactSchema } from '../report/facts';
import { outcomes } from './catalogue';
import { crashFaults } from './crash-faults';

/** A median with the smallest and the largest value that it stands for. */
const spread = z.object({ median: figure, low: figure, high: figure });

export type Spread = z.infer<typeof spread>;

/** Increments that threads make with nothing that keeps them apart. */
export const unsafeForms = ['plain', 'call'] as const;

/** What keeps threads apart. */
export const safeMethods = ['atomic', 'lock'] as const;

/** The largest loss of one form, over all trials of a number of threads. */
const loss = z.object({
  form: z.enum(unsafeForms),
  share,
  /** Increments of one trial. */
  increments: amount,
  workers: amount,
});

export type FormLoss = z.infer<typeof loss>;

/** A runtime: `node` or the id of a Python. */
const runtime = shortText;

/** How workers are started: `threads`, `processes`, `processes-fork`. */
const variant = shortText;

/** A strategy that was held against serial. */
const gained = z.object({
  workers: amount,
  gain: spread,
  /** Faster than serial in every trial, and by enough. */
  gains: z.boolean(),
  /** By enough, though not in every trial. */
  unsure: z.boolean(),
});

export type Gained = z.infer<typeof gained>;

/** Work that waits, with one strategy: how many times as fast as serial, for how much CPU time. */
const waited = z.object({
  kind: z.enum(['threads', 'loop', 'processes']),
  workers: amount,
  gain: spread,
  faster: z.boolean(),
  cpuNs: spread.optional(),
});

/** What one more worker adds; absent where it was not measured. */
const added = z.object({ variant, startNs: spread.optional(), bytes: spread.optional() });

export type Added = z.infer<typeof added>;

/** How often of how many times; absent where it was every time. */
const often = z.object({ times: amount, of: amount });

export type Often = z.infer<typeof often>;

const side = z.enum(['threads', 'processes']);

export type Side = z.infer<typeof side>;

/** What of an ended worker stays. */
const left = z.object({ side, file: z.boolean(), child: z.boolean() }).extend({
  fileOften: often.optional(),
  childOften: often.optional(),
  /** What it held and gave back. */
  backBytes: spread.optional(),
});

export type Left = z.infer<typeof left>;

/** Where work ran while a window was watched; `idle` is none. */
export const windowPlaces = ['page', 'main', 'thread', 'process', 'idle'] as const;

const windowPlace = z.enum(windowPlaces);

/** Faults of one side with the same loss. */
const hit = z.object({
  faults: boundedList(z.enum(crashFaults)),
  survivors: amount,
  programDied: z.boolean(),
  /** In some repeats only. */
  sometimes: z.boolean(),
});

export type Hit = z.infer<typeof hit>;

const faultsOf = boundedList(z.enum(crashFaults));

/** Kinds of messages that are distinguished. */
export const messageKinds = ['queues', 'pipe'] as const;

const messageKind = z.enum(messageKinds).optional();

/** Ways that save copies. */
export const uncopiedMethods = ['shared', 'transfer', 'process-shared'] as const;

/** A strategy against serial, on work of microseconds. */
const written = z.object({ side, workers: amount, ns: spread, faster: z.boolean(), ratio });

export type Written = z.infer<typeof written>;

const taskSizes = boundedList(z.object({ side, taskNs: amount }));

/** Every fact. */
const facts = {
  /** Whether the program sees what a thread and what a process wrote. */
  heap: { threads: z.boolean(), processes: z.boolean(), mixed: z.boolean() },
  /** Memory made to be shared is seen. */
  'heap-shared': {},
  lost: { runtimes: boundedList(z.object({ runtime, losses: boundedList(loss) })) },
  /** What keeps threads apart, and what an increment costs with it against a plain one. */
  'kept-apart': {
    leaky: boundedList(z.enum(safeMethods)),
    sound: boundedList(z.enum(safeMethods)),
    costs: boundedList(z.object({ variant: z.enum(safeMethods), low: ratio, high: ratio })),
  },
  /** How many cores threads kept busy, and what they lost. */
  lock: { versions: boundedList(z.object({ runtime, cores: amount, losses: boundedList(loss) })) },
  'lock-conclusion': { outcome: z.enum(outcomes) },
  added: { workers: boundedList(added) },
  /** Left out, as it did not grow with the number of workers. */
  'not-grown': { figures: boundedList(z.object({ variant, figure: z.enum(['start', 'memory']) })) },
  waited: { serialNs: spread, variants: boundedList(waited) },
  gained: {
    /** Named where there are several. */
    runtimes: boundedList(z.object({ runtime, processes: gained, threads: gained })),
  },
  memory: {
    workers: amount,
    bytes: spread,
    processes: boundedList(z.object({ variant, bytes: spread, ratio, own: spread.optional() })),
  },
  /** Whether workers in a loop could be ended from outside. */
  ended: {
    sides: boundedList(
      z.object({
        side,
        ended: z.boolean(),
        often: often.optional(),
        goneNs: spread.optional(),
      }),
    ),
  },
  /** The workers beside ended ones that did not go on. */
  'others-harmed': { sides: boundedList(z.object({ side, often: often.optional() })) },
  left: { sides: boundedList(left) },
  /** What needs the worker's own code to end it. */
  'ended-by-help': {
    help: z.enum(['flag', 'exception']),
    ended: z.boolean(),
    often: often.optional(),
    goneNs: spread.optional(),
  },
  /** What faults of workers took along. */
  faults: {
    others: amount,
    sides: boundedList(z.object({ side, hits: boundedList(hit), harmless: faultsOf })),
  },
  'faults-missing': { sides: boundedList(z.object({ side, faults: faultsOf })) },
  /** By how much the program was larger after a worker had leaked and ended. */
  leaked: { threadsBytes: amount, processesBytes: amount },
  /** How long the window waited at most. */
  'window-waited': { places: boundedList(z.object({ place: windowPlace, ns: spread })) },
  /** It waited that long without any work. */
  'window-busy': { idleNs: amount },
  'thread-unsure': {},
  /** The page was given fewer frames for longer than the work takes. */
  'page-frames': { workMs: amount },
  'frames-dropped': {
    idle: spread,
    places: boundedList(z.object({ place: windowPlace, missing: share })),
  },
  /** Round trips of messages. */
  trips: {
    comparisons: boundedList(
      z.object({
        by: messageKind,
        trips: boundedList(z.object({ bytes: amount, processNs: spread, threadNs: spread })),
      }),
    ),
  },
  /** At which sizes processes cost more, and at which not. */
  'trips-differ': { by: messageKind, more: boundedList(amount), not: boundedList(amount) },
  'trips-open': { by: messageKind, sizes: boundedList(amount) },
  /** From which size on a method is quicker than copies; at every size where absent. */
  uncopied: { variant: z.enum(uncopiedMethods), fromBytes: amount.optional() },
  'as-written': { serialNs: spread, variants: boundedList(written) },
  /** Sizes of a task from which it pays, as searched for. */
  'pays-from': { sizes: taskSizes },
  /** Sizes up to which it was found not to pay. */
  'pays-not-up-to': { sizes: taskSizes },
  /** Sizes from which it pays by what starting the workers took. */
  'pays-by-start': { sizes: taskSizes },
} as const;

const schemaOf = <K extends keyof typeof facts>(kind: K) => factSchema(kind, facts[kind]);

export const claimFactSchema = z.discriminatedUnion('kind', [
  schemaOf('heap'),
  schemaOf('heap-shared'),
  schemaOf('lost'),
  schemaOf('kept-apart'),
  schemaOf('lock'),
  schemaOf('lock-conclusion'),
  schemaOf('added'),
  schemaOf('not-grown'),
  schemaOf('waited'),
  schemaOf('gained'),
  schemaOf('memory'),
  schemaOf('ended'),
  schemaOf('others-harmed'),
  schemaOf('left'),
  schemaOf('ended-by-help'),
  schemaOf('faults'),
  schemaOf('faults-missing'),
  schemaOf('leaked'),
  schemaOf('window-waited'),
  schemaOf('window-busy'),
  schemaOf('thread-unsure'),
  schemaOf('page-frames'),
  schemaOf('frames-dropped'),
  schemaOf('trips'),
  schemaOf('trips-differ'),
  schemaOf('trips-open'),
  schemaOf('uncopied'),
  schemaOf('as-written'),
  schemaOf('pays-from'),
  schemaOf('pays-not-up-to'),
  schemaOf('pays-by-start'),
  textFactSchema,
]);

export type ClaimFact = z.infer<typeof claimFactSchema>;

/** The fact of one kind. */
export type ClaimFactOf<K extends ClaimFact['kind']> = Extract<ClaimFact, { readonly kind: K }>;
