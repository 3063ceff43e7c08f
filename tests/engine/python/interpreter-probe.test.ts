// Asking interpreters what they are runs nothing else, and tells why one is silent.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findInterpreters } from '@engine/python/find-interpreters';
import { describeSilence, probeArguments } from '@engine/python/interpreter-probe';
import { hasPython, interpreters } from '../../helpers/interpreters';

describe('probeArguments', () => {
  it('isolates the interpreter, and keeps the switch of the lock', () => {
    expect(probeArguments({}).slice(0, 3)).toEqual(['-I', '-S', '-c']);
    expect(probeArguments({ PYTHON_GIL: '1' }).slice(2, 4)).toEqual(['-X', 'gil=1']);
  });
});

describe('describeSilence', () => {
  const ended = (more: object) => Object.assign(new Error('Command failed: x -c a\nb'), more);

  it.each([
    [
      { stderr: 'Traceback\n  line\nImportError: no json\n', code: 1 },
      'it does not run: ImportError: no json',
    ],
    [{ stderr: '', code: 3 }, 'it does not run: it ends with exit code 3'],
    [{ stderr: '', code: 'EACCES' }, 'it does not run: permission is denied'],
    [{ stderr: 'half', killed: true }, 'it does not answer'],
    [
      { stderr: 'Unknown option: -I\nusage\n', code: 2 },
      'it is older than 3.4; 3.8 is the oldest that works',
    ],
  ])('%j', (more, why) => {
    expect(describeSilence(ended(more))).toBe(why);
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
    expect(unusable.find(({ path }) => path === fake)?.why).toContain('activate it');
    expect(existsSync(mark)).toBe(false);
  });
});
