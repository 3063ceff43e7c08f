import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '@engine/make-folder';
import { writeReportFile } from '@engine/write-file';

let folder: string;

describe('the writer', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corelane-test-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('writes text and bytes, making the folders, and leaves nothing else', async () => {
    const path = join(folder, 'a', 'b', 'report.json');
    expect(await writeReportFile(path, 'text')).toEqual({ ok: true, value: path });
    expect(
      await writeReportFile(join(folder, 'a', 'b', 'x.png'), Uint8Array.of(137, 80)),
    ).toMatchObject({ ok: true });
    expect(await readFile(path, 'utf8')).toBe('text');
    expect(await readFile(join(folder, 'a', 'b', 'x.png'))).toEqual(Buffer.from([137, 80]));
    expect((await readdir(join(folder, 'a', 'b'))).sort()).toEqual(['report.json', 'x.png']);
  });

  it('replaces a file whole', async () => {
    const path = join(folder, 'report.json');
    await writeFile(path, 'older and longer');
    await writeReportFile(path, 'new');
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('says why it could not, and leaves no part behind', async () => {
    await writeFile(join(folder, 'file'), '');
    await mkdir(join(folder, 'taken'));
    const cases = [
      [join(folder, 'file', 'report.json'), 'a part of the path is not a folder'],
      [join(folder, 'taken'), 'it is a folder'],
      [join(folder, 'x'.repeat(300)), 'the name is too long'],
    ] as const;
    for (const [path, why] of cases) {
      const written = await writeReportFile(path, 'text');
      expect(written).toMatchObject({ ok: false, problem: { code: 'not-written' } });
      expect(written.ok ? '' : written.problem.message).toContain(
        `${path} could not be written: ${why}.`,
      );
    }
    expect((await readdir(folder)).sort()).toEqual(['file', 'taken']);
  });

  it('makes a folder, or says why it could not', async () => {
    const path = join(folder, 'c', 'd');
    expect(await makeFolder(path)).toEqual({ ok: true, value: path });
    expect(await makeFolder(path)).toEqual({ ok: true, value: path });
    await writeFile(join(folder, 'file'), '');
    expect(await makeFolder(join(folder, 'file'))).toMatchObject({
      problem: { code: 'not-written' },
    });
  });

  it.runIf(process.platform === 'linux')('gives up where no folder can be made', async () => {
    expect(await makeFolder('/proc/corelane/a')).toMatchObject({
      problem: { code: 'not-written' },
    });
    await symlink(join(folder, 'nowhere'), join(folder, 'dangling'));
    expect(await makeFolder(join(folder, 'dangling', 'a'))).toMatchObject({
      problem: { code: 'not-written' },
    });
  });
});
