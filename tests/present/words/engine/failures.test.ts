// Why a trial or a run failed, as sentences.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { failureText, natureLimitText } from '@present/words/engine/failures';
import {
  failureSchema,
  natureLimitSchema,
  withHint,
  type Failure,
  type FailureHint,
} from '@shared/report/failures';

const full = { used: 31_980, limit: 32_000 };
const host = { host: 1, pid: 4711 };
const limitText =
  'the limit on processes of this user may be reached (31,980 of 32,000). Raise it (ulimit -u), or use fewer workers';

const cases: readonly (readonly [Failure, string])[] = [
  [{ code: 'stopped', args: {} }, 'Stopped by the user.'],
  [
    { code: 'memory-limit', args: { heldMb: 180, limitMb: 150 } },
    'Its processes exceeded the memory limit (180 MB > 150 MB) and were stopped.',
  ],
  [
    { code: 'late', args: { what: 'start', seconds: 0.5 } },
    'Starting the program took longer than 0.5 s and was stopped.',
  ],
  [
    { code: 'late', args: { what: 'end', seconds: 60, processes: full } },
    `Shutting down the workers took longer than 60 s and was stopped: ${limitText}.`,
  ],
  [
    { code: 'silent', args: { ...host, seconds: 5, processes: full } },
    `Host 2 (pid 4711) has not started within 5 s: ${limitText}.`,
  ],
  [
    {
      code: 'no-message',
      args: { host: 0, why: { code: 'text', said: 'type is none' }, own: true },
    },
    'Host 1 sent an invalid message (type is none): own code may have written to a descriptor that is not its own.',
  ],
  [
    { code: 'threw', args: { worker: 0, task: 3, said: 'no 3', place: 'work.mts:3' } },
    'Worker 1 threw in task 3: no 3 (work.mts:3).',
  ],
  [
    { code: 'threw', args: { worker: 1, stage: 'load', said: 'no' } },
    'Worker 2 threw while its file was loaded: no.',
  ],
  [
    { code: 'ended-early', args: { said: 'EMFILE', lacks: 'files' } },
    'A worker ended early: EMFILE: too many files are open. Raise that limit (ulimit -n), or use fewer workers.',
  ],
  [
    { code: 'called', args: { task: 2, said: 'process.exit(0)' } },
    'Task 2 called process.exit(0).',
  ],
  [
    { code: 'called', args: { stage: 'load', file: 'a.mts', said: 'process.exit(1)' } },
    'a.mts, as it was loaded, called process.exit(1).',
  ],
  [
    { code: 'called', args: { stage: 'uncaught', said: 'process.exit(1)' } },
    'The code called process.exit(1) outside of any task.',
  ],
  [
    { code: 'called', args: { stage: 'setup', file: 'a.mts', said: 'sys.exit(0)' } },
    'setup called sys.exit(0).',
  ],
  [
    { code: 'uncaught', args: { said: 'no' } },
    'An error was thrown outside of any task and not handled: no.',
  ],
  [
    { code: 'unhandled', args: { said: 'no' } },
    'A promise was rejected outside of any task and not handled: no.',
  ],
  [
    { code: 'host-killed', args: { ...host, signal: 'SIGKILL' } },
    'Host 2 (pid 4711) was killed by SIGKILL.',
  ],
  [
    { code: 'host-exited', args: { host: 0, exitCode: 3 } },
    'Host 1 ended with exit code 3 before its tasks were done.',
  ],
  [
    { code: 'host-exited', args: { host: 0, exitCode: 1, lacks: 'memory' } },
    "Host 1 ended with exit code 1: there is no memory left for it. Free some, raise its limit (ulimit -v, or the container's), or use fewer workers.",
  ],
  [{ code: 'host-not-started', args: {} }, 'A host could not be started.'],
  [
    { code: 'host-not-started', args: { why: 'spawn ENOENT' } },
    'A host could not be started: spawn ENOENT.',
  ],
  [
    { code: 'channel-closed', args: { host: 0 } },
    'Host 1 ended: own code closed a file descriptor that it had not opened and that carries the results.',
  ],
  [
    { code: 'heap-full', args: {} },
    'The JavaScript heap of a worker was full, and V8 ended it. Keep less at once, or raise the limit: NODE_OPTIONS=--max-old-space-size=MB.',
  ],
  [
    { code: 'other-result', args: { task: 3, given: '12', right: '13' } },
    'Task 3 returned another result than the reference (checksum 12, not 13): the work is not equal.',
  ],
  [
    { code: 'task-run-twice', args: { results: 1201, tasks: 1200 } },
    '1,201 results for 1,200 tasks: some task was run twice.',
  ],
  [{ code: 'no-result', args: {} }, 'it returned no result.'],
  [{ code: 'ended', args: { status: 'memory-limit' } }, 'it ended with status memory limit.'],
  [{ code: 'task-not-run', args: { task: 1200 } }, 'Task 1200 was not run.'],
  [
    { code: 'inputs-missing', args: { why: { code: 'full' } } },
    'An input of the workload is not available: the disk is full.',
  ],
  [
    { code: 'inputs-missing', args: { path: '/tmp/trial-1', why: { code: 'denied' } } },
    'An input of the workload is not available: /tmp/trial-1: permission is denied.',
  ],
  [
    { code: 'server-not-started', args: {} },
    'An input of the workload is not available: the local server did not start: it printed nothing.',
  ],
  [
    { code: 'server-not-started', args: { said: 'EADDRINUSE' } },
    'An input of the workload is not available: the local server did not start: EADDRINUSE.',
  ],
  [
    { code: 'server-not-started', args: { why: 'spawn EAGAIN', said: 'no' } },
    'An input of the workload is not available: the local server did not start: spawn EAGAIN.',
  ],
  [
    { code: 'server-not-started', args: { why: 'spawn EMFILE', lacks: 'files' } },
    'An input of the workload is not available: the local server did not start: too many files are open. Raise that limit (ulimit -n), or use fewer workers.',
  ],
  [{ code: 'server-silent', args: {} }, 'The local server did not listen.'],
  [
    { code: 'server-ended', args: { pid: 12, signal: 'SIGKILL' } },
    'The local server (pid 12) was killed by SIGKILL meanwhile.',
  ],
  [
    { code: 'server-ended', args: {} },
    'The local server ended with exit code (unknown) meanwhile.',
  ],
  [{ code: 'run-ended', args: { why: 'no disk' } }, 'The run ended early: no disk.'],
  [
    { code: 'run-too-large', args: { cell: 'hybrid', workers: 4096, most: 512 } },
    'The run ended early: hybrid would have 4,096 workers on this machine; the maximum is 512.',
  ],
  [{ code: 'internal', args: { why: 'a bug' } }, 'The run failed inside Corelane: a bug.'],
  [
    {
      code: 'run-refused',
      args: { problem: { code: 'code-changed', args: { path: '/a/work.mts', how: 'changed' } } },
    },
    'The run ended early: /a/work.mts has changed since it was agreed to.',
  ],
  [
    { code: 'run-without-strategy', args: {} },
    'The run ended early: no strategy of it can run here.',
  ],
  [
    { code: 'probe', args: { failure: { kind: 'signal', signal: 'SIGKILL' } } },
    'The probe failed: it was killed by SIGKILL.',
  ],
  [{ code: 'text', args: { text: 'It threw.' } }, 'It threw.'],
];

