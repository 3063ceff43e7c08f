// How own code can end a trial: one status and one sentence for the same mistake, in every strategy, and no
// result lost for what comes after the last one. `endings.long.test.ts` has further cases.
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  expectCounted,
  expectEnds,
  expectUnhandled,
  expectWorkerThrows,
  inTask,
  outcomes,
  strategies,
} from './endings-runs';

afterEach(() => vi.unstubAllEnvs());

describe('a trial that own code ends', () => {
  it.each([
    ['process.exit(0);', 'exited: Task 2 called process.exit(0). It ran FILE.'],
    ['throw { code: 1 };', 'failed: Worker threw in task 2: it threw {"code":1}. It ran FILE.'],
    [
      "throw new Error('outer\\u001b[2J', { cause: new TypeError('inner') });",
      'failed: Worker threw in task 2: outer\\u001b[2J, because: inner (FILE:3).',
    ],
    [
      "setTimeout(() => { throw new Error('late'); }, 5);",
      'failed: An error was thrown outside of any task and not handled: late (FILE:3).',
    ],
    [
      "void Promise.reject(new Error('late'));",
      'failed: A promise was rejected outside of any task and not handled: late (FILE:3).',
    ],
    [
      "process.kill(process.pid, 'SIGKILL');",
      "killed: Task 2 called process.kill(process.pid, 'SIGKILL'). It ran FILE.",
    ],
    ['process.abort();', 'killed: Task 2 called process.abort(). It ran FILE.'],
    [
      'return (async () => { await null; await new Promise((resolve) => { setTimeout(resolve, 3); }); process.exit(3); })();',
      'exited: Task 2 called process.exit(3). It ran FILE.',
    ],
    [
      'setTimeout(() => process.exit(3), 5);',
      'exited: FILE called process.exit(3) outside of any task.',
    ],
  ])('%s', (body, expected) => expectEnds(inTask(body), expected));

  it('by what it keeps, which no heap holds', async () => {
    vi.stubEnv('NODE_OPTIONS', '--max-old-space-size=40');
    await expectEnds(
      inTask('const kept = []; for (;;) kept.push(new Array(1e5).fill(Math.random()));'),
      'failed: The JavaScript heap of a worker was full, and V8 ended it. Keep less at once, or raise the limit: NODE_OPTIONS=--max-old-space-size=MB. It ran FILE.',
    );
  });

  it.each([['at once', '(_, i) => i']])(
    'by a timer that was set while it was loaded, where tasks end %s',
    (_, work) =>
      expectEnds(
        `setTimeout(() => process.exit(7), 20);\nexport default ${work};`,
        'exited: FILE called process.exit(7) outside of any task.',
      ),
  );

  it('by signals that it handles itself, not', async () => {
    const text =
      "process.on('SIGTERM', () => 0);\nexport default (_, i) => (process.kill(process.pid, 'SIGTERM'), process.kill(process.pid, 0), process.kill(process.pid, 'SIGCHLD'), i);";
    const { ends } = await outcomes(text, {
      strategies: [{ kind: 'serial' }, { kind: 'async', workers: 2 }],
    });
    expect(ends).toEqual(['ok', 'ok']);
  });

  it('before its first task', async () => {
    const setup = await outcomes(
      'export const setup = () => process.exit(4);\nexport default () => 1;',
    );
    expect(new Set(setup.ends)).toEqual(
      new Set(['exited: setup called process.exit(4). It ran FILE.']),
    );
    const load = await outcomes('process.exit(4);\nexport default () => 1;');
    expect(new Set(load.ends)).toEqual(
      new Set(['exited: FILE, as it was loaded, called process.exit(4).']),
    );
  });

  it.each([
    [
      "the descriptor of Corelane's messages",
      'fs.closeSync(15);',
      'exited: Host ended: own code closed a file descriptor that it had not opened and that carries the results. It ran FILE.',
    ],
  ])('by closing %s', (_, body, expected) =>
    expectEnds(`import fs from 'node:fs';\n${inTask(body)}`, expected),
  );

  it.each([
    ['a setup that never ends', 'export const setup = () => new Promise(() => undefined);'],
  ])('by %s', { timeout: 120_000 }, (_, text) =>
    expectEnds(
      `${text}\nexport default () => 1;`,
      'timeout: The trial took longer than 2 s and was stopped. It ran FILE.',
      { timeoutSeconds: 2 },
    ),
  );

  it.each([['', '']])('by a worker of its own that throws%s', { timeout: 120_000 }, (_, text) =>
    expectWorkerThrows(text),
  );

  it.each([
    ['as it is loaded', 'HERE; await new Promise((resolve) => { setTimeout(resolve, 200); });'],
  ])('by an error or a rejection %s that nothing waits for', (_, text) => expectUnhandled(text));

  it.each([
    [
      'a class',
      'class Work { run() {} }',
      'is a class: export a function, as in (params, index) => new Work(params).run(index).',
    ],
    [
      'a number',
      '5',
      'is no function but a number: export a function, as in (params, index) => index.',
    ],
  ])('with %s in place of a function', async (_, value, told) => {
    const { ends } = await outcomes(`export default ${value}`);
    const plain = ends.map((end) => end.replace(/Worker( \d+)?/, 'Worker'));
    const expected = `failed: Worker threw: default in FILE ${told}`;
    expect(plain).toEqual(strategies.map(() => expected));
  });

  it.each(['function*', 'async function*'])('with a generator of a %s', async (kind) => {
    const { ends } = await outcomes(`export default ${kind} (_, index) { yield index; }`);
    const expected =
      'failed: Worker threw in task N: it returned a generator, which has no checksum; return a number, text, bytes, a list or a plain object. It ran FILE.';
    expect(ends.map((end) => end.replace(/task \d/, 'task N'))).toEqual(
      strategies.map(() => expected),
    );
  });

  it.each([
    ['', '{ inner(); }'],
    ['async ', '{ await null; inner(); }'],
  ])('with a stack of %sown code, without the frames that called it', async (kind, body) => {
    const text = `const inner = () => [1].map(() => { throw new Error('no'); });\nexport default ${kind}function work() ${body}`;
    const { stacks } = await outcomes(text);
    expect(stacks).toHaveLength(strategies.length);
    for (const stack of stacks) {
      expect(stack).toMatch(/at inner .*FILE:1:/);
      expect(stack).toMatch(/at (?:async )?work .*FILE:2:/);
      expect(stack).not.toMatch(/[\\/]out[\\/]main[\\/]/);
    }
  });

  it('in a way that threads can not go', async () => {
    const { ends } = await outcomes("export default (_, i) => (process.chdir('/'), i);");
    expect(ends).toEqual([
      'ok',
      'ok',
      "failed: Worker threw in task 0: process.chdir() is not supported in workers (FILE:1). Threads can't change the current folder of their process; processes can.".replace(
        'task 0',
        /task \d/.exec(ends[2] ?? '')?.[0] ?? '',
      ),
      'ok',
    ]);
  });
});

