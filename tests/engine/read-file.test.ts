import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExperimentFile } from '@engine/read-experiment';
import { readTextFile } from '@engine/read-file';

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
    ['not-text', () => put('d', Uint8Array.of(0xff, 0xfe)), 'not UTF-8'],
    ['not-read', () => Promise.resolve(join(folder, 'none')), 'there is no such file'],
    ['not-read', () => Promise.resolve(folder), 'it is a folder'],
  ])('fails with %s', async (code, make, part) => {
    const path = await make();
    const limit = path === folder ? 1_000_000 : 2;
    const text = await readTextFile(path, limit);
    expect(text).toMatchObject({ ok: false, problem: { code } });
    expect(text.ok ? '' : text.problem.message).toContain(path);
    expect(text.ok ? '' : text.problem.message).toContain(part);
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
    expect(experiment.ok ? '' : experiment.problem.message).toMatch(new RegExp(`^${path}: name `));
    expect(experiment).toMatchObject({ problem: { code: 'bad-experiment', path: 'name' } });
  });
});
