// How own code can end a trial: one status and one sentence for the same mistake, in every strategy, and no
// result lost for what comes after the last one.
import { whyOf } from '../../helpers/failures';
import { notesOf } from '../../helpers/notes';
import { afterAll, describe, expect, it } from 'vitest';
import type { ExperimentInput } from '@shared/experiment/experiment';
import { OwnFolder } from '../../helpers/own-code';
import { beginRun, experiment } from '../../helpers/run-experiment';

const own = new OwnFolder();
afterAll(() => own.remove());

const strategies: ExperimentInput['strategies'] = [
  { kind: 'serial' },
  { kind: 'async', workers: 2 },
  { kind: 'threads', workers: 2 },
  { kind: 'processes', workers: 2 },
];

const two: ExperimentInput['strategies'] = [{ kind: 'serial' }, { kind: 'threads', workers: 2 }];

let count = 0;

async function outcomes(text: string, extra: Partial<ExperimentInput> = {}) {
  count += 1;
  const name = `work${count}.mjs`;
  const sampling = { hz: 0, memoryHz: 0 };
  const workload = own.workload(name, text);
  const input = experiment({ workload, strategies, tasks: 4, sampling, ...extra });
  const { run, cells } = await beginRun(input).report;
  const ends = cells.map(({ trials: [trial] }) => {
    const message = whyOf(trial?.evidence)
      ?.replace(/^Worker \d/, 'Worker')
      .replaceAll(name, 'FILE');
    return message === undefined ? `${trial?.status}` : `${trial?.status}: ${message}`;
  });
  return { ends, notes: notesOf(run).map((note) => note.replaceAll(name, 'FILE')) };
}

const inTask = (body: string): string =>
  `export default (_, index) => {\n  if (index === 2) {\n    ${body}\n  }\n  return index;\n};`;

describe('a trial that own code ends', () => {
  it.each([
    ['process.exit(0);', 'exited: Task 2 called process.exit(0). It ran FILE.'],
    ['process.exitCode = 3; process.exit();', 'exited: Task 2 called process.exit(). It ran FILE.'],
    ['throw undefined;', 'failed: Worker threw in task 2: it threw undefined. It ran FILE.'],
    ['throw { code: 1 };', 'failed: Worker threw in task 2: it threw {"code":1}. It ran FILE.'],
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
      "throw new Error('outer\\u001b[2J', { cause: new TypeError('inner') });",
      'failed: Worker threw in task 2: outer\\u001b[2J, because: inner (FILE:3).',
    ],
    [
      "throw new AggregateError([new Error('one'), 'two', null], 'all');",
      'failed: Worker threw in task 2: all: (1) one, (2) two, (3) it threw null (FILE:3).',
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
    ['process.kill(process.pid);', 'killed: Task 2 called process.kill(process.pid). It ran FILE.'],
    ['process.abort();', 'killed: Task 2 called process.abort(). It ran FILE.'],
    ['process.reallyExit(3);', 'exited: Task 2 called process.reallyExit(3). It ran FILE.'],
    [
      'return (async () => { await null; await new Promise((resolve) => { setTimeout(resolve, 3); }); process.exit(3); })();',
      'exited: Task 2 called process.exit(3). It ran FILE.',
    ],
    [
      'Error.stackTraceLimit = 0; Error.prepareStackTrace = () => 1; process.exit(3);',
      'exited: Task 2 called process.exit(3). It ran FILE.',
    ],
    [
      'setTimeout(() => process.exit(3), 5);',
      'exited: FILE called process.exit(3) outside of any task.',
    ],
  ])('%s', async (body, expected) => {
    const { ends } = await outcomes(inTask(body));
    expect(ends).toEqual(strategies.map(() => expected));
  });

  it.each([
    ['at once', '(_, i) => i'],
    ['later', '(_, i) => new Promise((resolve) => { setTimeout(resolve, 300, i); })'],
  ])('by a timer that was set while it was loaded, where tasks end %s', async (_, work) => {
    const text = `setTimeout(() => process.exit(7), 20);\nexport default ${work};`;
    const { ends } = await outcomes(text);
    const expected = 'exited: FILE called process.exit(7) outside of any task.';
    expect(ends).toEqual(strategies.map(() => expected));
  });

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
      'descriptors that Node.js needs',
      'for (let fd = 4; fd < 40; fd += 1) if (fd !== 15) try { fs.closeSync(fd); } catch {}',
      'killed: Host was ended by SIGABRT. It ran FILE. It may have closed file descriptors that it had not opened and Node.js needs, or an add-on has aborted.',
    ],
    [
      "the descriptor of Corelane's messages",
      'fs.closeSync(15);',
      'exited: Host ended: own code closed a file descriptor that it had not opened, and that results are sent on. It ran FILE.',
    ],
  ])('by closing %s', async (_, body, expected) => {
    const { ends } = await outcomes(`import fs from 'node:fs';\n${inTask(body)}`);
    const plain = ends.map((end) => end.replace(/Host \d \(pid \d+\)/, 'Host'));
    expect(plain).toEqual(strategies.map(() => expected));
  });

  it.each([
    ['a setup that never ends', 'export const setup = () => new Promise(() => undefined);'],
    ['a setup that never gives way', 'export const setup = () => { for (;;); };'],
    ['a file that is never loaded', 'await new Promise(() => undefined);'],
  ])('by %s', { timeout: 120_000 }, async (_, text) => {
    const { ends } = await outcomes(`${text}\nexport default () => 1;`, { timeoutSeconds: 2 });
    expect(ends).toEqual(
      strategies.map(() => 'timeout: The trial took longer than 2 s and was ended. It ran FILE.'),
    );
  });

  it.each([
    ['', ''],
    [
      ', waited for as it is loaded',
      'await new Promise((resolve) => { setTimeout(resolve, 2e3); });',
    ],
    [
      ', waited for in setup',
      'export const setup = () => new Promise((resolve) => { setTimeout(resolve, 2e3); });',
    ],
  ])('by a worker of its own that throws%s', { timeout: 120_000 }, async (_, text) => {
    const start = `import { Worker } from 'node:worker_threads';
new Worker("throw new Error('mine')", { eval: true });`;
    const wait = 'new Promise((resolve) => { setTimeout(resolve, 2e3); })';
    const { ends } = await outcomes(`${start}\n${text}\nexport default () => ${wait};`);
    expect(ends).toEqual(
      strategies.map(
        () => 'failed: An error was thrown outside of any task and not handled: mine. It ran FILE.',
      ),
    );
  });

  it.each([
    ['as it is loaded', 'HERE; await new Promise((resolve) => { setTimeout(resolve, 200); });'],
    [
      'in setup',
      'export const setup = async () => { HERE; await new Promise((resolve) => { setTimeout(resolve, 200); }); };',
    ],
    ['while its tasks run', 'setTimeout(() => { HERE; }, 400);'],
  ])('by an error or a rejection %s that nothing waits for', async (_, text) => {
    const work = `export default () => new Promise((resolve) => { setTimeout(resolve, 300); });`;
    const thrown = await outcomes(
      `${text.replace('HERE', "setTimeout(() => { throw new Error('mine'); })")}\n${work}`,
    );
    const rejected = await outcomes(
      `${text.replace('HERE', "void Promise.reject(new Error('mine'))")}\n${work}`,
    );
    const told = (what: string) =>
      strategies.map(() => `failed: ${what} outside of any task and not handled: mine (FILE:1).`);
    expect(thrown.ends).toEqual(told('An error was thrown'));
    expect(rejected.ends).toEqual(told('A promise was rejected'));
  });

  it('with a class in place of a function', async () => {
    const { ends } = await outcomes('export default class Work { run() {} }');
    const plain = ends.map((end) => end.replace(/Worker( \d+)?/, 'Worker'));
    const expected =
      'failed: Worker threw: default in FILE is a class: export a function, as in (params, index) => new Work(params).run(index).';
    expect(plain).toEqual(strategies.map(() => expected));
  });

  it('in a way that threads can not go', async () => {
    const { ends } = await outcomes("export default (_, i) => (process.chdir('/'), i);");
    expect(ends).toEqual([
      'ok',
      'ok',
      "failed: Worker threw in task 0: process.chdir() is not supported in workers (FILE:1). Threads can't change the folder of their process; processes can.".replace(
        'task 0',
        /task \d/.exec(ends[2] ?? '')?.[0] ?? '',
      ),
      'ok',
    ]);
  });
});

