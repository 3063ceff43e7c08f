// What a run notes of itself, in words: a text for each code.
import { noteText } from '@present/words/engine/notes';
import { textCode } from '@shared/report/facts';
import { noteKey, noteSchema, type Note } from '@shared/report/notes';
import { describe, expect, it } from 'vitest';

const stop = { cell: 'threads 2', trials: 8, failing: false } as const;
const repeats = { precision: 0.02, reached: 1, cells: 3 } as const;

const notes: readonly (readonly [Note, string])[] = [
  [
    { code: 'files-left', args: { why: { code: 'other', said: 'EBUSY' } } },
    'Temporary files could not be removed: EBUSY.',
  ],
  [
    { code: 'files-left', args: { path: '/tmp/a', why: { code: 'denied' } } },
    'Temporary files could not be removed: /tmp/a: permission is denied.',
  ],
  [
    { code: 'figure-unknown', args: { what: 'per-core', why: { code: 'no-figures' } } },
    'How busy each core was is not known: it holds no figures here.',
  ],
  [
    {
      code: 'figure-unknown',
      args: { what: 'schedstat', why: { code: 'text', said: 'nobody tells' } },
    },
    'How long workers ran and waited is not known: nobody tells.',
  ],
  [
    { code: 'figure-unknown', args: { what: 'priority', why: { code: 'text', said: 'EACCES' } } },
    'The sampler may disturb the trials: its priority was not lowered (EACCES).',
  ],
  [
    { code: 'figure-unknown', args: { what: 'folder', why: { code: 'text', said: '/tmp/x' } } },
    'Nothing removes /tmp/x after a crash: it is not a temporary folder of this run.',
  ],
  [
    { code: 'samples-dropped', args: { samples: 1 } },
    'The sampler sent impossible values: 1 of its samples was left out.',
  ],
  [
    { code: 'sampler-ended', args: {} },
    'The sampler ended early: nothing was sampled from then on.',
  ],
  [
    { code: 'sampler-ended', args: { why: 'there is no memory left for it.' } },
    'The sampler ended early: nothing was sampled from then on. Reason: there is no memory left for it.',
  ],
  [
    { code: 'sampler-ended', args: { said: 'Aborted' } },
    'The sampler ended early: nothing was sampled from then on. Its output: Aborted',
  ],
  [
    { code: 'tasks-reduced', args: { reduced: 4, trials: 1600 } },
    '4 of 1,600 trials had more tasks than a report can hold: it lists some tasks of each, and what all of them took.',
  ],
  [
    { code: 'workers-reduced', args: { reduced: 2, trials: 4 } },
    'There were more workers than a report can name: of 2 of 4 trials it does not hold the process and thread numbers.',
  ],
  [
    {
      code: 'samples-reduced',
      args: {
        rows: [
          { kind: 'cores', kept: 40, taken: 1200 },
          { kind: 'processes', kept: 8, taken: 16 },
          { kind: 'loop', kept: 1, taken: 2 },
        ],
      },
    },
    'There were more samples than a report can hold. Neighbours were merged, with their sums and maxima, and it holds 40 of 1,200 of cores, 8 of 16 of memory and 1 of 2 of the event loop.',
  ],
  [{ code: 'rows-unreadable', args: { rows: 1 } }, '1 row of samples could not be read.'],
  [{ code: 'notes-left-out', args: { notes: 2000 } }, '2,000 more notes are not kept.'],
  [
    { code: 'search-without-size', args: { workload: 'fault' } },
    'There is no break-even search for fault: it has no parameter for the size of a task.',
  ],
  [
    {
      code: 'search-left-out',
      args: {
        tasks: 2,
        cell: 'threads-2',
        why: { code: 'ended', args: { status: 'memory-limit' } },
      },
    },
    'The break-even search skips 2 tasks from here on, because of threads-2: it ended with status memory limit.',
  ],
  [
    { code: 'not-kept', args: { why: { code: 'other', said: 'The disk is full.' } } },
    'The run is not kept on disk: The disk is full.',
  ],
  [
    { code: 'journal-ended', args: { why: { code: 'full' } } },
    "From here on the run's journal is not written: the disk is full. The run continues, and its report is written at the end as usual.",
  ],
  [
    { code: 'sampler-ended', args: { lacks: 'files' } },
    'The sampler ended early: nothing was sampled from then on. Reason: too many files are open. Raise that limit (ulimit -n), or use fewer workers.',
  ],
  [
    { code: 'reference-failed', args: { why: { code: 'task-not-run', args: { task: 0 } } } },
    'The reference run failed: Task 0 was not run. The first trial that succeeds is the reference instead.',
  ],
  [
    { code: 'repeats-ended', args: { ...repeats, reached: 3, stops: [] } },
    'Precision 2 % reached by 3 of 3 cells.',
  ],
  [
    {
      code: 'repeats-ended',
      args: {
        ...repeats,
        stops: [
          { ...stop, precision: 0.0312 },
          { ...stop, trials: 1, budgetSeconds: 60 },
          { ...stop, failing: true },
        ],
      },
    },
    'Precision 2 % reached by 1 of 3 cells; threads 2 stopped at 8 trials with ±3.1 %; threads 2 stopped at 1 trial, the time budget of 60 s; threads 2 has failed trials only.',
  ],
  [
    { code: 'processes-ended', args: { names: ['', 'sleep'], file: 'leaves.mjs' } },
    'a process, sleep, started by leaves.mjs, kept running after its tasks and was stopped.',
  ],
  [
    { code: 'processes-left', args: { names: ['sleep'], pids: [12, 13] } },
    "sleep (12, 13), started by the work, can't be stopped: stop it yourself.",
  ],
  [
    { code: 'teardown-late', args: { file: 'work.mjs', seconds: 5 } },
    'teardown of work.mjs did not end within 5 s',
  ],
  [
    { code: 'teardown-threw', args: { file: 'work.mjs', said: 'no' } },
    'teardown of work.mjs threw: no',
  ],
  [
    { code: 'exit-hook-late', args: { file: 'work.mjs', seconds: 5 } },
    'an exit hook of work.mjs did not end within 5 s',
  ],
  [
    { code: 'exit-hook-threw', args: { file: 'work.mjs', said: 'no' } },
    'an exit hook of work.mjs threw: no',
  ],
  [
    { code: 'late-call', args: { file: 'work.mjs', call: 'process.exit(0)', closing: true } },
    'teardown of work.mjs called process.exit(0) after its last result',
  ],
  [
    { code: 'late-call', args: { file: 'work.mjs', call: 'process.exit(0)', closing: false } },
    'work.mjs called process.exit(0) after its last result',
  ],
  [
    { code: 'late-signal', args: { file: 'work.mjs', signal: 'SIGSEGV' } },
    'teardown of work.mjs ended its process with SIGSEGV',
  ],
  [
    { code: 'kept-alive', args: { file: 'work.mjs', worker: 'thread' } },
    'something in work.mjs kept the thread alive after its last result',
  ],
  [
    { code: 'left-out', args: { strategy: 'serial', why: 'python', file: 'a.py' } },
    'serial was left out: a.py is Python.',
  ],
  [
    { code: 'left-out', args: { strategy: 'python-serial', why: 'not-python', file: 'a.mjs' } },
    'python-serial was left out: a.mjs is not Python.',
  ],
  [
    { code: 'left-out', args: { strategy: 'threads', why: 'program' } },
    'threads was left out: every task of a command is already a process, so only serial and async apply.',
  ],
  [
    {
      code: 'left-out',
      args: { strategy: 'python-serial', why: 'not-found', pythons: ['2.7', '9.9'] },
    },
    'python-serial was left out: no Python 2.7 and 9.9 is found here.',
  ],
  [
    {
      code: 'left-out',
      args: {
        strategy: 'python-serial',
        why: 'search-failed',
        pythons: [],
        lacks: 'too many files are open',
      },
    },
    'python-serial was left out: the search for Python failed: too many files are open.',
  ],
  [
    {
      code: 'left-out',
      args: { strategy: 'python-pool', why: 'no-start-method', pythons: ['3.8'] },
    },
    "python-pool was left out for Python 3.8: it can't start processes by that method.",
  ],
  [
    { code: 'late-threw', args: { file: 'work.mjs', said: 'no' } },
    'something in work.mjs threw after its last result: no',
  ],
  [{ code: 'printed', args: { bytes: 4e6 } }, 'tasks printed 4 MB'],
  [
    { code: 'unfinished', args: { trials: 2, planned: 4 } },
    'The run was not finished: its process ended after 2 of 4 trials. This report rests on those.',
  ],
  [
    { code: 'journal-top-damaged', args: {} },
    "The first line of the run's journal is damaged: its facts about the machine and the experiment may be wrong. Run the experiment again before you rely on it.",
  ],
  [
    { code: 'journal-lines-damaged', args: { lines: 2 } },
    "2 lines of the run's journal could not be read.",
  ],
  [
    { code: 'trial-set-aside', args: { trial: 1, cell: 'serial 1' } },
    'Set aside: trial 2 (serial 1), which has a damaged line.',
  ],
  [
    { code: 'trial-set-aside', args: { trial: 1 } },
    'Set aside: trial 2, which has a damaged line.',
  ],
  [
    { code: 'analysis-failed', args: { why: 'the median of nothing' } },
    'The analysis failed inside Corelane (the median of nothing): the trials are here as they were measured.',
  ],
  [textCode('As it was.'), 'As it was.'],
];