const seedsDiffer =
  'Probable cause: each Python process has a different hash seed, so the order of a set differs. Sort it, or set PYTHONHASHSEED: with one seed for all, tried once, the results agreed.';
const lookFor =
  'look for the time, random numbers without a seed, id() or the address of an object in what it returns.';

const hintCases: readonly (readonly [FailureHint, string])[] = [
  [
    { code: 'python-variable', args: { name: 'PYTHONHOME', value: '/nonexistent' } },
    'Probable cause: PYTHONHOME=/nonexistent keeps Python from starting. Correct or unset it.',
  ],
  [{ code: 'ran', args: { work: 'resize (thumb.mts)' } }, 'It ran resize (thumb.mts).'],
  [
    { code: 'descriptors-closed', args: {} },
    'It may have closed file descriptors that it had not opened and Node.js needs, or an add-on has aborted.',
  ],
  [
    { code: 'module-not-isolated', args: {} },
    'A module it imports may not support sub-interpreters: use python-threads or python-processes.',
  ],
  [{ code: 'hash-seeds', args: {} }, seedsDiffer],
  [
    { code: 'not-hash-seeds', args: {} },
    `One hash seed for all processes does not help: ${lookFor}`,
  ],
  [
    { code: 'not-repeatable', args: {} },
    'Probable cause: what it returns depends on more than its index, its seed and its parameters. Look for the time, random numbers without a seed, the process id, or state that one task leaves for the next.',
  ],
  [{ code: 'same-hash-seed', args: {} }, `All processes have the same hash seed, so ${lookFor}`],
  [
    { code: 'thread-folder', args: {} },
    "Threads can't change the current folder of their process; processes can.",
  ],
  [
    { code: 'thread-call', args: { call: 'process.umask' } },
    "Threads can't call process.umask; processes can.",
  ],
  [
    { code: 'thread-add-on', args: {} },
    "The add-on can be loaded by one thread of a process only: threads can't share it; processes can each load it.",
  ],
  [
    { code: 'thread-signals', args: {} },
    "Threads can't set signal handlers; python-serial and python-processes can.",
  ],
  [
    { code: 'thread-bound', args: {} },
    'It works only in the thread that made it: make it in setup, which runs on each worker, or use python-processes.',
  ],
  [
    { code: 'loop-running', args: {} },
    'python-asyncio runs each task on an event loop already; the other strategies can run it.',
  ],
  [
    { code: 'interpreter-module', args: {} },
    "This module can't be loaded in a sub-interpreter: use python-threads or python-processes.",
  ],
  [
    { code: 'interpreter-call', args: {} },
    'A sub-interpreter may not do that: use python-threads or python-processes.',
  ],
];

