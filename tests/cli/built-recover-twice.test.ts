// A run that was left is recovered once, however many ask for it at the same time.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeRun } from '@engine/store/take-run';
import { thisHolder } from '@engine/store/holder';
import { builtCli } from '../helpers/entries';

let folder: string;
let left: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corelane-test-'));
  left = join(folder, 'left');
  await leaveRun(left);
}, 30_000);
afterAll(() => rm(folder, { recursive: true }));

const environment = (data: string): NodeJS.ProcessEnv => ({ ...process.env, CORELANE_DATA: data });

/** A run that is killed after its first trial. */
async function leaveRun(data: string): Promise<void> {
  const experiment = {
    version: 1,
    name: 'Left',
    workload: { kind: 'wait', params: { ms: 5 } },
    tasks: 2,
    strategies: [{ kind: 'serial' }],
    repeats: 100,
    warmup: 0,
    emptyRepeats: 0,
    sampling: { hz: 0, memoryHz: 0 },
  };
  const args = ['run', '-', '--no-pilot', '--out', join(folder, 'out-left')];
  const child = spawn(process.execPath, [builtCli, ...args], {
    env: environment(data),
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const gone = once(child, 'exit');
  child.stdin.end(JSON.stringify(experiment));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    void gone.then(() => reject(new Error(said)));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (/trial +2 of/.test(said)) resolve();
    });
  });
  child.kill('SIGKILL');
  await gone;
}

function recover(data: string, out: string): Promise<{ code: unknown; said: string }> {
  return new Promise((resolve) => {
    const args = [builtCli, 'recover', '--out', out, '--format', 'json'];
    execFile(process.execPath, args, { env: environment(data) }, (error, _printed, said) =>
      resolve({ code: error?.code ?? 0, said }),
    );
  });
}

const written = async (out: string): Promise<readonly string[]> =>
  (await readdir(out)).filter((name) => name.startsWith('Left-'));

describe('a run that was left', () => {
  it('is written once by several at once', { timeout: 60_000 }, async () => {
    const [data, out] = [join(folder, 'several'), join(folder, 'out-several')];
    await cp(left, data, { recursive: true });
    const ended = await Promise.all([1, 2, 3].map(() => recover(data, out)));
    expect(await written(out)).toHaveLength(1);
    expect(ended.filter(({ said }) => said.includes('wrote '))).toHaveLength(1);
    for (const { said } of ended) {
      expect(said).toMatch(
        /wrote |being recovered by process|recovered meanwhile|Nothing was left unfinished/,
      );
    }
  });

  it('is left to the process that has it, and taken from one that is gone', async () => {
    const [data, out] = [join(folder, 'held'), join(folder, 'out-held')];
    await cp(left, data, { recursive: true });
    const [run = ''] = await readdir(join(data, 'runs'));
    const taken = join(data, 'runs', run, 'recovering');
    await writeFile(taken, JSON.stringify(thisHolder()));
    const other = await recover(data, out);
    expect(other.code).toBe(1);
    expect(other.said).toContain(`${run}: It is being recovered by process ${process.pid}.`);
    await writeFile(taken, JSON.stringify({ ...thisHolder(), startTicks: 1 }));
    expect((await recover(data, out)).code).toBe(0);
    expect(await written(out)).toHaveLength(1);
    expect(await readdir(join(data, 'runs', run))).not.toContain('recovering');
  });

  it('is one taker only, also where one was left by another', async () => {
    const run = join(folder, 'run');
    await mkdir(run);
    await writeFile(join(run, 'recovering'), 'damaged');
    const all = await Promise.all(Array.from({ length: 8 }, () => takeRun(run)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