describe('a trial whose results are all in', () => {
  it.each([
    ['setInterval(() => 0, 1000);', [/kept the process alive/, /kept the thread alive/]],
    [
      "import { createServer } from 'node:http';\ncreateServer().listen(0);",
      [/kept the process alive/, /kept the thread alive/],
    ],
    ["export const teardown = () => { throw new Error('no'); };", [/^teardown of FILE threw: no$/]],
    [
      "export const teardown = () => void Promise.reject(new Error('later'));",
      [/^teardown of FILE threw: later$/],
    ],
    [
      "export const teardown = async () => { setTimeout(() => { throw new Error('timer'); }, 20); };",
      [/^teardown of FILE threw: timer$/],
    ],
    [
      'export const teardown = () => process.exit(1);',
      [/^teardown of FILE called process\.exit\(1\) after its last result$/],
    ],
    [
      "export const teardown = () => process.kill(process.pid, 'SIGKILL');",
      [/^teardown of FILE called process\.kill\(process\.pid, 'SIGKILL'\) after its last result$/],
    ],
    [
      'export const teardown = () => process.abort();',
      [/^teardown of FILE called process\.abort\(\) after its last result$/],
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
  ])('counts: %s', async (text, told) => {
    const { ends, notes } = await outcomes(`${text}\nexport default (_, i) => i;`);
    expect(ends).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(notes).toHaveLength(told.length);
    for (const note of told)
      expect(
        notes.some((one) => note.test(one)),
        String(note),
      ).toBe(true);
  });

  it('counts where its teardown never ends', async () => {
    const text =
      'export const teardown = () => new Promise(() => undefined);\nexport default (_, i) => i;';
    const { ends, notes } = await outcomes(text, { strategies: [{ kind: 'threads', workers: 2 }] });
    expect(ends).toEqual(['ok']);
    expect(notes).toEqual(['teardown of FILE did not end within 5 s']);
  });

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

  it('says how much its tasks printed', async () => {
    const text = `const line = 'x'.repeat(999);
export default () => { for (let i = 0; i < 500; i += 1) { console.log(line); console.error(line); } };`;
    const { ends, notes } = await outcomes(text);
    expect(ends).toEqual(['ok', 'ok', 'ok', 'ok']);
    expect(notes).toEqual(['tasks printed 4 MB']);
  });
});
