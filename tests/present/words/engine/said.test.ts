// What is said of a task that failed, in words: a text for each code.
import { describe, expect, it } from 'vitest';
import { failureText } from '@present/words/engine/failures';
import { saidText } from '@present/words/engine/said';
import { failureSchema } from '@shared/report/failures';
import {
  programFaultCodes,
  saidReasonSchema,
  saidWordsSchema,
  wordsIn,
  type SaidWords,
  type SaidReason,
} from '@shared/base/said';

const advice = 'which has no checksum; return a number, text, bytes, a list or a plain object';
const command = '/bin/gzip';

const texts: readonly (readonly [SaidReason, string])[] = [
  [{ code: 'unreadable', args: {} }, "it threw a value that can't be read"],
  [{ code: 'empty-text', args: {} }, 'it threw an empty text'],
  [{ code: 'value', args: { value: '{"code":1}' } }, 'it threw {"code":1}'],
  [{ code: 'function', args: {} }, 'it threw a function'],
  [{ code: 'function', args: { name: 'work' } }, 'it threw the function work'],
  [{ code: 'object', args: { keys: [], more: 0 } }, 'it threw an object'],
  [{ code: 'object', args: { keys: ['a', 'b'], more: 0 } }, 'it threw an object with a, b'],
  [
    { code: 'object', args: { keys: ['a', 'b'], more: 1 } },
    'it threw an object with a, b, and 1 more',
  ],
  [{ code: 'no-message', args: { name: 'RangeError' } }, 'RangeError without a message'],
  [
    { code: 'inner', args: { said: 'all', inner: ['one', 'two'], more: 3 } },
    'all: (1) one, (2) two, and 3 more',
  ],
  [
    { code: 'inner', args: { said: 'outer', inner: [], more: 0, because: 'inner' } },
    'outer, because: inner',
  ],
  [{ code: 'no-checksum', args: { what: 'function' } }, `it returned a function, ${advice}`],
  [
    { code: 'no-checksum', args: { what: 'symbol', place: 'rows[0].go' } },
    `it returned a symbol at rows[0].go, ${advice}`,
  ],
  [
    { code: 'no-checksum', args: { what: 'circle', place: 'self' } },
    `it returned an object that contains itself at self, ${advice}`,
  ],
  [{ code: 'no-checksum', args: { what: 'generator' } }, `it returned a generator, ${advice}`],
  [
    { code: 'no-checksum', args: { what: 'class' } },
    `it returned an instance of a class, ${advice}`,
  ],
  [
    { code: 'no-checksum', args: { what: 'instance', name: 'Map' } },
    `it returned an instance of Map, ${advice}`,
  ],
  [
    { code: 'nested-too-deep', args: { levels: 1000 } },
    'it returned a value that is nested more than 1000 levels deep, which has no checksum; return a flatter one',
  ],
  [
    { code: 'no-such-export', args: { file: 'a.mjs', export: 'work', exports: ['one', 'two'] } },
    'a.mjs exports no function work; it exports one, two',
  ],
  [
    { code: 'no-such-export', args: { file: 'a.mjs', export: 'work', exports: [] } },
    'a.mjs exports no function work; it exports nothing',
  ],
  [
    { code: 'export-is-class', args: { file: 'a.mjs', export: 'default', class: 'Work' } },
    'default in a.mjs is a class: export a function, as in (params, index) => new Work(params).run(index)',
  ],
  [
    { code: 'export-is-value', args: { file: 'a.mjs', export: 'default', what: 'number' } },
    'default in a.mjs is no function but a number: export a function, as in (params, index) => index',
  ],
  [
    { code: 'backslash-in-path', args: { path: String.raw`/home/a\b/w.mjs` } },
    String.raw`Node.js can't load /home/a\b/w.mjs: a name in it has a backslash. Rename that folder or file`,
  ],
  [
    { code: 'program-not-started', args: { command, why: { code: 'missing' } } },
    '/bin/gzip could not be started: there is no such program',
  ],
  [
    {
      code: 'program-not-started',
      args: { command, why: { code: 'no-interpreter', interpreter: '/bin/zsh' } },
    },
    '/bin/gzip could not be started: its first line names /bin/zsh, which is not there',
  ],
  [
    { code: 'program-not-started', args: { command, why: { code: 'other', said: 'EIO' } } },
    '/bin/gzip could not be started: EIO',
  ],
  [
    { code: 'program-ended', args: { command, exitCode: 3, said: 'no room', codes: [0, 3] } },
    '/bin/gzip ended with exit code 3: no room (if that is not a failure, give exitCodes: [0, 3])',
  ],
  [
    { code: 'program-ended', args: { command, exitCode: 3, said: '', codes: [0, 3] } },
    '/bin/gzip ended with exit code 3 (if that is not a failure, give exitCodes: [0, 3])',
  ],
  [
    { code: 'program-killed', args: { command, signal: 'SIGKILL', said: 'half' } },
    '/bin/gzip was killed by SIGKILL: half',
  ],
  [
    {
      code: 'request-failed',
      args: { url: 'http://a/', why: { code: 'status', status: 503, said: 'busy' } },
    },
    'the request to http://a/ failed: status 503: busy',
  ],
  [
    { code: 'request-failed', args: { url: 'http://a/', why: { code: 'status', said: 'busy' } } },
    'the request to http://a/ failed: status not known: busy',
  ],
  [
    {
      code: 'request-failed',
      args: { url: 'http://a/', why: { code: 'length', bytes: 5000, expected: 8 } },
    },
    'the request to http://a/ failed: 5000 bytes came instead of 8',
  ],
  [
    {
      code: 'request-failed',
      args: { url: 'http://a/', why: { code: 'other', said: 'socket hang up' } },
    },
    'the request to http://a/ failed: socket hang up',
  ],
  [
    { code: 'read-back', args: { path: '/tmp/task-1.bin' } },
    '/tmp/task-1.bin reads back different from what was written',
  ],
  [{ code: 'on-purpose', args: { task: 1200 } }, 'task 1200 throws on purpose'],
  [
    { code: 'thread-ended', args: { exitCode: 3 } },
    'its thread ended with code 3 before its tasks were done',
  ],
];

