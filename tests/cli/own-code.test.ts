// Own code on the built command line: from its start to its report, and never without a yes.
import { problemText } from '@present/words/engine/problems';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseReport } from '@shared/report/report-file';
import { builtCli } from '../helpers/entries';
import { hasPython, interpreters } from '../helpers/interpreters';
import { OwnFolder } from '../helpers/own-code';

const own = new OwnFolder();
afterAll(() => own.remove());

function corelane(args: readonly string[], input = '', env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [builtCli, ...args], {
    cwd: own.path,
    env: { ...process.env, ...env },
    input,
    encoding: 'utf8',
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  return { code: status, out: stdout, err: stderr };
}

/** As a user would who wants it quick. */
function shorten(file: string): void {
  const path = join(own.path, file);
  const experiment = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  const short = { params: { numbers: 1000 } };
  writeFileSync(
    path,
    JSON.stringify({
      ...experiment,
      ...{ tasks: 4, repeats: 1, warmup: 0, emptyRepeats: 0 },
      workload: { ...(experiment['workload'] as object), ...short },
    }),
  );
}

describe.each([
  ['TypeScript', [], 'work.mts', 4],
  ['Python', ['--python'], 'work.py', 3],
])('corelane init module, %s', (name, more, file, cells) => {
  it('writes what runs as it is, and never twice', { timeout: 90_000 }, () => {
    const made = corelane(['init', 'module', ...more, '--out', name]);
    expect(made).toMatchObject({ code: 0, out: '' });
    expect(corelane(['init', 'module', ...more, '--out', name])).toMatchObject({ code: 2 });
    const experiment = join(name, 'own.corelane.json');
    shorten(experiment);
    const ran = corelane(['run', experiment, '--allow-code', '--out', `${name}-out`]);
    expect(ran.err).not.toContain('corelane: ');
    expect(ran.code).toBe(0);
    const report = parseReport(readFileSync(join(own.path, `${name}-out/report.json`), 'utf8'));
    if (!report.ok) throw new Error(problemText(report.problem));
    expect(report.value.cells).toHaveLength(cells);
    expect(report.value.experiment.workload).toMatchObject({ path: join(own.path, name, file) });
  });

  it('prints the experiment alone without a folder', () => {
    const { code, out } = corelane(['init', 'module', ...more]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ workload: { kind: 'module', path: file } });
  });
});

describe('own code without a yes', () => {
  const mark = join(own.path, 'was-run');
  const text = JSON.stringify({
    version: 1,
    name: 'own',
    workload: { kind: 'module', path: '../touch.mjs' },
    tasks: 1,
    strategies: [{ kind: 'serial' }],
    ...{ repeats: 1, warmup: 0, emptyRepeats: 0 },
  });
  const path = own.write(
    'touch.mjs',
    `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(mark)}, '');\nexport default () => 1;\n`,
  );
  mkdirSync(join(own.path, 'inner'));
  const file = join(own.path, 'inner', 'x.corelane.json');
  writeFileSync(file, text);

  it.each([
    ['a run', ['run', file]],
    ['a pilot', ['run', file, '--dry-run']],
    ['another file named', ['run', file, '--module', 'other.mjs']],
  ])('is not run by %s', (_, args) => {
    const { code, out, err } = corelane(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      `corelane: This experiment runs code of its own: ${path}, function: default, params: {}. Give --allow-code, or --module ${path}, if you trust it.\n`,
    );
    expect(existsSync(mark)).toBe(false);
  });

  it('is planned, which runs nothing', () => {
    const { code, out } = corelane(['run', file, '--dry-run', '--no-pilot']);
    expect(code).toBe(0);
    expect(out).toContain('module, touch.mjs');
    expect(existsSync(mark)).toBe(false);
  });

  it('is run when its file is named', { timeout: 60_000 }, () => {
    const { code } = corelane(['run', file, '-q', '--module', 'touch.mjs', '--out', 'named']);
    expect(code).toBe(0);
    expect(existsSync(mark)).toBe(true);
  });
});

describe.runIf(process.platform !== 'win32')('an interpreter that an experiment names', () => {
  const mark = join(own.path, 'interpreter-was-run');
  const path = own.write('evil.sh', `#!/bin/sh\ntouch '${mark}'\n`);
  chmodSync(path, 0o755);
  const file = own.write(
    'named.corelane.json',
    JSON.stringify({
      ...{ version: 1, name: 'named', workload: { kind: 'powers' }, tasks: 1 },
      strategies: [{ kind: 'serial' }, { kind: 'python-serial', interpreters: [path] }],
      ...{ repeats: 1, warmup: 0, emptyRepeats: 0 },
    }),
  );

  it('is not run without a yes', () => {
    const { code, out, err } = corelane(['run', file]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      `corelane: This experiment names an interpreter that auto-detection did not find, ${path}. Give --allow-code if you trust it.\n`,
    );
    expect(existsSync(mark)).toBe(false);
  });

  it('is not run for a plan', () => {
    const { code, err } = corelane(['run', file, '--dry-run', '--no-pilot', '--allow-code']);
    expect(code).toBe(0);
    expect(err).toContain(`A dry run does not start ${path}, `);
    expect(existsSync(mark)).toBe(false);
  });

  it('is asked what it is after a yes', { timeout: 60_000 }, () => {
    const { code } = corelane(['run', file, '-q', '--allow-code', '--out', 'named-out']);
    expect(code).toBe(0);
    expect(existsSync(mark)).toBe(true);
  });
});

