import { inWords, saidOf } from '../../helpers/in-words';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExperimentFile } from '@engine/run/read-experiment';
import {
  readReportText,
  readStoredText,
  readTextFile,
  readTextStream,
} from '@engine/files/read-file';
import { decompress } from '@engine/files/kept-report';

let folder: string;
const put = async (name: string, data: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, data);
  return path;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelane-test-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('reading text', () => {
  it('gives it without a byte order mark', async () => {
    expect(await readTextFile(await put('a', 'µ'), 2)).toEqual({ ok: true, value: 'µ' });
    const marked = await put('b', Uint8Array.of(0xef, 0xbb, 0xbf, 0x61));
    expect(await readTextFile(marked, 10)).toEqual({ ok: true, value: 'a' });
  });

  it.each([
    ['too-large', () => put('c', 'abc'), 'larger than 2 B'],
    ['not-text', () => put('d', Uint8Array.of(0xe4, 0x0a)), 'byte E4 in line 1'],
    ['not-read', () => Promise.resolve(join(folder, 'none')), 'there is no such file'],
    ['not-read', () => Promise.resolve(folder), 'it is a folder'],
  ])('fails with %s', async (code, make, part) => {
    const path = await make();
    const limit = path === folder ? 1_000_000 : 2;
    const text = await readTextFile(path, limit);
    expect(text).toMatchObject({ ok: false, problem: { code } });
    expect(saidOf(text)).toContain(path);
    expect(saidOf(text)).toContain(part);
  });
});

describe.runIf(process.platform === 'linux')('a pipe or a device among the stored files', () => {
  it('is refused, not read without end', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const endless = join(folder, 'endless');
    await symlink('/dev/zero', endless);
    for (const path of [pipe, endless]) {
      for (const read of [readStoredText(path, 1_000_000), readReportText(path)]) {
        expect(inWords(await read)).toMatchObject({
          problem: {
            code: 'not-read',
            message: `${path} could not be read: it is a pipe or a device. Check the path and try again.`,
          },
        });
      }
    }
  });

  it('is none where a link leads to a file', async () => {
    const link = join(folder, 'link');
    await symlink(await put('linked', 'text'), link);
    expect(await readStoredText(link, 10)).toEqual({ ok: true, value: 'text' });
    expect(await readStoredText(link, 3)).toMatchObject({ problem: { code: 'too-large' } });
    expect(saidOf(await readStoredText(folder, 3))).toContain('it is a folder');
  });
});

describe('encodings', () => {
  it('finds what is no UTF-8 behind many signs for what cannot be read', async () => {
    const bytes = Buffer.concat([Buffer.from('\uFFFD'.repeat(333_000)), Buffer.of(0x0a, 0xe4)]);
    const began = performance.now();
    const text = await readTextFile(await put('signs', bytes), 1_000_000);
    expect(saidOf(text)).toContain('byte E4 in line 2');
    // Reading on from the last sign takes milliseconds; from the start at each, it took half a minute.
    expect(performance.now() - began).toBeLessThan(5000);
  });

  const text = '{\r\n  "name": "Grüße ☂ 𝒙"\r\n}\r\n';
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();

  it.each([
    ['UTF-16LE with a mark', Buffer.concat([Buffer.of(0xff, 0xfe), little])],
    ['UTF-16LE without', little],
    ['UTF-16BE with a mark', Buffer.concat([Buffer.of(0xfe, 0xff), big])],
    ['UTF-16BE without', big],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
  ])('reads %s', async (_name, bytes) => {
    expect(await readTextFile(await put('text', bytes), 1000)).toEqual({ ok: true, value: text });
    expect(await readTextStream(Readable.from([bytes]), 'it', 1000)).toEqual({
      ok: true,
      value: text,
    });
  });

  it.each([
    ['Latin-1', Buffer.from('{\n"name": "Grüße"}', 'latin1'), 'Latin-1, Windows-1252 or another'],
    ['UTF-32', Buffer.of(0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0), 'is UTF-32'],
    ['UTF-32BE', Buffer.of(0, 0, 0, 0x7b), 'is UTF-32'],
    [
      'UTF-16 that is cut',
      Buffer.concat([Buffer.of(0xff, 0xfe), little]).subarray(0, -1),
      'damaged',
    ],
    ['what was never written', Buffer.alloc(50), 'only zeros'],
    ['gzip', gzipSync('{}'), 'compressed by gzip'],
    ['what is no text', Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0), 'it is not text'],
  ])('names %s', async (_name, bytes, part) => {
    const read = await readTextFile(await put('other', bytes), 1000);
    expect(read).toMatchObject({ ok: false, problem: { code: 'not-text' } });
    expect(saidOf(read)).toContain(part);
    expect(saidOf(read)).toMatch(/ and try again\.$/);
  });

  it('tells the line of the first byte that is wrong', async () => {
    const bytes = Buffer.concat([Buffer.from('\uFFFD☂\n\n'), Buffer.of(0xff)]);
    const read = await readTextFile(await put('line', bytes), 1000);
    expect(saidOf(read)).toContain('byte FF in line 3');
  });
});

describe('compressed reports', () => {
  it('are unpacked, up to a limit, or said to be damaged', async () => {
    const packed = gzipSync('{"a": 1}');
    expect(await readReportText(await put('r.corelane', packed))).toEqual({
      ok: true,
      value: '{"a": 1}',
    });
    const cut = await readReportText(await put('cut.corelane', packed.subarray(0, 20)));
    expect(cut).toMatchObject({ problem: { code: 'not-text' } });
    const bomb = await decompress(gzipSync(Buffer.alloc(5_000_000)), 'a bomb', 1_000_000);
    expect(bomb).toMatchObject({ problem: { code: 'too-large' } });
    expect(saidOf(bomb)).toBe('a bomb is larger than 1 MB when it is unpacked, the maximum.');
  });
});

// A device says that it holds nothing and never ends.
it.runIf(process.platform === 'linux')(
  'reads no more than the limit of what has no end',
  async () => {
    const text = await readTextFile('/dev/zero', 1_000_000);
    expect(text).toMatchObject({ ok: false, problem: { code: 'too-large' } });
  },
);

describe('reading an experiment', () => {
  it('names the file in front of what is wrong', async () => {
    const path = await put('e.json', '{"version": 1, "name": ""}');
    const experiment = await readExperimentFile(path);
    expect(saidOf(experiment)).toMatch(new RegExp(`^${path}: name `));
    expect(experiment).toMatchObject({ problem: { code: 'bad-experiment', path: 'name' } });
  });
});
