// Asking interpreters what they are runs nothing else, and tells why one is silent.
import { pythonFaultText } from '@present/words/engine/python-fault';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findInterpreters } from '@engine/python/find-interpreters';
import type { Asked } from '@engine/python/ask-program';
import { probeArguments, readAnswer } from '@engine/python/interpreter-probe';
import { processes } from '../../helpers/process-tree';
import { hasPython, interpreters } from '../../helpers/interpreters';

describe('probeArguments', () => {
  it('isolates the interpreter, and keeps the switch of the lock', () => {
    expect(probeArguments({}).slice(0, 4)).toEqual(['-I', '-S', '-B', '-c']);
    expect(probeArguments({ PYTHON_GIL: '1' }).slice(3, 5)).toEqual(['-X', 'gil=1']);
  });
});

describe('readAnswer', () => {
  const whole = {
    ...{ path: '/usr/bin/python3', version: '3.13.0rc1+', implementation: 'CPython' },
    ...{ freeThreaded: false, gil: true, startMethods: ['fork'], subInterpreters: true },
  };
  const said = (value: unknown): Asked => ({ stdout: JSON.stringify(value), stderr: '', code: 0 });

  it('takes what an interpreter tells', () => {
    expect(readAnswer(said(whole))).toEqual({ ok: true, value: whole });
  });

  it.each<[Partial<Asked>, string]>([
    [
      { stderr: 'Traceback\n  line\nImportError: no json\n', code: 1 },
      'it does not run: ImportError: no json',
    ],
    [{ stderr: 'a\u001b]0;b\n', code: 1 }, 'it does not run: a\\u001b]0;b'],
    [{ code: 3 }, 'it does not run: it ends with exit code 3'],
    [{ signal: 'SIGSEGV' }, 'it does not run: it is killed by SIGSEGV'],
    [
      { error: Object.assign(new Error('spawn x'), { code: 'EACCES' }) },
      'it does not run: permission is denied',
    ],
    [{ stderr: 'half', ended: 'time' }, 'it does not answer'],
    [{ stdout: 'yyyy', ended: 'size' }, 'it does not identify itself: it prints without end'],
    [{ code: 0 }, 'it does not identify itself: it prints nothing'],
    [{ stdout: 'Python 3.9.1', code: 0 }, 'it does not identify itself'],
    [
      { stdout: `Welcome!\n${JSON.stringify(whole)}`, code: 0 },
      'it prints something before it is asked: Welcome!',
    ],
    [
      { stderr: 'Unknown option: -I\nusage\n', code: 2 },
      'it is older than 3.4; 3.8 is the oldest that works',
    ],
    [said({ version: '3.7.9' }), 'it is version 3.7.9; 3.8 is the oldest that works'],
    [said({}), 'it does not identify itself'],
    [said([]), 'it does not identify itself'],
    [said('3.9'), 'it does not identify itself'],
    [said({ version: 3.9 }), 'it does not identify itself'],
    [said({ ...whole, startMethods: ['magic'] }), 'it does not identify itself'],
    [said({ ...whole, path: '' }), 'it does not identify itself'],
    [said({ ...whole, implementation: '\u001b[31m' }), 'it does not identify itself'],
    [said({ ...whole, environment: 7 }), 'it does not identify itself'],
  ])('%j', (asked, why) => {
    const read = readAnswer({ stdout: '', stderr: '', ...asked });
    expect(read.ok ? '' : pythonFaultText(read.problem)).toBe(why);
  });
});

