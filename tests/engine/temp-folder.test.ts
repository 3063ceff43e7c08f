import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeInnerFolder, makeTempFolder, removeFolder } from '@engine/temp-folder';

let folder: string;
const before = process.env['TMPDIR'];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'temp-folder-test-'));
  process.env['TMPDIR'] = folder;
});
afterEach(() => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  rmSync(folder, { recursive: true });
});

describe('a temporary folder', () => {
  it('is fresh, bears its process, and goes with all in it', async () => {
    const made = await makeTempFolder();
    expect(basename(made)).toMatch(new RegExp(`^corelane-${process.pid}-`));
    writeFileSync(join(await makeInnerFolder(made, 'trial-1'), 'file'), 'text');
    await removeFolder(made);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes the place of those whose process is gone, and of no others', async () => {
    const gone = spawnSync(process.execPath, ['-e', '']).pid;
    const orphan = join(folder, `corelane-${gone}-abc`);
    const kept = [`corelane-${process.ppid}-abc`, 'corelane-abc', `other-${gone}-abc`].map((name) =>
      join(folder, name),
    );
    for (const path of [orphan, ...kept]) mkdirSync(path);
    await removeFolder(await makeTempFolder());
    expect(existsSync(orphan)).toBe(false);
    expect(kept.map(existsSync)).toEqual([true, true, true]);
  });
});
