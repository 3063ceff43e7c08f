// What every workload keeps to, whatever it does.
import { mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  defaultParams,
  workloadKinds,
  workloadSpec,
  type WorkloadKind,
} from '@shared/experiment/workloads';
import { createPeerServer } from '@workers/http-peer-server';
import { loadWorkload } from '@workers/workloads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runTasks } from './run-task';

/** Small enough for a test, large enough that no two variants agree by chance. */
const small: Readonly<Record<WorkloadKind, Readonly<Record<string, number>>>> = {
  powers: { number: 11, iterations: 1_000 },
  primes: { limit: 1_000 },
  matmul: { size: 12 },
  hash: { bytes: 500, rounds: 3 },
  json: { records: 20 },
  sort: { length: 500 },
  wait: { ms: 1 },
  files: { bytes: 500 },
  http: { delayMs: 1, bytes: 500 },
  mixed: { cpuIterations: 1_000, waitMs: 1 },
  empty: {},
  fault: { mode: 0, atTask: 100_000 },
};

const seeded: readonly WorkloadKind[] = [
  'matmul',
  'hash',
  'json',
  'sort',
  'files',
  'mixed',
  'fault',
];

const server = createPeerServer();
const folder = mkdtempSync(join(tmpdir(), 'corelane-test-'));
let inputs = { folder, url: '' };

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  inputs = { folder, url: `http://127.0.0.1:${port}/` };
});

afterAll(() => {
  rmSync(folder, { recursive: true });
  server.closeAllConnections();
  server.close();
});

describe.each(workloadKinds)('%s', (kind) => {
  const { variants, nature, params } = workloadSpec(kind);
  const tasks = Array.from({ length: variants }, (_, task) => task);
  const run = (over: readonly number[], seed = 1) =>
    runTasks(kind, small[kind], over, { seed, inputs });

  it('repeats its input every `variants` tasks and differs within them', async () => {
    const first = await run(tasks);
    expect(new Set(first).size).toBe(variants);
    expect(await run(tasks.map((task) => task + variants))).toEqual(first);
    expect(await run(tasks.map((task) => task + 12_000 * variants).reverse())).toEqual(
      [...first].reverse(),
    );
  });

  it('follows the seed just where its input is random', async () => {
    const same = (await run([0], 1))[0] === (await run([0], 2))[0];
    expect(same).toBe(!seeded.includes(kind));
  });

  it('gives exact whole numbers: at once when it computes, later when it waits', async () => {
    const workload = { kind, params: small[kind] };
    const loaded = await loadWorkload(workload, 4_294_967_295, inputs);
    const result = loaded.run(0);
    expect(typeof result === 'number').toBe(nature === 'cpu' || nature === 'fault');
    expect(await result).toSatisfy((sum: number) => Number.isSafeInteger(sum) && sum >= 0);
    await loaded.close?.();
  });

  it('runs with every parameter at its least', async () => {
    const least = Object.fromEntries(Object.entries(params).map(([name, { min }]) => [name, min]));
    const [sum] = await runTasks(kind, least, [1], { seed: 0, inputs });
    expect(sum).toSatisfy(Number.isSafeInteger);
  });

  it.each(Object.keys(params))('refuses to load without %s', async (name) => {
    const { [name]: _, ...rest } = defaultParams(kind);
    await expect(loadWorkload({ kind, params: rest }, 1, inputs)).rejects.toThrow(
      `parameter "${name}" is missing`,
    );
  });
});
