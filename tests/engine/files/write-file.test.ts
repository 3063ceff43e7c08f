import { saidOf } from '../../helpers/in-words';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import {
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeFolder } from '@engine/files/make-folder';
import { writeReportFile } from '@engine/files/write-file';

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
      expect(saidOf(written)).toContain(`${path} could not be written: ${why}.`);
    }
    expect((await readdir(folder)).sort()).toEqual(['file', 'taken']);
  });

  it.skipIf(process.platform === 'win32')('writes through links and keeps modes', async () => {
    const real = join(folder, 'real.json');
    await writeFile(real, 'old', { mode: 0o640 });
    await symlink('real.json', join(folder, 'link.json'));
    await symlink('link.json', join(folder, 'second.json'));
    const second = join(folder, 'second.json');
    expect(await writeReportFile(second, 'new')).toEqual({ ok: true, value: second });
    expect(await readFile(real, 'utf8')).toBe('new');
    expect((await stat(real)).mode & 0o777).toBe(0o640);
    expect((await lstat(second)).isSymbolicLink()).toBe(true);

    await symlink(join(folder, 'to-come.json'), join(folder, 'dangling.json'));
    await writeReportFile(join(folder, 'dangling.json'), 'made', { mode: 0o600 });
    expect(await readFile(join(folder, 'to-come.json'), 'utf8')).toBe('made');
    expect((await stat(join(folder, 'to-come.json'))).mode & 0o777).toBe(0o600);

    await symlink('circle.json', join(folder, 'circle.json'));
    const circle = await writeReportFile(join(folder, 'circle.json'), 'text');
    expect(saidOf(circle)).toContain('its links form a loop');
  });

  it.runIf(process.platform === 'linux')(
    'writes into devices and pipes that are read',
    async () => {
      expect(await writeReportFile('/dev/null', 'text')).toEqual({ ok: true, value: '/dev/null' });
      expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
      const full = await writeReportFile('/dev/full', 'text');
      expect(saidOf(full)).toContain('the disk is full');

      const pipe = join(folder, 'pipe');
      execFileSync('mkfifo', [pipe]);
      const unread = await writeReportFile(pipe, 'text');
      expect(saidOf(unread)).toContain('nobody reads it');
      // More than a pipe holds, so that it is waited for.
      const text = 'x'.repeat(300_000);
      const cat = spawn('cat', [pipe], { stdio: ['ignore', 'pipe', 'inherit'] });
      let read = 0;
      cat.stdout.on('data', (part: Buffer) => (read += part.length));
      const closed = once(cat, 'close');
      await vi.waitFor(async () => {
        expect(await writeReportFile(pipe, text)).toMatchObject({ ok: true });
      }, 5000);
      await closed;
      expect(read).toBe(text.length);
      expect((await lstat(pipe)).isFIFO()).toBe(true);
    },
  );

  it.runIf(existsSync('/dev/shm'))('replaces a file in shared memory as any other', async () => {
    const shared = await mkdtemp('/dev/shm/corelane-test-');
    try {
      const path = join(shared, 'report.json');
      for (const text of ['the first', 'second']) {
        expect(await writeReportFile(path, text)).toEqual({ ok: true, value: path });
      }
      expect(await readFile(path, 'utf8')).toBe('second');
    } finally {
      await rm(shared, { recursive: true });
    }
  });

  it.skipIf(process.platform === 'win32')(
    'refuses a socket, and what is to be a folder',
    async () => {
      const path = join(folder, 'socket');
      const server = createServer().listen(path);
      await once(server, 'listening');
      const written = await writeReportFile(path, 'text');
      expect(saidOf(written)).toContain('it is a socket');
      server.close();
      const slash = await writeReportFile(`${folder}/new/`, 'text');
      expect(saidOf(slash)).toContain('it is a folder');
    },
  );

  it('leaves one whole file where two are written at once, and nothing beside it', async () => {
    const path = join(folder, 'two.json');
    const pieces = function* (letter: string): Generator<string> {
      for (let count = 0; count < 50; count += 1) yield letter.repeat(10_000);
    };
    const both = ['a', 'b', 'c'].map((letter) => writeReportFile(path, pieces(letter)));
    expect((await Promise.all(both)).every(({ ok }) => ok)).toBe(true);
    const text = await readFile(path, 'utf8');
    expect(text).toBe('c'.repeat(500_000));
    expect(await readdir(folder)).toEqual(['two.json']);
  });

  it('leaves what was there where making the text fails', async () => {
    const path = join(folder, 'kept.json');
    await writeFile(path, 'before');
    const failing = function* (): Generator<string> {
      yield 'half';
      throw new RangeError('Invalid string length');
    };
    const written = await writeReportFile(path, failing());
    expect(saidOf(written)).toContain('Invalid string length');
    expect(await readFile(path, 'utf8')).toBe('before');
    expect(await readdir(folder)).toEqual(['kept.json']);
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
    for (const path of ['dangling', join('dangling', 'a')]) {
      expect(saidOf(await makeFolder(join(folder, path)))).toBe(
        `${join(folder, 'dangling')} could not be written: it is a broken link. Choose another place, or fix that and try again.`,
      );
    }
  });
});
