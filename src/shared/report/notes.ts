// Notes: what a run says of itself beside its figures, as one of a closed set of codes with its arguments.
// What comes from outside, such as an error's message, is an argument.
import { unsupportedReasons } from '../experiment/own-code';
import { z } from 'zod';
import { bytes, count, index, boundedList, longText, ratio, shortText } from '../base/data-schemas';
import { codeSchema, textCode, textCodeSchema } from './facts';
import { cellNameSchema } from './cell-name';
import { failureSchema } from './failures';
import { fileFaultSchema, readerFaultSchema } from '../base/problem-schemas';
import { processLimitSchema, shortageSchema } from './shortages';
import { rowKinds } from './reduced';
import { saidWordsSchema } from '../base/said';
import { unknownFigures } from './tables';

/** A cell whose repeating ended before its time was precise. */
const stopSchema = z.object({
  cell: cellNameSchema,
  trials: count,
  /** Of them all, none succeeded. */
  failing: z.boolean(),
  /** Half the interval of its median over the median, as far as it got. */
  precision: ratio.optional(),
  /** The time budget, where that ended it. */
  budgetSeconds: count.optional(),
});

const args = {
  /** Temporary files are left. */
  'files-left': { path: longText.optional(), why: fileFaultSchema },
  /** The sampler can't know something. */
  'figure-unknown': { what: z.enum(unknownFigures), why: readerFaultSchema },
  /** Samples were out of their bounds and are left out. */
  'samples-dropped': { samples: count },
  /** The sampler ended early. `said`: the end of its standard error, where the reason is not known. */
  'sampler-ended': {
    why: longText.optional(),
    lacks: shortageSchema.optional(),
    /** It did not start in time, and the limit on processes may be why. */
    late: z.object({ seconds: count, processes: processLimitSchema }).optional(),
    said: longText.optional(),
  },
  /** Trials of which some tasks are not listed. */
  'tasks-reduced': { reduced: count, trials: count },
  /** Trials whose workers are not named. */
  'workers-reduced': { reduced: count, trials: count },
  /** Samples of which neighbours are joined. */
  'samples-reduced': {
    rows: boundedList(z.object({ kind: z.enum(rowKinds), kept: count, taken: count })),
  },
  'rows-unreadable': { rows: count },
  /** There were more notes than are kept. */
  'notes-left-out': { notes: count },
  /** There is no search for the break-even: tasks of this workload have no size. */
  'search-without-size': { workload: shortText },
  /** The search leaves out this number of tasks, as a trial of the cell failed. */
  'search-left-out': { tasks: count, cell: shortText, why: failureSchema },
  /** The reference could not be made. */
  'reference-failed': { why: failureSchema },
  'repeats-ended': {
    precision: ratio,
    reached: count,
    cells: count,
    /** The cells that did not reach it. */
    stops: boundedList(stopSchema),
  },
  /** Processes that tasks had started and not ended, by their names. */
  'processes-ended': { names: boundedList(shortText), file: shortText.optional() },
  /** Processes that can't be ended. */
  'processes-left': {
    names: boundedList(shortText),
    pids: boundedList(index),
    file: shortText.optional(),
  },
  /** Own code did not end its teardown in time. */
  'teardown-late': { file: shortText, seconds: count },
  'teardown-threw': { file: shortText, said: saidWordsSchema },
  'exit-hook-late': { file: shortText, seconds: count },
  'exit-hook-threw': { file: shortText, said: saidWordsSchema },
  'late-threw': { file: shortText, said: saidWordsSchema },
  /** Own code called what ends its worker when all results were in; `closing`: in its teardown. */
  'late-call': { file: shortText, call: longText, closing: z.boolean() },
  /** A signal ended own code's process in its teardown. */
  'late-signal': { file: shortText, signal: shortText },
  /** Something of own code kept its worker alive. */
  'kept-alive': { file: shortText, worker: z.enum(['thread', 'process']) },
  /** A strategy that the run leaves out. */
  'left-out': {
    strategy: shortText,
    why: z.enum([
      ...unsupportedReasons,
      'not-found',
      'search-failed',
      'no-lock-of-its-own',
      'no-start-method',
    ]),
    file: shortText.optional(),
    pythons: boundedList(shortText).optional(),
    /** What the search for a Python lacked. */
    shortage: shortageSchema.optional(),
    /** The same in words, of an earlier version. */
    lacks: longText.optional(),
  },
  /** Own code printed much. */
  printed: { bytes },
  /** The report was made of a journal: the run's process was gone. */
  unfinished: { trials: count, planned: count },
  /** The first line of the journal is damaged. */
  'journal-top-damaged': {},
  'journal-lines-damaged': { lines: count },
  /** A trial is left out, as a line of it is damaged. */
  'trial-set-aside': { trial: index, cell: cellNameSchema.optional() },
  'analysis-failed': { why: longText },
  /** The run's folder can't be made. */
  'not-kept': { path: longText.optional(), why: fileFaultSchema },
  /** The journal ends here; the run does not. */
  'journal-ended': { why: fileFaultSchema },
} as const;

type Args = typeof args;

const schemaOf = <C extends keyof Args>(code: C) => codeSchema(code, args[code]);

const codesSchema = z
  .discriminatedUnion('code', [
    schemaOf('files-left'),
    schemaOf('figure-unknown'),
    schemaOf('samples-dropped'),
    schemaOf('sampler-ended'),
    schemaOf('tasks-reduced'),
    schemaOf('workers-reduced'),
    schemaOf('samples-reduced'),
    schemaOf('rows-unreadable'),
    schemaOf('notes-left-out'),
    schemaOf('search-without-size'),
    schemaOf('search-left-out'),
    schemaOf('reference-failed'),
    schemaOf('repeats-ended'),
    schemaOf('processes-ended'),
    schemaOf('processes-left'),
    schemaOf('teardown-late'),
    schemaOf('teardown-threw'),
    schemaOf('exit-hook-late'),
    schemaOf('exit-hook-threw'),
    schemaOf('late-threw'),
    schemaOf('late-call'),
    schemaOf('late-signal'),
    schemaOf('kept-alive'),
    schemaOf('left-out'),
    schemaOf('printed'),
    schemaOf('unfinished'),
    schemaOf('journal-top-damaged'),
    schemaOf('journal-lines-damaged'),
    schemaOf('trial-set-aside'),
    schemaOf('analysis-failed'),
    schemaOf('not-kept'),
    schemaOf('journal-ended'),
    textCodeSchema,
  ])
  .meta({ id: 'note' });

/** Reports had notes as sentences before: what has only text stays text. */
export const noteSchema = z.preprocess(
  (value) => (typeof value === 'string' ? textCode(value) : value),
  codesSchema,
);

export type Note = z.infer<typeof codesSchema>;

/** The note of one code. */
export type NoteOf<C extends Note['code']> = Extract<Note, { readonly code: C }>;

/** A text that two notes share where they say the same. */
export function noteKey({ code, args: values }: Note): string {
  const inOrder = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([code, inOrder]);
}
