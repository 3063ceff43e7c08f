// What a run notes of itself, in words.
import { formatBytes, formatPercent } from '../../locale/format';
import type { Note, NoteOf } from '@shared/report/notes';
import { labelOf, numberTrial } from '../../names/cells';
import { nameWorkload } from '../../names/workloads';
import { failureText } from './failures';
import { fileFaultText, placedFaultText } from './file-fault';
import { problemText } from './problems';
import { readerFaultText } from './reader-fault';
import { saidText } from './said';
import { list } from '../../messages/list';
import { message } from '../../messages/message';
import { leftOutText } from './left-out';

type Code = Note['code'];

const writers: { readonly [C in Code]: (args: NoteOf<C>['args']) => string } = {
  'files-left': (fault) => message('note-files-left', { why: placedFaultText(fault) }),
  'figure-unknown': ({ what, why }) =>
    message('note-figure-unknown', { what, why: readerFaultText(why) }),
  'samples-dropped': (args) => message('note-samples-dropped', args),
  'sampler-ended': sayEndedSampler,
  'tasks-reduced': (args) => message('note-tasks-reduced', args),
  'workers-reduced': (args) => message('note-workers-reduced', args),
  'samples-reduced': ({ rows }) =>
    message('note-samples-reduced', {
      rows: list(rows.map((row) => message('note-samples-of', row))),
    }),
  'rows-unreadable': (args) => message('note-rows-unreadable', args),
  'notes-left-out': (args) => message('note-notes-left-out', args),
  'search-without-size': ({ workload }) =>
    message('note-search-without-size', { workload: nameWorkload(workload) }),
  'search-left-out': ({ why, ...args }) =>
    message('note-search-left-out', { ...args, why: failureText(why) }),
  'reference-failed': ({ why }) => message('note-reference-failed', { why: failureText(why) }),
  'repeats-ended': sayEndedRepeats,
  'processes-ended': ({ names, file }) =>
    message('note-processes-ended', { names: listProcesses(names), ...starter(file) }),
  'processes-left': ({ names, pids, file }) =>
    message('note-processes-left', {
      names: listProcesses(names),
      pids: pids.join(message('list-separator')),
      ...starter(file),
    }),
  'teardown-late': (args) => message('note-teardown-late', args),
  'teardown-threw': ({ file, said }) =>
    message('note-teardown-threw', { file, said: saidText(said) }),
  'exit-hook-late': (args) => message('note-exit-hook-late', args),
  'exit-hook-threw': ({ file, said }) =>
    message('note-exit-hook-threw', { file, said: saidText(said) }),
  'late-threw': ({ file, said }) => message('note-late-threw', { file, said: saidText(said) }),
  'late-call': ({ file, call, closing }) =>
    message('note-late-call', { file, call, during: closing ? 'teardown' : 'rest' }),
  'late-signal': (args) => message('note-late-signal', args),
  'kept-alive': (args) => message('note-kept-alive', args),
  'left-out': (args) => leftOutText(args),
  printed: ({ bytes }) => message('note-printed', { size: formatBytes(bytes) }),
  unfinished: (args) => message('note-unfinished', args),
  'journal-top-damaged': () => message('note-journal-top-damaged'),
  'journal-lines-damaged': (args) => message('note-journal-lines-damaged', args),
  'trial-set-aside': ({ trial, cell }) =>
    cell === undefined
      ? message('note-trial-set-aside', { trial: numberTrial(trial) })
      : message('note-trial-set-aside-cell', {
          trial: numberTrial(trial),
          cell: labelOf(cell),
        }),
  'not-kept': ({ path, why }) =>
    message('note-not-kept', {
      why:
        path === undefined
          ? fileFaultText(why)
          : problemText({ code: 'not-written', args: { path, why } }),
    }),
  'journal-ended': ({ why }) => message('note-journal-ended', { why: fileFaultText(why) }),
  'analysis-failed': (args) => message('note-analysis-failed', args),
  text: ({ text }) => text,
};

/** A note in words: one sentence or a few. */
export function noteText(note: Note): string {
  const write = writers[note.code] as (args: Note['args']) => string;
  return write(note.args);
}

function sayEndedSampler(args: NoteOf<'sampler-ended'>['args']): string {
  const { said } = args;
  const why = whySamplerEnded(args);
  if (why !== undefined) return message('note-sampler-ended-why', { why });
  return said === undefined
    ? message('note-sampler-ended')
    : message('note-sampler-ended-said', { said });
}

function whySamplerEnded({ why, lacks, late }: NoteOf<'sampler-ended'>['args']) {
  if (late !== undefined) {
    const { used, limit: most } = late.processes;
    return message('failure-sampler-late', { seconds: late.seconds, used, most });
  }
  return lacks === undefined ? why?.replace(/\.$/, '') : message('shortage', { lacks });
}

function sayEndedRepeats(args: NoteOf<'repeats-ended'>['args']): string {
  const { reached, cells, stops } = args;
  const precision = formatPercent(args.precision);
  if (stops.length === 0) return message('note-repeats-ended', { precision, reached, cells });
  const said = stops.map(sayStop).join(message('note-repeats-separator'));
  return message('note-repeats-ended-stops', { precision, reached, cells, stops: said });
}

type Stop = NoteOf<'repeats-ended'>['args']['stops'][number];

function sayStop(stop: Stop): string {
  const { trials, failing, precision, budgetSeconds } = stop;
  const cell = labelOf(stop.cell);
  if (failing) return message('note-repeats-failing', { cell });
  return message('note-repeats-stop', {
    cell,
    trials,
    reached: precision === undefined ? 'unknown' : 'known',
    precision: formatPercent(precision ?? 0),
    ending: budgetSeconds === undefined ? 'repeats' : 'budget',
    seconds: budgetSeconds ?? 0,
  });
}

/** Each name once, in order. */
function listProcesses(names: readonly string[]): string {
  return names
    .map((name) => (name === '' ? message('note-process-unnamed') : name))
    .join(message('list-separator'));
}

function starter(file: string | undefined): { starter: 'file' | 'work'; file: string } {
  return { starter: file === undefined ? 'work' : 'file', file: file ?? '' };
}