describe.runIf(process.platform !== 'win32')('odd programs on the PATH', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'corelane-odd-'));
    vi.stubEnv('PATH', folder);
    vi.stubEnv('PYENV_ROOT', join(folder, 'none'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  it('are asked up to a number', async () => {
    for (let version = 1; version <= 63; version += 1) {
      writeFileSync(join(folder, `python3.${version}`), '#!/bin/sh\n', { mode: 0o755 });
    }
    const { unusable } = await findInterpreters();
    expect(unusable).toHaveLength(63);
    expect(
      unusable.filter(({ why }) => pythonFaultText(why).startsWith('it was not checked')),
    ).toHaveLength(3);
  });

  it('are one row each, within a time, and nothing of them stays', async () => {
    const odd: Record<string, string> = {
      python3: 'echo "{}"',
      'python3.1': 'trap "" TERM; /bin/sleep 977.25 & while :; do wait; done',
      'python3.2': 'while :; do echo 0123456789012345678901234567890123456789; done',
      'python3.3': 'echo Welcome; echo "{}"',
      // What it started holds its output open.
      'python3.4': '/bin/sleep 977.25 & echo "{}"',
      'python3.5': 'read line; echo "$line"',
      'python3.6': '/bin/cat /dev/urandom',
    };
    for (const [name, text] of Object.entries(odd)) {
      writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
    }
    symlinkSync('python', join(folder, 'python'));
    const { usable, unusable } = await findInterpreters({ withinMs: 700 });
    expect(usable).toEqual([]);
    const rows = unusable.map(({ path, why }) => [
      path.slice(folder.length + 1),
      pythonFaultText(why),
    ]);
    expect(Object.fromEntries(rows)).toEqual({
      python: 'it is a link that leads back to itself',
      python3: 'it does not identify itself',
      'python3.1': 'it does not answer',
      'python3.2': 'it does not identify itself: it prints without end',
      'python3.3': 'it prints something before it is asked: Welcome',
      'python3.4': 'it does not identify itself',
      'python3.5': 'it does not identify itself: it prints nothing',
      'python3.6': 'it does not identify itself: it prints without end',
    });
    if (process.platform !== 'linux') return;
    const left = () => processes().filter(({ command }) => command.includes('sleep 977.25'));
    await vi.waitFor(() => expect(left()).toEqual([]));
  });
});

describe.runIf(hasPython)('findInterpreters in a folder of somebody else', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'corelane-folder-'));
    vi.spyOn(process, 'cwd').mockReturnValue(folder);
    vi.stubEnv('PYTHONPATH', folder);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  it('uses nothing that a program of the PATH leads to there', async () => {
    const bin = mkdtempSync(join(tmpdir(), 'corelane-bin-'));
    const answer = {
      ...{ path: join(folder, 'env/bin/python'), version: '3.12.1', implementation: 'CPython' },
      ...{ freeThreaded: false, gil: true, startMethods: ['fork'], subInterpreters: true },
    };
    writeFileSync(join(bin, 'python3'), `#!/bin/sh\necho '${JSON.stringify(answer)}'\n`, {
      mode: 0o755,
    });
    vi.stubEnv('PATH', bin);
    vi.stubEnv('PYENV_ROOT', join(bin, 'none'));
    const { usable, unusable } = await findInterpreters();
    expect(usable).toEqual([]);
    expect(unusable).toMatchObject([{ path: answer.path }]);
    expect(unusable.map(({ why }) => pythonFaultText(why)).join()).toContain(
      `it lies in ${folder}`,
    );
    expect((await findInterpreters({ allowed: true })).usable).toMatchObject([answer]);
    rmSync(bin, { recursive: true });
  });

  it('runs nothing that lies there', async () => {
    const mark = join(folder, 'was-run');
    for (const name of ['platform.py', 'json.py']) {
      writeFileSync(join(folder, name), `open(${JSON.stringify(mark)}, 'w')\n`);
    }
    const fake = join(folder, '.venv/bin/python');
    mkdirSync(join(fake, '..'), { recursive: true });
    writeFileSync(join(folder, '.venv/pyvenv.cfg'), '');
    writeFileSync(fake, `#!/bin/sh\ntouch '${mark}'\n`);
    chmodSync(fake, 0o755);
    const { usable, unusable } = await findInterpreters();
    expect(usable).toEqual(interpreters);
    const why = unusable.find(({ path }) => path === fake)?.why;
    expect(why && pythonFaultText(why)).toContain('not started');
    expect(existsSync(mark)).toBe(false);
  });
});
