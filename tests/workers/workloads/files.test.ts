import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadWorkload } from '@workers/workloads';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawBytes, firstState, polynomial, wordsOf } from './independent';
import { runTasks } from './run-task';
import { whyOf } from '../../helpers/said';

// The real file system; the read alone can be made to give something else.
vi.mock(import('node:fs/promises'), async (original) => {
  const actual = await original();
  return { ...actual, readFile: vi.fn(actual.readFile) as typeof actual.readFile };
});

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'corelane-test-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const load = (bytes: number) => loadWorkload({ kind: 'files', params: { bytes } }, 1, { folder });

describe('files', () => {
  it.each([1, 6, 40_003])('%i bytes come back and the folder is left empty', async (bytes) => {
    const expected = [0, 5].map((variant) =>
      polynomial(wordsOf(drawBytes(firstState(1, variant), bytes))),
    );
    expect(await runTasks('files', { bytes }, [0, 13], { inputs: { folder } })).toEqual(expected);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('many tasks at once each have a file of their own', async () => {
    const { run } = await load(5_000);
    const tasks = Array.from({ length: 40 }, async (_, task) => run(task));
    const checksums = await Promise.all(tasks);
    expect(new Set(checksums).size).toBe(8);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('the same task twice at once fails and leaves nothing', async () => {
    const { run } = await load(5_000);
    const outcomes = await Promise.allSettled([run(4), run(4)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('fails and deletes where the file reads back differently', async () => {
    vi.mocked(readFile).mockResolvedValueOnce(Buffer.alloc(64));
    const { run } = await load(64);
    expect(await whyOf(run(0))).toContain('reads back different from what was written');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says what is wrong with its folder', async () => {
    await expect(runTasks('files', {}, [0])).rejects.toThrow('needs a folder');
    const inputs = { folder: join(folder, 'missing') };
    await expect(runTasks('files', {}, [0], { inputs })).rejects.toThrow('ENOENT');
  });
});