describe('noteText', () => {
  it.each(notes)('writes %j', (note, text) => {
    expect(noteText(note)).toBe(text);
    expect(noteSchema.parse(JSON.parse(JSON.stringify(note)))).toEqual(note);
  });

  it('has a text for every code', () => {
    const { options } = noteSchema.out;
    const codes = options.map(({ shape }) => shape.code.value);
    expect(new Set(notes.map(([{ code }]) => code))).toEqual(new Set(codes));
  });
});

describe('a note', () => {
  it('that had an error’s text as its reason opens, and says the same', () => {
    const note = noteSchema.parse({ code: 'files-left', args: { why: 'EBUSY: rmdir /tmp/a' } });
    expect(noteText(note)).toBe('Temporary files could not be removed: EBUSY: rmdir /tmp/a.');
  });

  it('that was a sentence stays that sentence', () => {
    expect(noteSchema.parse('Something was odd.')).toEqual(textCode('Something was odd.'));
  });

  it('says the same in any order of its arguments', () => {
    const args = { reduced: 1, trials: 2 };
    const one: Note = { code: 'tasks-reduced', args };
    const other: Note = { code: 'tasks-reduced', args: { trials: 2, reduced: 1 } };
    expect(noteKey(one)).toBe(noteKey(other));
    expect(noteKey(one)).not.toBe(noteKey({ code: 'workers-reduced', args }));
  });
});