describe('saidText', () => {
  it.each(texts)('writes %j', (reason, text) => {
    expect(saidText(reason)).toBe(text);
    expect(saidReasonSchema.parse(JSON.parse(JSON.stringify(reason)))).toEqual(reason);
  });

  it('has words for whatever stands in the way of a program', () => {
    const said = programFaultCodes.map((code) =>
      saidText({ code: 'program-not-started', args: { command, why: { code } } }),
    );
    expect(new Set(said).size).toBe(programFaultCodes.length);
  });
});

describe('what is said of a failure', () => {
  it('may be own code’s words, as in every earlier report', () => {
    expect(saidText(saidWordsSchema.parse('it went wrong'))).toBe('it went wrong');
    const failure = { code: 'threw', args: { said: 'it threw an empty text', task: 2 } };
    expect(failureText(failureSchema.parse(failure))).toBe(
      'A worker threw in task 2: it threw an empty text.',
    );
  });

  it('stands in the sentence of the failure, with its place', () => {
    const said: SaidWords = { code: 'no-checksum', args: { what: 'function' } };
    expect(
      failureText({ code: 'threw', args: { said, worker: 0, task: 2, place: 'a.mjs:3' } }),
    ).toBe(`Worker 1 threw in task 2: it returned a function, ${advice} (a.mjs:3).`);
  });

  it('gives the words of others in it, wherever they are', () => {
    const inner: SaidWords = { code: 'inner', args: { said: 'two', inner: ['three'], more: 0 } };
    const outer: SaidWords = {
      code: 'inner',
      args: {
        said: 'one',
        inner: [inner, { code: 'empty-text', args: {} }],
        more: 0,
        because: 'four',
      },
    };
    expect(wordsIn(outer).split(/ +/)).toEqual(['one', 'two', 'three', 'four']);
  });
});
