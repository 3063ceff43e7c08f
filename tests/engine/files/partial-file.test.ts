// What killed processes had begun to write goes; what a living one writes stays.
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { partialName, removeLeftPartials } from '@engine/files/partial-file';
import { RunStore } from '@engine/store/run-store';
import { renderJson } from '@report/json';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelane-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

const endedPid = (): number => spawnSync('true').pid;
const own = partialName();
/** As the process of this number would have named it. */
const nameOf = (pid: number): string => own.replace(`-${process.pid}-`, `-${pid}-`);

it('is told by its name', async () => {
  const left = nameOf(endedPid());
  // Of another start of the machine, or another container.
  const elsewhere = left.replace(/-[0-9a-f]{8}-/, '-00000000-');
  const old = elsewhere.replace('.partial', '1.partial');
  const others = ['report.corelane', '.corelane-x.partial', '.corelane-holder', `x${left}`];
  for (const name of [own, left, elsewhere, old, ...others]) {
    await writeFile(join(folder, name), 'x');
  }
  await utimes(join(folder, old), 1, 1);
  await removeLeftPartials(folder);
  expect((await readdir(folder)).sort()).toEqual([own, elsewhere, ...others].sort());
  await removeLeftPartials(join(folder, 'none'));
  expect(partialName()).not.toBe(own);
});

it('goes from the folders of runs when they are listed', async () => {
  const store = new RunStore({ folder, renderJson });
  const run = join(folder, 'runs', '2026-05-06T070809Z-x-aaaaaaaa');
  await mkdir(run, { recursive: true });
  await writeFile(join(run, nameOf(endedPid())), 'half');
  await writeFile(join(run, own), 'half');
  await store.list();
  expect(await readdir(run)).toEqual([own]);
  await writeFile(join(run, nameOf(endedPid())), 'half');
  await store.recover('2026-05-06T070809Z-x-aaaaaaaa');
  expect(await readdir(run)).toEqual([own]);
});