it('a setup may put the state where it is itself', async () => {
  const { ends } = await outcomes(`export const setup = (_, context) => { context.state = 7; };
export default (_, index, { state }) => { if (state !== 7) throw new Error('lost'); return index; };`);
  expect(new Set(ends)).toEqual(new Set(['ok']));
});

describe('a trial whose results are all in', () => {
  it.each([
    ['setInterval(() => 0, 1000);', [/kept the process alive/, /kept the thread alive/]],
    ["export const teardown = () => { throw new Error('no'); };", [/^teardown of FILE threw: no$/]],
    [
      'export const teardown = () => process.exit(1);',
      [/^teardown of FILE called process\.exit\(1\) after its last result$/],
    ],
    [
      "import { execFileSync } from 'node:child_process';\nexport const teardown = () => execFileSync('kill', ['-9', `${process.pid}`]);",
      [/^teardown of FILE ended its process with SIGKILL$/],
    ],
    [
      "process.on('exit', () => { throw new Error('hook'); });",
      [/^an exit hook of FILE threw: hook$/],
    ],
    [
      "process.on('beforeExit', () => process.exit(2));",
      [/^FILE called process\.exit\(2\) after its last result$/],
    ],
    [
      "process.on('beforeExit', () => { throw new Error('be'); });",
      [/^an exit hook of FILE threw: be$/],
    ],
    [
      "process.on('exit', () => process.exit(9));",
      [/^FILE called process\.exit\(9\) after its last result$/],
    ],
  ])('counts: %s', expectCounted);

  it.each([
    ['process.exit(6)', /^FILE called process\.exit\(6\) after its last result$/],
    ["{ throw new Error('late'); }", /^something in FILE threw after its last result: late$/],
  ])('counts where a timer that keeps no worker alive does %s', async (what, late) => {
    const text = `export default (_, i) => { setTimeout(() => ${what}, 30).unref(); return i; };`;
    const { ends, notes } = await outcomes(text);
    expect(ends).toEqual(['ok', 'ok', 'ok', 'ok']);
    // Whether a worker is still there by then is chance.
    for (const note of notes) expect(note).toMatch(late);
  });

  it.each([
    ['throws', 'exit', "() => { throw new Error('hook'); }", 'an exit hook of FILE threw: hook'],
    [
      'rejects',
      'beforeExit',
      "async () => { throw new Error('hook'); }",
      'an exit hook of FILE threw: hook',
    ],
  ])('counts, with a note of a hook that %s, in every strategy', async (_, name, hook, note) => {
    const text = `process.on('${name}', ${hook});\nexport default (_, i) => i;`;
    for (const strategy of strategies) {
      const { ends, notes } = await outcomes(text, { strategies: [strategy] });
      expect({ strategy, ends, notes }).toEqual({
        strategy,
        ends: ['ok'],
        notes: [note],
      });
    }
  });

  it('counts where its teardown never ends', async () => {
    const text =
      'export const teardown = () => new Promise(() => undefined);\nexport default (_, i) => i;';
    const { ends, notes } = await outcomes(text, { strategies: [{ kind: 'threads', workers: 2 }] });
    expect(ends).toEqual(['ok']);
    expect(notes).toEqual(['teardown of FILE did not end within 5 s']);
  });

  it('says how much its tasks printed', async () => {
    const text = `const line = 'x'.repeat(999);
export default () => { for (let i = 0; i < 500; i += 1) { console.log(line); console.error(line); } };`;
    const { ends, notes } = await outcomes(text);
    expect(ends).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(notes).toEqual(['tasks printed 4 MB']);
  });
});
