import type * as childProcess from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { CleanupWatchdog, watchdogArguments } from '@engine/files/cleanup-watchdog';
import { tempFolderPlace } from '@engine/files/temp-folder';
import { makeRunMark } from '@engine/processes/run-mark';

vi.mock('node:child_process', async (actual) => ({
  ...(await actual<typeof childProcess>()),
  // What Node.js gives where there are no more files: nothing was started, and there are no pipes.
  spawn: () =>
    Object.assign(new EventEmitter(), {
      stdin: undefined,
      unref: () => undefined,
      kill: () => false,
    }),
}));

it('costs nothing else where its shell cannot be started', () => {
  const will = new CleanupWatchdog('1.token');
  expect(() => {
    will.remove('/tmp/folder');
    will.cancel();
  }).not.toThrow();
});

it.runIf(process.platform === 'linux')(
  'removes what its process was killed over before it could name it',
  async () => {
    const { execFile } = await vi.importActual<typeof childProcess>('node:child_process');
    const before = process.env['TMPDIR'];
    const folder = mkdtempSync(join(tmpdir(), 'last-will-test-'));
    process.env['TMPDIR'] = folder;
    const { parent, prefix } = tempFolderPlace();
    const carryOut = async (): Promise<void> => {
      const shell = execFile('/bin/sh', watchdogArguments(makeRunMark().token));
      const ended = once(shell, 'exit');
      shell.stdin?.end();
      await ended;
    };
    try {
      mkdirSync(join(parent, `${prefix}made`), { recursive: true });
      mkdirSync(join(parent, 'run-of-another'));
      await carryOut();
      expect(readdirSync(parent)).toEqual(['run-of-another']);
      rmSync(join(parent, 'run-of-another'), { recursive: true });
      await carryOut();
      expect(existsSync(parent)).toBe(false);
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
      rmSync(folder, { recursive: true });
    }
  },
);
