import { chmodSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { openDisplay } from '@engine/claims/display';
import { OwnFolder } from '../../helpers/own-code';

const own = new OwnFolder();
afterAll(() => own.remove());
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

it.runIf(process.platform === 'linux')(
  'starts no screen that lies in the current folder',
  async () => {
    const mark = join(own.path, 'started');
    chmodSync(own.write('Xvfb', `#!/bin/sh\n: > '${mark}'\n`), 0o755);
    vi.spyOn(process, 'cwd').mockReturnValue(own.path);
    vi.stubEnv('PATH', own.path);
    vi.stubEnv('DISPLAY', '');
    vi.stubEnv('WAYLAND_DISPLAY', '');
    const display = await openDisplay();
    expect(display).toMatchObject({ ok: false, problem: { code: 'no-display' } });
    expect(existsSync(mark)).toBe(false);
  },
);
