// The app runs own code only after a yes to this very file.
import { saidOf } from '../../helpers/in-words';
import { problemText } from '@present/words/engine/problems';
import { appendFileSync, chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { OpenedPlaces } from '@engine/own-code/places';
import { afterAll, describe, expect, it } from 'vitest';
import type { Experiment } from '@shared/experiment/experiment';
import { parseExperiment } from '@shared/experiment/parse-experiment';
import { Consent } from '../../../src/main/runs/consent';
import { OwnFolder } from '../../helpers/own-code';

const own = new OwnFolder();
afterAll(() => own.remove());

const running = (path: string): Experiment => doing({ kind: 'module', path });

function doing(workload: unknown): Experiment {
  const parsed = parseExperiment({
    ...{ version: 1, name: 'own', workload, strategies: [{ kind: 'serial' }] },
  });
  if (!parsed.ok) throw new Error(problemText(parsed.problem));
  return parsed.value;
}

function asked(answer: boolean) {
  const questions: string[] = [];
  const consent = new Consent((what) => {
    questions.push(what.split('\n', 1)[0] ?? '');
    return Promise.resolve(answer);
  });
  return { consent, questions };
}

it('asks once for a file, and again when it has changed', async () => {
  const { consent, questions } = asked(true);
  const path = own.write('a.mjs', 'export default () => 1;');
  expect((await consent.forPilot(running(path))).ok).toBe(false);
  expect((await consent.forRun(running(path))).ok).toBe(true);
  expect((await consent.forRun(running(path))).ok).toBe(true);
  expect((await consent.forPilot(running(path))).ok).toBe(true);
  expect(questions).toEqual([path]);
  own.write('a.mjs', 'export default () => 2;');
  expect((await consent.forPilot(running(path))).ok).toBe(false);
  expect((await consent.forRun(running(path))).ok).toBe(true);
  expect(questions).toEqual([path, path]);
});

it('refuses after a no, and asks again', async () => {
  const { consent, questions } = asked(false);
  const path = own.write('b.mjs', 'export default () => 1;');
  for (let time = 0; time < 2; time += 1) {
    expect(await consent.forRun(running(path))).toMatchObject({
      ok: false,
      problem: { code: 'not-allowed' },
    });
  }
  expect(questions).toHaveLength(2);
});

it('does not ask about what cannot be run', async () => {
  const { consent, questions } = asked(true);
  const gone = await consent.forRun(running(`${own.path}/gone.mjs`));
  const relative = await consent.forRun(running('gone.mjs'));
  expect([gone.ok, relative.ok]).toEqual([false, false]);
  expect(questions).toEqual([]);
});

it('asks about an interpreter that the experiment names, until it changes', async () => {
  const { consent, questions } = asked(true);
  const path = own.write('python.sh', '#!/bin/sh\n');
  const experiment = parseExperiment({
    ...{ version: 1, name: 'named', workload: { kind: 'powers' } },
    strategies: [{ kind: 'python-serial', interpreters: [path, `${own.path}/gone`, '3.12'] }],
  });
  if (!experiment.ok) throw new Error(problemText(experiment.problem));
  expect((await consent.forRun(experiment.value)).ok).toBe(true);
  expect((await consent.forRun(experiment.value)).ok).toBe(true);
  expect(questions).toEqual([`interpreter: ${path}`]);
  own.write('python.sh', '#!/bin/sh\nexit 1\n');
  expect((await consent.forRun(experiment.value)).ok).toBe(true);
  expect(questions).toEqual([`interpreter: ${path}`, `interpreter: ${path}`]);
});

it('runs no interpreter whose environment cannot be read whole', async () => {
  const { consent, questions } = asked(true);
  const path = own.write('env/bin/python', '#!/bin/sh\n');
  chmodSync(path, 0o755);
  mkdirSync(join(own.path, 'env/lib/python3.12/site-packages/odd.pth'), { recursive: true });
  const experiment = parseExperiment({
    ...{ version: 1, name: 'named', workload: { kind: 'powers' } },
    strategies: [{ kind: 'python-serial', interpreters: [path] }],
  });
  if (!experiment.ok) throw new Error(problemText(experiment.problem));
  const answer = await consent.forRun(experiment.value);
  expect(saidOf(answer)).toContain('odd.pth');
  expect((await consent.forPilot(experiment.value)).ok).toBe(false);
  expect(questions).toEqual([]);
});

it('asks again when a file that is imported has changed', async () => {
  const { consent, questions } = asked(true);
  own.write('inner.mjs', 'export const value = 1;');
  const path = own.write(
    'outer.mjs',
    "import { value } from './inner.mjs';\nexport default () => value;",
  );
  expect((await consent.forRun(running(path))).ok).toBe(true);
  expect((await consent.forRun(running(path))).ok).toBe(true);
  expect(questions).toEqual([path]);
  own.write('inner.mjs', 'export const value = 2;');
  expect((await consent.forRun(running(path))).ok).toBe(true);
  expect(questions).toEqual([path, path]);
});

it('asks again when a Python file, or a program that is a file, has changed', async () => {
  const { consent, questions } = asked(true);
  const python = own.write('work.py', 'def default(*_): return 1');
  const command = own.write('do.sh', 'echo 1');
  const both = [running(python), doing({ kind: 'command', command, args: ['-v'] })];
  const askBoth = async () => {
    for (const one of [...both, ...both]) expect((await consent.forRun(one)).ok).toBe(true);
  };
  await askBoth();
  expect(questions).toEqual([python, `program: ${command}`]);
  own.write('work.py', 'def default(*_): return 2');
  own.write('do.sh', 'echo 2');
  await askBoth();
  expect(questions).toHaveLength(4);
});

it('asks again when a required file, a new Python file, a named file or an add-on has changed', async () => {
  const { consent, questions } = asked(true);
  const node = own.write('n/work.mjs', "import run from './run.cjs';\nexport default () => run();");
  own.write('n/run.cjs', "module.exports = require('./deep');");
  own.write('n/deep/index.js', "const at = './late.cjs'; module.exports = () => require(at);");
  own.write('n/late.cjs', 'module.exports = 1;');
  own.write('n/add-on.node', 'a');
  own.write('n/load.cjs', "module.exports = require('./add-on.node');");
  const linked = own.write('n/add.mjs', "import './load.cjs';\nexport default () => 1;");
  const python = own.write('p/pack/work.py', 'from . import near\ndef default(*_): return 1');
  own.write('p/pack/__init__.py', '');
  own.write('p/pack/near.py', '');
  const command = own.write('c/do.sh', 'echo 1');
  const config = own.write('c/config.txt', '1');
  const changes: readonly [Experiment, string, string][] = [
    [running(node), 'n/deep/index.js', 'module.exports = () => 2;'],
    [running(node), 'n/run.cjs', "module.exports = require('./deep/');"],
    [running(linked), 'n/add-on.node', 'b'],
    [running(python), 'p/pack/near.py', 'x = 1'],
    [running(python), 'p/json.py', 'x = 1'],
    [running(python), 'p/pack/__pycache__/near.cpython-311.pyc', 'compiled'],
    [doing({ kind: 'command', command, args: [`--config=${config}`] }), 'c/config.txt', '2'],
    [doing({ kind: 'command', command: 'sh', args: [command] }), 'c/do.sh', 'echo 2'],
  ];
  for (const [experiment, file, text] of changes) {
    const before = questions.length;
    for (let time = 0; time < 2; time += 1) {
      expect((await consent.forRun(experiment)).ok, file).toBe(true);
    }
    expect((await consent.forPilot(experiment)).ok, file).toBe(true);
    expect(questions.length - before, file).toBeLessThanOrEqual(1);
    own.write(file, text);
    expect((await consent.forPilot(experiment)).ok, file).toBe(false);
    const asks = questions.length;
    expect((await consent.forRun(experiment)).ok, file).toBe(true);
    expect(questions.length - asks, file).toBe(1);
  }
});

it('asks again when a package that is loaded, or one it depends on, has changed', async () => {
  const { consent, questions } = asked(true);
  own.write(
    'k/node_modules/first/package.json',
    '{"name":"first","dependencies":{"@of/second":"1"}}',
  );
  own.write('k/node_modules/first/index.js', "module.exports = require('./lib/' + 'late');");
  own.write('k/node_modules/undeclared/package.json', '{}');
  own.write('k/node_modules/undeclared/index.js', '');
  own.write('k/node_modules/first/lib/late.js', "require('undeclared');");
  own.write('k/node_modules/@of/second/package.json', '{"name":"@of/second"}');
  own.write('k/node_modules/@of/second/index.js', 'module.exports = 2;');
  own.write('k/node_modules/@of/second/build/add-on.node', 'x');
  own.write('k/node_modules/third/index.js', 'module.exports = 3;');
  own.write('k/linked/package.json', '{"name":"linked"}');
  own.write('k/linked/src/index.js', 'module.exports = 4;');
  symlinkSync('../linked', join(own.path, 'k/node_modules/linked'));
  own.write('k/own.cjs', "require('first'); require('linked'); module.exports = 1;");
  own.write('k/imported.mjs', "export { default } from './own.cjs';");
  own.write('k/child.mjs', '');
  own.write('k/thread.mjs', '');
  const path = own.write(
    'k/work.mts',
    `import one from './imported.mjs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
const load = createRequire(import.meta.url);
export default () => [one, load('./loaded.cjs'), join(import.meta.dirname, 'child.mjs'), new URL('./thread.mjs', import.meta.url)];`,
  );
  own.write('k/loaded.cjs', 'module.exports = 5;');
  own.write('k/tsconfig.json', '{}');
  expect((await consent.forRun(running(path))).ok).toBe(true);
  for (const name of [
    'node_modules/first/lib/late.js',
    'node_modules/first/package.json',
    'node_modules/@of/second/index.js',
    'node_modules/undeclared/index.js',
    'node_modules/@of/second/build/add-on.node',
    'linked/src/index.js',
    'loaded.cjs',
    'child.mjs',
    'thread.mjs',
  ]) {
    const before = questions.length;
    appendFileSync(join(own.path, 'k', name), '\n');
    expect((await consent.forRun(running(path))).ok, name).toBe(true);
    expect(questions.length - before, name).toBe(1);
    expect((await consent.forRun(running(path))).ok, name).toBe(true);
    expect(questions.length - before, name).toBe(1);
  }
  // Nothing loads it.
  own.write('k/node_modules/third/index.js', 'module.exports = 30;');
  const before = questions.length;
  expect((await consent.forRun(running(path))).ok).toBe(true);
  expect(questions.length).toBe(before);
});

it('refuses what changed while the question stood', async () => {
  const files: Record<string, string> = {
    'w/work.mjs': "import './required.cjs';\nimport './bundled.mjs';\nexport default () => 1;",
    'w/required.cjs': '',
    'w/bundled.mjs': '',
  };
  for (const [name, text] of Object.entries(files)) own.write(name, text);
  for (const name of Object.keys(files)) {
    const slow = new Consent(() => {
      own.write(name, `${files[name]}\n// another`);
      return Promise.resolve(true);
    });
    const answer = await slow.forRun(running(`${own.path}/w/work.mjs`));
    expect(answer).toMatchObject({ ok: false, problem: { code: 'changed' } });
    if (!answer.ok) {
      expect(problemText(answer.problem)).toContain('a file changed while you were being asked. ');
      expect(problemText(answer.problem)).toContain(`${name} has changed`);
    }
    own.write(name, files[name] ?? '');
  }
  const added = new Consent(() => {
    own.write('z/zlib.py', '');
    return Promise.resolve(true);
  });
  const python = own.write('z/work.py', 'def default(*_): return 1');
  expect(await added.forRun(running(python))).toMatchObject({
    ok: false,
    problem: { message: expect.stringContaining('z/zlib.py was added') as string },
  });
});

it('asks again for another function or other texts among the parameters, not for other numbers', async () => {
  const { consent, questions } = asked(true);
  const path = own.write('f.mjs', 'export const a = () => 1; export const b = () => 2;');
  const calling = (name: string, params: object) =>
    consent.forRun(doing({ kind: 'module', path, export: name, params }));
  await calling('a', { size: 1, on: true, of: { name: 'x', sizes: [1, 2] } });
  await calling('a', { size: 2, on: false, of: { name: 'x', sizes: [3, 4] } });
  expect(questions).toHaveLength(1);
  await calling('b', { size: 1, on: true, of: { name: 'x', sizes: [1, 2] } });
  expect(questions).toHaveLength(2);
  await calling('a', { size: 1, on: true, of: { name: 'rm', sizes: [1, 2] } });
  expect(questions).toHaveLength(3);
});

describe('what the user has not opened', () => {
  const outside = new OwnFolder();
  afterAll(() => outside.remove());

  /** Asked nothing yet, with what was asked and whether it was to look or to run. */
  function inFolder(answer: boolean) {
    const questions: string[] = [];
    const places = new OpenedPlaces();
    places.openFile(own.write('e/exp.corelane.json', '{}'));
    const consent = new Consent((what, may) => {
      questions.push(`${may}: ${what}`);
      return Promise.resolve(answer);
    }, places);
    return { consent, questions };
  }

  it('is asked about before it is looked at, and once more before it runs', async () => {
    const path = outside.write('far.mjs', 'export default () => 1;');
    const no = inFolder(false);
    expect((await no.consent.forPilot(running(path))).ok).toBe(false);
    expect((await no.consent.forRun(running(path))).ok).toBe(false);
    // A file that is not there is not looked for either.
    expect((await no.consent.forRun(running(`${outside.path}/gone.mjs`))).ok).toBe(false);
    expect(no.questions.map((one) => one.split('\n', 1)[0])).toEqual([
      `look: ${path}`,
      `look: ${outside.path}/gone.mjs`,
    ]);
    const yes = inFolder(true);
    expect((await yes.consent.forRun(running(path))).ok).toBe(true);
    expect(yes.questions.map((one) => one.split(':', 1)[0])).toEqual(['look', 'run']);
  });

  it.skipIf(process.platform === 'win32')('is not reached by a link either', async () => {
    const { consent, questions } = inFolder(false);
    const path = outside.write('aim.mjs', 'export default () => 1;');
    own.write('e/near.mjs', 'export default () => 1;');
    symlinkSync(path, join(own.path, 'e/link.mjs'));
    symlinkSync(outside.path, join(own.path, 'e/folder'));
    symlinkSync('near.mjs', join(own.path, 'e/inner.mjs'));
    for (const name of ['link.mjs', 'folder/aim.mjs', '../e/../aim.mjs', 'inner.mjs']) {
      await consent.forRun(running(`${own.path}/e/${name}`));
    }
    expect(questions.map((one) => one.split(':', 1)[0])).toEqual(['look', 'look', 'look', 'run']);
  });

  it('is told where a file of the folder leads to it', async () => {
    const { consent, questions } = inFolder(true);
    const far = outside.write('lib.cjs', 'module.exports = 1;');
    const path = own.write('e/leads.mjs', `import one from '${far}';\nexport default () => one;`);
    expect((await consent.forRun(running(path))).ok).toBe(true);
    expect(questions).toEqual([
      `run: ${path}\nfunction: default\nparams: {}\n2 files; 1 lies outside the folders you have opened:\n  ${far}`,
    ]);
  });

  it('is not looked at among the arguments of a program before a yes', async () => {
    const { consent, questions } = inFolder(true);
    const file = outside.write('data.txt', '1');
    const experiment = doing({ kind: 'command', command: 'cat', args: [file] });
    expect((await consent.forRun(experiment)).ok).toBe(true);
    expect((await consent.forRun(experiment)).ok).toBe(true);
    expect(questions).toEqual([`run: program: cat\nargument 1: ${file}\n1 file`]);
    outside.write('data.txt', '2');
    expect((await consent.forRun(experiment)).ok).toBe(true);
    expect(questions).toHaveLength(2);
  });

  it.each([
    '//server/share/a.mjs',
    '\\\\server\\share\\a.mjs',
    '\\\\.\\pipe\\a.mjs',
    '\\\\?\\C:\\a.mjs',
    '//?/C:/a.mjs',
    '/\\server/a.mjs',
  ])('is never another machine or a device: %s', async (path) => {
    const { consent, questions } = inFolder(true);
    const named = { kind: 'python-serial', interpreters: [path.replace('.mjs', '.exe')] };
    const experiments = [
      running(path),
      doing({ kind: 'command', command: path }),
      { ...doing({ kind: 'powers' }), strategies: [named] } as Experiment,
    ];
    for (const experiment of experiments) {
      for (const answer of [await consent.forRun(experiment), await consent.forPilot(experiment)]) {
        expect(answer).toMatchObject({ ok: false, problem: { code: 'remote-path' } });
      }
    }
    expect(questions).toEqual([]);
  });
});

it('shows cleaned and bounded text, one argument a line', async () => {
  let shown = '';
  const consent = new Consent((what) => {
    shown = what;
    return Promise.resolve(false);
  });
  const args = [
    '-l',
    `${'\n'.repeat(60)}; rm -rf ~`,
    '\u202etxt.exe',
    '\u001b[2J',
    'x'.repeat(5000),
  ];
  const more = Array.from({ length: 40 }, (_, index) => `more-${index}`);
  await consent.forRun(
    doing({ kind: 'command', command: 'ls', args: [...args, ...more], params: { a: '\r\u2066' } }),
  );
  const lines = shown.split('\n');
  expect(lines.length).toBeLessThan(20);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(600);
  expect(lines.join('')).not.toMatch(/[\p{Cf}\p{Cc}]/u);
  expect(lines[0]).toBe('program: ls');
  expect(lines[3]).toBe('argument 3: \\u202etxt.exe');
  expect(lines[5]).toMatch(/^argument 5: x+… \(5,000 characters\)$/);
  expect(shown).toContain('… and 33 arguments');
  const path = own.write('long.mjs', 'export default () => 1;');
  await consent.forRun(
    doing({ kind: 'module', path, params: { text: 'y'.repeat(100_000), '\u202e': 1 } }),
  );
  expect(shown.length).toBeLessThan(2500);
  expect(shown).toMatch(/^params: .*… \(100,0\d\d characters\)$/m);
});
