// The built command line beside runs that a newer version has kept, with damaged settings, and in a folder that is gone.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtCli } from '../helpers/entries';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelane-test-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(program: string, args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, CORELANE_DATA: join(folder, 'data') };
  return new Promise((resolve) => {
    execFile(program, args, { cwd: folder, env }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

const corelane = (...args: readonly string[]) => run(process.execPath, [builtCli, ...args]);

const experiment = {
  ...{ version: 1, name: 'Once', tasks: 2, repeats: 1, warmup: 0, emptyRepeats: 0 },
  ...{ workload: { kind: 'wait', params: { ms: 5 } }, strategies: [{ kind: 'serial' }] },
};

it('does not offer to remove a run of a newer version', async () => {
  const file = join(folder, 'once.corelane.json');
  await writeFile(file, JSON.stringify(experiment));
  expect(await corelane('run', file, '--no-pilot', '--out', 'out')).toMatchObject({ code: 0 });
  const runs = join(folder, 'data', 'runs');
  const [id = ''] = await readdir(runs);
  const kept = join(runs, id, 'report.corelane');
  const report = gunzipSync(await readFile(kept)).toString('utf8');
  await writeFile(kept, gzipSync(report.replace(/"version":\s*\d+/, '"version":99')));
  await rm(join(runs, id, 'about.json'));

  const listed = await corelane('runs');
  expect(listed.out).toContain('newer');
  expect(listed.out).not.toContain('damaged');
  const recovered = await corelane('recover');
  expect(recovered.code).toBe(1);
  expect(recovered.err).toContain('version 99');
  expect(recovered.err).not.toMatch(/discard|damaged/);
  // Asked for by its name it is refused as well, without a word of it.
  expect((await corelane('recover', id)).err).not.toMatch(/discard|damaged/);
});

it('names settings that are damaged, once, and a run that is none as it was given', async () => {
  const settings = join(folder, 'data', 'settings.json');
  await mkdir(join(folder, 'data'), { recursive: true });
  await writeFile(settings, '{');
  const said = `corelane: ${settings} is damaged, so its settings are ignored, and no kept run is removed to make room. Correct it, or remove it.\n`;
  expect(await corelane('runs')).toMatchObject({ code: 0, err: said });
  expect(await corelane('recover', '../..')).toEqual({
    ...{ code: 2, out: '' },
    err: `${said}corelane: There is no run "../..". "corelane runs" lists those there are.\n`,
  });
  await rm(settings);
});

it.runIf(process.platform !== 'win32')('says so where the current folder is gone', async () => {
  const script = 'mkdir gone && cd gone && rmdir ../gone && exec "$@"';
  expect(await run('/bin/sh', ['-c', script, 'sh', process.execPath, builtCli, 'machine'])).toEqual(
    {
      ...{ code: 2, out: '' },
      err: 'corelane: The current folder no longer exists. Change to one that does.\n',
    },
  );
});
