// Defines the verdict of a report: its outcome, and its facts, one per sentence. Cells
// are named by their ids, times are medians, cold unless their name says otherwise.
import { z } from 'zod';
import {
  amount,
  bytes,
  count,
  boundedList,
  longText,
  ns,
  ratio,
  share,
  shortText,
} from '../base/data-schemas';
import { factSchema, saidSchema } from './facts';
import { natureLimitSchema } from './failures';
import { lossKinds, evidencePlaces, ratioSchema, utilisations } from './findings';
import { trialStatuses } from './statuses';

/** A piece of a verdict's text; the pieces one after another are the text. */
const clauseSchema = z.object({
  text: longText,
  /** The key words. */
  strong: z.boolean().optional(),
  /** Where it was measured; absent for words between. */
  evidence: z
    .object({
      place: z.enum(evidencePlaces),
      cell: shortText.optional(),
      /** The figures behind it, short: `interval 6.0× to 6.2×`. */
      detail: longText,
    })
    .optional(),
});

export type Clause = z.infer<typeof clauseSchema>;

const cell = shortText;
/** A ratio of medians, or none where a side has no time. */
const estimate = ratioSchema.optional();
const timed = z.object({ cell, coldNs: ns });
/** Peaks of memory of two cells. */
const memory = z.object({ bytes, overBytes: bytes });

export type MemoryPair = z.infer<typeof memory>;

/** What limits a cell: the loss that takes most, or how busy its cores are where none does. */
const limitSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('loss'),
    loss: z.enum(lossKinds),
    share,
    coldNs: ns.optional(),
  }),
  z.object({
    kind: z.literal('cores'),
    busy: amount,
    /** Cores in its reach. */
    cores: amount,
    utilisation: z.enum(utilisations).optional(),
  }),
]);

export type Limit = z.infer<typeof limitSchema>;

/** Where a search found that the answer is another. */
const otherSize = z.object({
  taskNs: ns,
  /** The number of tasks it was found at. */
  tasks: count,
  /** Who pays from there on; absent where nobody pays up to there. */
  strategy: z.enum(['threads', 'processes']).optional(),
});

export type OtherSize = z.infer<typeof otherSize>;

/** How workers do at another size or number of tasks. */
const answer = z.enum(['neither', 'workers']);

/** Every fact of a verdict, in about the order of its text. */
const facts = {
  /** A heading: the facts after it are of this runtime, `node` or the id of a Python. */
  runtime: { runtime: shortText },
  /** The chosen cell is faster than `over`, serial. */
  faster: { cell, over: cell, ratio: estimate, coldNs: ns, overNs: ns },
  /** The fastest of another strategy, slower than the chosen cell. */
  'runner-up': { cell, over: cell, ratio: estimate, memory: memory.optional() },
  /** No difference was found between the chosen cell and others; ratio and memory are the first other's. */
  equal: { cell, others: boundedList(cell), ratio: estimate, memory: memory.optional() },
  /** Serial beats all others. */
  beaten: {
    cell,
    coldNs: ns,
    /** Threads and processes are both among them. */
    neither: z.boolean(),
    others: boundedList(z.object({ cell, coldNs: ns, ratio: estimate })),
  },
  /** No difference was found between serial and others. */
  alike: { cells: boundedList(timed) },
  /** Serial against the one that is set against it. */
  against: { cell, over: cell, ratio: estimate, memory: memory.optional() },
  /** CPU time and memory of the chosen cell against serial's, and what limits it. */
  cost: {
    cell,
    cpu: z.object({ ns, overNs: ns }).optional(),
    memory: memory.optional(),
    limit: limitSchema.optional(),
  },
  limit: { cell, limit: limitSchema },
  /** So many of its measured trials failed, the first one so. */
  failed: { cell, failed: count, trials: count, status: z.enum(trialStatuses) },
  /** Cells with too few trials; `most` is what any of them has. */
  'left-out': { cells: boundedList(cell), least: count, most: count },
  /** Cells that can't run this work by their nature. */
  unfit: { cells: boundedList(cell), reason: natureLimitSchema },
  /** More workers than the cell has gain nothing, or were not measured. */
  counts: {
    cell,
    measured: z.boolean(),
    speedups: boundedList(z.object({ workers: count, ratio })),
    best: z.object({ low: amount, high: amount }).optional(),
  },
  /** With which tasks the answer is another, by the search for the break-even. */
  'other-tasks': {
    answer,
    /** Tasks of another size. */
    size: otherSize.extend({ ownTasks: z.boolean() }).optional(),
    /** Another number of tasks of this size. */
    number: otherSize.optional(),
  },
  /** The same by the measured cost of starting `cell`. */
  'other-size': { answer, cell, taskNs: ns, startNs: ns, tasks: count },
  /** With workers kept running `cell` would be faster than `over`, the cold choice. */
  warm: { cell, over: cell, ratio: ratioSchema },
  'nothing-measured': {},
  'only-serial': { cell, coldNs: ns, planned: z.boolean() },
  'no-serial': { cell, coldNs: ns, planned: z.boolean() },
  'too-few': { least: count, cells: boundedList(timed) },
  /** The analysis itself failed. */
  'not-analysed': { why: longText },
} as const;