describe('a failure', () => {
  it.each(cases)('%j', (failure, text) => {
    expect(failureText(failure)).toBe(text);
    expect(failureSchema.parse(JSON.parse(JSON.stringify(failure)))).toEqual(failure);
  });

  it('has a row for each code', () => {
    const schemas = z.toJSONSchema(failureSchema, { io: 'output' });
    const codes = [
      ...JSON.stringify(schemas.$defs?.['failure']).matchAll(/"code":\{[^}]*"const":"([^"]+)"/g),
    ];
    const all = new Set(codes.map(([, code]) => code));
    expect(all.size).toBeGreaterThan(25);
    for (const [{ code }] of cases) all.delete(code);
    expect([...all]).toEqual([]);
  });

  it.each(hintCases)('has a sentence for its hint %j', (hint, text) => {
    const failure: Failure = { code: 'stopped', args: {}, hints: [hint] };
    expect(failureText(failure)).toBe(`Stopped by the user. ${text}`);
    expect(failureSchema.parse(JSON.parse(JSON.stringify(failure)))).toEqual(failure);
  });

  it('has a sentence for each of its hints', () => {
    const failure = { code: 'threw', args: { worker: 0, task: 0, said: 'no' } } as const;
    const ran = withHint(failure, { code: 'ran', args: { work: 'resize (thumb.mts)' } });
    expect(failureText(withHint(ran, { code: 'thread-folder', args: {} }))).toBe(
      "Worker 1 threw in task 0: no. It ran resize (thumb.mts). Threads can't change the current folder of their process; processes can.",
    );
  });

  it('stays the text that an earlier version wrote', () => {
    expect(failureText(failureSchema.parse('Worker 1 threw.'))).toBe('Worker 1 threw.');
    expect(natureLimitText(natureLimitSchema.parse('Threads can not.'))).toBe('Threads can not.');
    expect(natureLimitText({ code: 'thread-call', args: { call: 'process.umask' } })).toBe(
      "Threads can't call process.umask; processes can.",
    );
  });
});
