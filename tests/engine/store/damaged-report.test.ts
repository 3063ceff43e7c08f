// Kept reports that are damaged: found, told why, and made of the journal again where it stands.
import { problemText } from '@present/words/engine/problems';
import { saidOf } from '../../helpers/in-words';
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { isOfNewer } from '@shared/base/problems';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RunStore } from '@engine/store/run-store';
import { renderJson } from '@report/json';
import { makeMachine, makeReport } from '../../helpers/make/report';
import { withoutHolder } from '../../helpers/reseal';

let folder: string;
let store: RunStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelane-test-'));
  store = new RunStore({ folder, renderJson });
});
afterEach(() => rm(folder, { recursive: true }));

const id = 'aaaaaaaa-0000-4000-8000-000000000000';
const startedAt = '2026-05-06T07:08:09.000Z';

/** A kept run: its folder, its report's path, and its journal as it was. */
async function keep(): Promise<{ run: string; report: string; journal: string; name: string }> {
  const made = makeReport();
  const { program, experiment } = made;
  const keeper = store.createRun();
  await keeper.begin({
    ...{ id, startedAt, program, environment: makeMachine(), experiment },
    ...{ cells: [], order: [], cores: [0, 1] },
  });
  const { folder: run = '' } = keeper;
  const journal = withoutHolder(await readFile(join(run, 'journal.ndjson'), 'utf8'));
  expect((await keeper.finish(made)).ok).toBe(true);
  expect(await store.list(true)).toMatchObject([{ state: 'finished' }]);
  const name = (await store.list())[0]?.id ?? '';
  return { run, report: join(run, 'report.corelane'), journal, name };
}

/** Changes a byte in the middle; the size stays. */
async function spoil(path: string): Promise<void> {
  const bytes = await readFile(path);
  const at = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 0x10, at);
  await writeFile(path, bytes);
}

async function whyOfFirst(): Promise<string | undefined> {
  const [first] = await store.list(true);
  return first?.why && problemText(first.why);
}

describe('a kept report', () => {
  it('is found damaged by a single bit, with its path and the reason', async () => {
    const { report, name } = await keep();
    await spoil(report);
    const [run] = await store.list(true);
    expect(run).toMatchObject({ state: 'damaged' });
    expect(run?.why && problemText(run.why)).toContain(`${report} is `);
    const recovered = await store.recover(name);
    expect(saidOf(recovered)).toContain('so nothing is left of it');
    expect(await store.remove(name)).toMatchObject({ ok: true });
  });

  it.each(['about.json removed', 'about.json of an earlier version', 'about.json damaged'])(
    'is whole, and found damaged, with %s',
    async (which) => {
      const { run, report } = await keep();
      const about = join(run, 'about.json');
      if (which.endsWith('removed')) await rm(about);
      else {
        const text = await readFile(about, 'utf8');
        const old = JSON.stringify({ ...(JSON.parse(text) as object), file: undefined });
        await writeFile(about, which.endsWith('damaged') ? text.slice(9) : old);
      }
      expect(await store.list(true)).toMatchObject([{ state: 'finished' }]);
      await spoil(report);
      expect(await store.list(true)).toMatchObject([{ state: 'damaged' }]);
    },
  );

  it('that is cut off is found without reading it', async () => {
    const { report } = await keep();
    await writeFile(report, (await readFile(report)).subarray(0, 40));
    expect(await store.list()).toMatchObject([{ state: 'damaged' }]);
  });

  it('is made of its journal where that still stands', async () => {
    const { run, report, journal, name } = await keep();
    await writeFile(join(run, 'journal.ndjson'), journal);
    await writeFile(report, '');
    const [found] = await store.list();
    expect(found).toMatchObject({ state: 'unfinished' });
    expect(found?.why && problemText(found.why)).toBe(`${report} is empty.`);
    expect(await store.recover(name)).toMatchObject({ ok: true, value: { kept: { ok: true } } });
    expect(await store.list(true)).toMatchObject([{ state: 'finished' }]);
  });

  it('of a newer version is no unfinished run, though its journal stands there', async () => {
    const { run, report, journal, name } = await keep();
    await writeFile(join(run, 'journal.ndjson'), journal);
    const text = gunzipSync(await readFile(report)).toString('utf8');
    const newer = gzipSync(text.replace(/"version":\s*\d+/, '"version":99'));
    await writeFile(report, newer);
    const [found] = await store.list(true);
    expect(found).toMatchObject({ state: 'damaged', name: makeReport().experiment.name });
    expect(found?.why && isOfNewer(found.why)).toBe(true);
    expect(saidOf(await store.recover(name))).toContain('version 99');
    expect(await readFile(report)).toEqual(newer);
  });

  it('is a folder, or a damaged one beside a damaged journal: told as such', async () => {
    const { run, report, name } = await keep();
    await rm(report);
    await mkdir(report);
    expect(await whyOfFirst()).toContain('it is a folder');
    await rm(report, { recursive: true });
    await writeFile(report, 'x');
    await writeFile(join(run, 'journal.ndjson'), '?\n');
    expect((await store.list(true))[0]).toMatchObject({ state: 'damaged' });
    expect((await store.recover(name)).ok).toBe(false);
  });

  it.runIf(process.platform === 'linux')(
    'is listed where pipes and devices stand for its files',
    async () => {
      const { run, name } = await keep();
      for (const file of ['report.corelane', 'about.json', 'journal.ndjson', 'recovering']) {
        await rm(join(run, file), { force: true });
        execFileSync('mkfifo', [join(run, file)]);
      }
      expect(await whyOfFirst()).toContain('it is a pipe or a device');
      expect((await store.recover(name)).ok).toBe(false);
      await rm(join(run, 'report.corelane'));
      await rm(join(run, 'journal.ndjson'));
      await symlink('/dev/zero', join(run, 'journal.ndjson'));
      expect((await store.list(true))[0]).toMatchObject({ state: 'damaged' });
      expect(await whyOfFirst()).toBe(
        `${run}/journal.ndjson could not be read: it is a pipe or a device.`,
      );
      expect((await store.recover(name)).ok).toBe(false);
      expect(await store.remove(name)).toMatchObject({ ok: true });
    },
  );
});

describe('a folder of the store that holds nothing of use', () => {
  it('is told of once it is no new one, and can be removed', async () => {
    const { run, name } = await keep();
    const empty = run.replace('aaaaaaaa', 'bbbbbbbb');
    await mkdir(empty);
    expect(await store.list()).toHaveLength(1);
    await utimes(empty, 1, 1);
    const runs = await store.list();
    const found = runs.find((one) => one.folder === empty);
    expect(found).toMatchObject({ state: 'damaged' });
    expect(found?.why && problemText(found.why)).toBe(
      `${empty} holds neither a report nor a journal.`,
    );
    expect(await store.remove(name.replace('aaaaaaaa', 'bbbbbbbb'))).toMatchObject({ ok: true });
    expect(await store.list()).toHaveLength(1);
  });

  it('may be a copy by hand of a kept one, which is kept as well', async () => {
    const { run } = await keep();
    await cp(run, run.replace('aaaaaaaa', 'cccccccc'), { recursive: true });
    expect((await store.list(true)).map(({ state }) => state)).toEqual(['finished', 'finished']);
  });
});