describe('paths of other machines and devices', () => {
  const strategies = [{ kind: 'serial' }];
  const all = [
    '//server/share/w.mjs',
    '\\\\server\\share\\w.mjs',
    '\\\\?\\C:\\w.mjs',
    '//./pipe/w.mjs',
  ];
  // Each form of a path, and each place for one: `tests/engine/own-code/` has every pair of them.
  it.each([
    [{ workload: { kind: 'module', path: all[0] }, strategies }, all[0]],
    [{ workload: { kind: 'module', path: all[1] }, strategies }, all[1]],
    [{ workload: { kind: 'command', command: all[2] }, strategies }, all[2]],
    [
      {
        workload: { kind: 'powers' },
        strategies: [{ kind: 'python-serial', interpreters: [all[3]] }],
      },
      all[3],
    ],
  ])('are refused with one sentence: %j', (more, path) => {
    const text = JSON.stringify({ version: 1, name: 'far', ...more });
    const { code, out, err } = corelane(['run', '-', '--allow-code', '--dry-run'], text);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n')).toHaveLength(2);
    expect(err).toContain(`"${path}" is on another machine or is a device`);
  });
});

describe.runIf(hasPython)('a virtual environment that lies in the current folder', () => {
  const mark = join(own.path, 'environment-was-run');
  const python = realpathSync(interpreters[0]?.path ?? '');
  const version = interpreters[0]?.version.split('.').slice(0, 2).join('.') ?? '';
  const packages = `.venv/lib/python${version}/site-packages`;
  mkdirSync(join(own.path, '.venv/bin'), { recursive: true });
  symlinkSync(python, join(own.path, '.venv/bin/python3'));
  own.write('.venv/pyvenv.cfg', `home = ${dirname(python)}\nversion = ${version}\n`);
  const text = `open(${JSON.stringify(mark)}, 'a').close()\n`;
  own.write(`${packages}/sitecustomize.py`, text);
  own.write(`${packages}/evil.pth`, `import sys; ${text}`);
  own.write('work.py', 'def work(params, index, context):\n    return 1\n');
  const write = (name: string, workload: object) =>
    own.write(
      `${name}.corelane.json`,
      JSON.stringify({
        ...{ version: 1, name, workload, tasks: 1, repeats: 1, warmup: 0, emptyRepeats: 0 },
        strategies: [{ kind: 'python-serial', interpreters: 'all' }],
        sampling: { hz: 0, memoryHz: 0 },
      }),
    );
  const builtIn = write('waits', { kind: 'wait', params: { ms: 1 } });
  const ownWork = write('works', { kind: 'module', path: 'work.py', export: 'work' });
  const activated = {
    VIRTUAL_ENV: join(own.path, '.venv'),
    PATH: `${join(own.path, '.venv/bin')}${delimiter}${process.env['PATH'] ?? ''}`,
  };

  it('is not started without a yes, activated or not', { timeout: 60_000 }, () => {
    const found = corelane(['machine'], '', activated);
    expect(found.code).toBe(0);
    expect(found.out).toMatch(/\.venv\/bin\/python3 +can't be used: it was not started/);
    const ran = corelane(['run', builtIn, '-q', '--out', 'env-out'], '', activated);
    expect(ran.code).toBe(0);
    expect(ran.out).not.toContain('.venv');
    expect(existsSync(mark)).toBe(false);
  });

  it(
    'is used with one: isolated for built-in work, whole for own code',
    { timeout: 90_000 },
    () => {
      const ran = corelane(
        ['run', builtIn, '-q', '--allow-code', '--out', 'env-out-2'],
        '',
        activated,
      );
      expect(ran.code).toBe(0);
      const report = parseReport(readFileSync(join(own.path, 'env-out-2/report.json'), 'utf8'));
      if (!report.ok) throw new Error(problemText(report.problem));
      expect(report.value.interpreters?.map(({ path }) => path)).toContain(
        join(own.path, '.venv/bin/python3'),
      );
      expect(existsSync(mark)).toBe(false);
      const whole = corelane(
        ['run', ownWork, '-q', '--allow-code', '--out', 'env-out-3'],
        '',
        activated,
      );
      expect(whole.code).toBe(0);
      expect(existsSync(mark)).toBe(true);
    },
  );
});
