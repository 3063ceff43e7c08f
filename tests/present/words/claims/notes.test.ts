// Notes of findings, a sentence for each kind of fact.
import { textFailure } from '../../../helpers/failures';
import { claimNoteText } from '@present/words/claims/notes';
import type { ClaimNote } from '@shared/claims/claim-notes';
import type { ProbeFailure } from '@shared/report/probe-failure';
import { describe, expect, it } from 'vitest';

const title = { probe: 'crashing', runtime: 'node', kind: 'threads', fault: 'abort' } as const;
const load = { kind: 'load', otherRuns: [], queued: [{ cell: 'threads-2', share: 0.12 }] } as const;

describe('claimNoteText', () => {
  it.each<[ClaimNote, string]>([
    [{ kind: 'no-python' }, 'No Python was found here, so it was not measured.'],
    [{ kind: 'no-electron' }, 'There is no Electron here to open a window with.'],
    [{ kind: 'no-display' }, 'There is no screen here and no Xvfb to make one: install xvfb.'],
    [{ kind: 'display-not-started' }, 'There is no screen here, and Xvfb did not start.'],
    [{ kind: 'one-core' }, "There is only one core here: whether several are used can't be seen."],
    [
      { kind: 'too-fast', label: 'threads 2', ratio: 2.21 },
      'threads 2 measured 2.21×, above the core count: the serial baseline was unstable. Run it again.',
    ],
    [
      { kind: 'messages-left-out', sizes: [4e6, 64e6], freeBytes: 1.5e9 },
      'Messages of 4 MB, 64 MB were left out: 1.50 GB of memory were free.',
    ],
    [{ kind: 'search-ended', by: 'stop' }, 'The search for the break-even was ended by a stop.'],
    [
      { kind: 'noted', note: { code: 'rows-unreadable', args: { rows: 2 } } },
      '2 rows of samples could not be read.',
    ],
    [
      { kind: 'frames-uneven', title: { probe: 'window', runtime: 'node' } },
      'A window: the frames came unevenly before there was any work',
    ],
    [
      { kind: 'trial-failed', cell: 'threads-2', status: 'failed', why: textFailure('It threw.') },
      'threads-2 ended with status failed: It threw.',
    ],
    [
      { kind: 'trial-failed', cell: 'threads-2', status: 'exited' },
      'threads-2 ended with status exited: the reason is not known.',
    ],
    [
      {
        kind: 'disturbed',
        warning: { ...load, otherRuns: [], queued: [...load.queued] },
        cells: [{ cell: 'threads-2', label: 'threads 2' }],
      },
      'Workers waited for a core although there were enough: threads 2 (12 % of the time).',
    ],
    [
      { kind: 'probe-disturbed', title, cores: 0.8 },
      'Node.js, threads, abort: other processes took 0.80 cores meanwhile',
    ],
    [
      { kind: 'probe-said', title: 'threads, abort', said: 'Part of it.' },
      'threads, abort: Part of it.',
    ],
    [
      { kind: 'no-memory-limit', title: { ...title, runtime: '3.12', fault: 'memory' } },
      "Python 3.12, threads, memory: a process's memory cannot be limited on this system, so this was not tried",
    ],
    [
      {
        kind: 'no-shared-memory',
        title: { probe: 'messaging', runtime: '3.12', kind: 'processes' },
        bytes: 64e6,
      },
      'Python 3.12, processes: 64 MB do not fit into the available shared memory and were left out',
    ],
    [{ kind: 'text', text: 'As it was.' }, 'As it was.'],
  ])('%j', (note, text) => {
    expect(claimNoteText(note)).toBe(text);
  });

  it.each<[ProbeFailure, string]>([
    [{ kind: 'fault', said: 'no room' }, 'no room'],
    [{ kind: 'worker-ended' }, 'the worker ended before it answered'],
    [{ kind: 'worker-silent' }, 'the worker did not answer in shared memory'],
    [
      { kind: 'no-answer', why: { code: 'text', said: 'it has no type' } },
      'it sent an invalid answer: it has no type',
    ],
    [{ kind: 'signal', signal: 'SIGKILL' }, 'it was killed by SIGKILL'],
    [{ kind: 'exit', code: 3 }, 'it ended with exit code 3'],
    [{ kind: 'not-started' }, 'it could not be started'],
    [{ kind: 'not-started', why: 'spawn EACCES' }, 'it could not be started: spawn EACCES'],
    [
      { kind: 'not-started', why: 'spawn EMFILE', lacks: 'files' },
      'it could not be started: too many files are open. Raise that limit (ulimit -n), or use fewer workers',
    ],
    [{ kind: 'timeout', seconds: 15 }, 'it took longer than 15 s and was stopped'],
    [
      { kind: 'memory-limit', heldBytes: 4e9, limitBytes: 3e9 },
      'it exceeded the memory limit (4 GB > 3 GB available) and was stopped',
    ],
  ])('of a probe that failed: %j', (failure, why) => {
    const note = { kind: 'probe-failed', title, failure } as const;
    expect(claimNoteText(note)).toBe(`Node.js, threads, abort could not be measured: ${why}.`);
    expect(claimNoteText({ ...note, stderr: 'last line' })).toBe(
      `Node.js, threads, abort could not be measured: ${why}. Its output: last line`,
    );
  });
});
