// Two benches that need no window, each once: they must work whenever somebody asks what the instrument costs.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { benches } from '../../bench/benches.mjs';
import { listProcesses } from '../../scripts/lib/leftovers.mjs';
import { benchMain, expectRows, runBench } from './run-bench';

const limitMs = 240_000;

/** `bench.long.test.ts` has all of them. */
const quick = ['report', 'intake'];

it(
  'measures every row of its quick benches once',
  () => expectRows(benches.filter(({ name }) => quick.includes(name))),
  limitMs,
);

it('refuses a name it does not know', async () => {
  const { code, stdout, stderr } = await runBench('observer', 'speed', '--built');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(
    /^There is no bench and no row named speed\. The benches are: [\w, -]+; [^\n]+\n$/,
  );
});

it.runIf(process.platform === 'linux')(
  'leaves nothing behind when it is interrupted',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'corelane-bench-test-'));
    const mark = `CORELANE_BENCH_TEST=${randomUUID()}`;
    const ours = () => listProcesses().filter(({ environment }) => environment.includes(mark));
    const [name = '', value] = mark.split('=');
    const elsewhere = await mkdtemp(join(tmpdir(), 'corelane-bench-rows-'));
    const file = join(elsewhere, 'rows.json');
    const bench = spawn(process.execPath, [benchMain, 'observer', '--built', '--json', file], {
      env: { ...process.env, TMPDIR: folder, [name]: value },
      stdio: 'ignore',
    });
    const ended = once(bench, 'exit');
    try {
      // Itself, the CLI, its sampler and a host.
      await expect.poll(() => ours().length, { timeout: 60_000 }).toBeGreaterThan(3);
      bench.kill('SIGINT');
      expect(await ended).toEqual([130, null]);
      await expect
        .poll(() => ours().filter(({ state }) => state !== 'Z'), { timeout: 10_000 })
        .toEqual([]);
      expect(await readdir(folder)).toEqual([]);
      const left = JSON.parse(await readFile(file, 'utf8')) as object;
      expect(left).toMatchObject({ complete: false, machine: { node: process.versions.node } });
    } finally {
      bench.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
      await rm(elsewhere, { recursive: true, force: true });
    }
  },
  limitMs,
);
