// Settings are changed one by one, and a damaged file of them is set aside.
import { saidOf } from '../../helpers/in-words';
import { message } from '@present/messages/message';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSettings, settingsPath, writeSettings } from '@engine/store/settings';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelane-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('sets what is not there yet, and sets it anew', async () => {
  expect(await writeSettings(folder, { keptBytes: 5 })).toEqual({ ok: true, value: {} });
  expect(await writeSettings(folder, { keptBytes: 7 })).toEqual({ ok: true, value: {} });
  expect(await readSettings(folder)).toEqual({ ok: true, value: { keptBytes: 7 } });
  expect(await readdir(folder)).toEqual(['settings.json']);
});

it('sets a damaged file aside, and says so', async () => {
  const damaged = '{"keptBytes": 90000000000,';
  await writeFile(settingsPath(folder), damaged);
  const set = await writeSettings(folder, { keptBytes: 7 });
  const aside = (await readdir(folder)).find((name) => name !== 'settings.json') ?? '';
  expect(await readFile(join(folder, aside), 'utf8')).toBe(damaged);
  const setAside = set.ok ? set.value.setAside : undefined;
  expect(setAside && message('settings-set-aside', setAside)).toContain(
    `was damaged and renamed to ${join(folder, aside)}`,
  );
  expect(await readSettings(folder)).toEqual({ ok: true, value: { keptBytes: 7 } });
});

it('replaces nothing that it can not read', async () => {
  await mkdir(settingsPath(folder));
  const set = await writeSettings(folder, { keptBytes: 7 });
  expect(set).toMatchObject({ ok: false, problem: { code: 'not-replaced' } });
  expect(await readdir(folder)).toEqual(['settings.json']);
});

it('reads none where none were set, and names a file of them that is damaged', async () => {
  expect(await readSettings(folder)).toEqual({ ok: true, value: {} });
  await writeFile(settingsPath(folder), '{"keptBytes": 90000000000,');
  expect(saidOf(await readSettings(folder))).toBe(
    `${settingsPath(folder)} is damaged, so its settings are ignored, and no kept run is removed to make room. Correct it, or remove it.`,
  );
  await rm(settingsPath(folder));
  await mkdir(settingsPath(folder));
  expect(saidOf(await readSettings(folder))).toContain(`${settingsPath(folder)} could not be read`);
});
