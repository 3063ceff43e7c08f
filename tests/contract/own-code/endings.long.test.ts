// How own code can end a trial, further cases: values that are thrown, calls that end a process, moments of an error.
import { describe, expect, it } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import {
  expectCounted,
  expectEnds,
  expectUnhandled,
  expectWorkerThrows,
  inTask,
  outcomes,
} from './endings-runs';

const two: ExperimentInput['strategies'] = [{ kind: 'serial' }, { kind: 'threads', workers: 2 }];

describe('a trial that own code ends', () => {
  it.each([
    ['process.exitCode = 3; process.exit();', 'exited: Task 2 called process.exit(). It ran FILE.'],
    ['throw undefined;', 'failed: Worker threw in task 2: it threw undefined. It ran FILE.'],
    [
      'throw function mistake() {};',
      'failed: Worker threw in task 2: it threw the function mistake. It ran FILE.',
    ],
    [
      'let deep = []; for (let level = 0; level < 2e5; level += 1) deep = [deep]; return deep;',
      'failed: Worker threw in task 2: it returned a value that is nested more than 1000 levels deep, which has no checksum; return a flatter one. It ran FILE.',
    ],
    ["throw Symbol('s');", 'failed: Worker threw in task 2: it threw Symbol(s). It ran FILE.'],
    [
      "throw new Proxy({}, { get() { throw new Error('trap'); }, getPrototypeOf() { throw 1; }, ownKeys() { throw 1; } });",
      "failed: Worker threw in task 2: it threw a value that can't be read. It ran FILE.",
    ],
    [
      "throw new AggregateError([new Error('one'), 'two', null], 'all');",
      'failed: Worker threw in task 2: all: (1) one, (2) two, (3) it threw null (FILE:3).',
    ],
    ['process.kill(process.pid);', 'killed: Task 2 called process.kill(process.pid). It ran FILE.'],
    ['process.reallyExit(3);', 'exited: Task 2 called process.reallyExit(3). It ran FILE.'],
    [
      'Error.stackTraceLimit = 0; Error.prepareStackTrace = () => 1; process.exit(3);',
      'exited: Task 2 called process.exit(3). It ran FILE.',
    ],
  ])('%s', (body, expected) => expectEnds(inTask(body), expected));

  it.each([['later', '(_, i) => new Promise((resolve) => { setTimeout(resolve, 300, i); })']])(
    'by a timer that was set while it was loaded, where tasks end %s',
    (_, work) =>
      expectEnds(
        `setTimeout(() => process.exit(7), 20);\nexport default ${work};`,
        'exited: FILE called process.exit(7) outside of any task.',
      ),
  );

  it.each([
    [
      'descriptors that Node.js needs',
      'for (let fd = 4; fd < 40; fd += 1) if (fd !== 15) try { fs.closeSync(fd); } catch {}',
      'killed: Host was killed by SIGABRT. It ran FILE. It may have closed file descriptors that it had not opened and Node.js needs, or an add-on has aborted.',
    ],
  ])('by closing %s', (_, body, expected) =>
    expectEnds(`import fs from 'node:fs';\n${inTask(body)}`, expected),
  );

  it.each([
    ['a setup that never gives way', 'export const setup = () => { for (;;); };'],
    ['a file that is never loaded', 'await new Promise(() => undefined);'],
  ])('by %s', { timeout: 120_000 }, (_, text) =>
    expectEnds(
      `${text}\nexport default () => 1;`,
      'timeout: The trial took longer than 2 s and was stopped. It ran FILE.',
      { timeoutSeconds: 2 },
    ),
  );

  it.each([
    [
      ', waited for as it is loaded',
      'await new Promise((resolve) => { setTimeout(resolve, 2e3); });',
    ],
    [
      ', waited for in setup',
      'export const setup = () => new Promise((resolve) => { setTimeout(resolve, 2e3); });',
    ],
  ])('by a worker of its own that throws%s', { timeout: 120_000 }, (_, text) =>
    expectWorkerThrows(text),
  );

  it.each([
    [
      'in setup',
      'export const setup = async () => { HERE; await new Promise((resolve) => { setTimeout(resolve, 200); }); };',
    ],
    ['while its tasks run', 'setTimeout(() => { HERE; }, 400);'],
  ])('by an error or a rejection %s that nothing waits for', (_, text) => expectUnhandled(text));
});

describe('a trial whose results are all in', () => {
  it('counts where an exit hook never ends', { timeout: 120_000 }, async () => {
    const text = "process.on('exit', () => { for (;;); });\nexport default (_, i) => i;";
    const { ends, notes } = await outcomes(text, { strategies: two });
    expect(ends).toEqual(['ok', 'ok']);
    expect(notes).toEqual(['an exit hook of FILE did not end within 5 s']);
    const threads = await outcomes(text, { strategies: two.slice(1) });
    expect(threads.notes).toEqual(notes);
  });

  it.each([
    ['a timer', 'if (i === 3) setTimeout(() => { for (;;); }, 5);'],
    [
      'promises',
      'const next = () => Promise.resolve().then(next); if (i === 3) setTimeout(next, 5);',
    ],
  ])('ends soon where a loop of %s never gives way', { timeout: 120_000 }, async (_, body) => {
    const { ends, tookMs } = await outcomes(`export default (_, i) => { ${body} return i; };`);
    expect(ends).toEqual(['ok', 'ok', 'ok', 'ok']);
    // 2 s, and as much for a busy machine; a teardown would have 5 s.
    for (const ms of tookMs) expect(ms).toBeLessThan(4_000);
  });

  it.each([
    [
      "import { createServer } from 'node:http';\ncreateServer().listen(0);",
      [/kept the process alive/, /kept the thread alive/],
    ],
    [
      "export const teardown = () => void Promise.reject(new Error('later'));",
      [/^teardown of FILE threw: later$/],
    ],
    [
      "export const teardown = async () => { setTimeout(() => { throw new Error('timer'); }, 20); };",
      [/^teardown of FILE threw: timer$/],
    ],
    [
      "export const teardown = () => process.kill(process.pid, 'SIGKILL');",
      [/^teardown of FILE called process\.kill\(process\.pid, 'SIGKILL'\) after its last result$/],
    ],
    [
      'export const teardown = () => process.abort();',
      [/^teardown of FILE called process\.abort\(\) after its last result$/],
    ],
  ])('counts: %s', expectCounted);

  it(
    'counts where a worker blocks after its last result; the note names no teardown that it does not have',
    { timeout: 120_000 },
    async () => {
      const loops = 'export default (_, i) => { setTimeout(() => { for (;;); }, 100); return i; };';
      const closing = 'export const teardown = () => { for (;;); };\nexport default (_, i) => i;';
      const [without, { ends, notes }] = await Promise.all([
        outcomes(loops, { strategies: two }),
        outcomes(closing, { strategies: two }),
      ]);
      expect(without.ends).toEqual(['ok', 'ok']);
      expect([...without.notes].sort()).toEqual([
        'something in FILE kept the process alive after its last result',
        'something in FILE kept the thread alive after its last result',
      ]);
      expect(ends).toEqual(['ok', 'ok']);
      expect(notes).toEqual(['teardown of FILE did not end within 5 s']);
    },
  );
});