type Kind = keyof typeof facts;

const schemaOf = <K extends Kind>(kind: K) => factSchema(kind, facts[kind]);

/** What an earlier version had as a text only: all of it, in its pieces. */
const textSchema = factSchema('text', { clauses: boundedList(clauseSchema) });

export const verdictFactSchema = z.discriminatedUnion('kind', [
  schemaOf('runtime'),
  schemaOf('faster'),
  schemaOf('runner-up'),
  schemaOf('equal'),
  schemaOf('beaten'),
  schemaOf('alike'),
  schemaOf('against'),
  schemaOf('cost'),
  schemaOf('limit'),
  schemaOf('failed'),
  schemaOf('left-out'),
  schemaOf('unfit'),
  schemaOf('counts'),
  schemaOf('other-tasks'),
  schemaOf('other-size'),
  schemaOf('warm'),
  schemaOf('nothing-measured'),
  schemaOf('only-serial'),
  schemaOf('no-serial'),
  schemaOf('too-few'),
  schemaOf('not-analysed'),
  textSchema,
]);

export type VerdictFact = z.infer<typeof verdictFactSchema>;

/** The fact of one kind. */
export type FactOf<K extends VerdictFact['kind']> = Extract<VerdictFact, { readonly kind: K }>;

export const verdictSchema = saidSchema(
  z.object({
    kind: z.enum(['faster', 'neither', 'no-difference', 'undecided']),
    /** The cell the verdict names: the one to use. */
    cell: shortText.optional(),
    /** The time the verdict rests on. */
    basis: z.enum(['cold', 'warm']),
    ratio: ratioSchema.optional(),
    /** What to use, how much faster, what it costs, what limits it, what would change it. */
    facts: boundedList(verdictFactSchema),
  }),
);

export type Verdict = z.infer<typeof verdictSchema>;

type Place = readonly [place: readonly PropertyKey[], id: string | undefined];

/** The ids of the cells that a fact names, each with its place in the fact. */
export function cellsOfFact(fact: VerdictFact): readonly Place[] {
  if (fact.kind === 'text') {
    return fact.clauses.map(({ evidence }, at) => [
      ['clauses', at, 'evidence', 'cell'],
      evidence?.cell,
    ]);
  }
  const named = (key: string, entries: readonly (string | { readonly cell: string })[]): Place[] =>
    entries.map((entry, at) =>
      typeof entry === 'string' ? [[key, at], entry] : [[key, at, 'cell'], entry.cell],
    );
  return [
    ...('cell' in fact ? [[['cell'], fact.cell] as const] : []),
    ...('over' in fact ? [[['over'], fact.over] as const] : []),
    ...('cells' in fact ? named('cells', fact.cells) : []),
    ...('others' in fact ? named('others', fact.others) : []),
  ];
}
