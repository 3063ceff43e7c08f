// What only a real child shows: what a worker loads, how the faults end it, and the local server's
// life with its parent. The entries are built as the product builds them.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { workloadKinds } from '@shared/experiment/workloads';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  buildEntries,
  endChildren,
  startChild,
  startPiped,
  type Child,
  type PipedChild,
} from './fixtures/build';
import type { ChildMessage, ChildOrder } from './fixtures/messages';
import { runTasks } from './workloads/run-task';

let built: Awaited<ReturnType<typeof buildEntries>>;

beforeAll(async () => {
  built = await buildEntries({
    'run-workload': join(import.meta.dirname, 'fixtures/run-workload.entry.ts'),
    'http-peer': resolve(import.meta.dirname, '../../src/workers/http-peer.entry.ts'),
  });
});

afterEach(endChildren);

afterAll(() => built.remove());

const start = (name: string): Child => startChild(join(built.folder, `${name}.cjs`), built.folder);

function order(message: ChildOrder): Child {
  const child = start('run-workload');
  child.process.send(message);
  return child;
}

const fault = (mode: number) => ({ kind: 'fault' as const, params: { mode, atTask: 0 } });

const typesOf = ({ messages }: Child) => (messages as ChildMessage[]).map(({ type }) => type);

/** CPU time a process has used, in kernel ticks: fields 14 and 15 of proc(5)'s `stat`. */
function cpuTicks(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}

describe('a worker', () => {
  it.each([false, true])('loads the one workload it runs (in a thread: %s)', async (thread) => {
    const workload = { kind: 'powers' as const, params: { number: 7, iterations: 1 } };
    const child = order({ workload, thread });
    await child.ended;
    const [loaded, done] = child.messages as ChildMessage[];
    expect(done).toEqual({ type: 'done', checksum: 49 });
    const files = loaded?.type === 'loaded' ? loaded.files : [];
    expect(workloadKinds.filter((kind) => files.includes(`${kind}.cjs`))).toEqual(['powers']);
  });

  it('gives the same checksums in a child as here', async () => {
    const params = { size: 30 };
    const child = order({ workload: { kind: 'matmul', params } });
    await child.ended;
    const [checksum] = await runTasks('matmul', params, [0]);
    expect(child.messages).toContainEqual({ type: 'done', checksum });
  });
});

describe('fault in a process of its own', () => {
  it('exits with code 3', async () => {
    const child = order({ workload: fault(1) });
    expect(await child.ended).toEqual({ code: 3, signal: null });
    expect(typesOf(child)).not.toContain('done');
  });

  it.each([false, true])('aborts the process with a signal (in a thread: %s)', async (thread) => {
    const child = order({ workload: fault(2), thread });
    expect(await child.ended).toEqual({ code: null, signal: 'SIGABRT' });
  });

  it.runIf(process.platform === 'linux')('hangs and keeps a core busy', async () => {
    const child = order({ workload: fault(3) });
    await once(child.process, 'message');
    const { pid } = child.process;
    const before = cpuTicks(pid);
    while (child.process.exitCode === null && cpuTicks(pid) < before + 20) await setTimeout(10);
    child.process.kill('SIGKILL');
    expect(await child.ended).toEqual({ code: null, signal: 'SIGKILL' });
    expect(typesOf(child)).toEqual(['loaded']);
  });

  it('leaks while its event loop goes on', async () => {
    const child = order({ workload: fault(4), watchMemory: true });
    while (!typesOf(child).includes('leaked')) await once(child.process, 'message');
    expect(typesOf(child)).toEqual(['loaded', 'leaked']);
  });
});

describe('fault in a thread', () => {
  it('exits the thread alone', async () => {
    const child = order({ workload: fault(1), thread: true });
    expect(await child.ended).toEqual({ code: 0, signal: null });
    expect(child.messages.at(-1)).toEqual({ type: 'thread-ended', code: 3 });
  });

  it.each([3, 4])('in mode %i never ends by itself and can be ended', async (mode) => {
    const child = order({ workload: fault(mode), thread: true, terminate: true });
    expect(await child.ended).toEqual({ code: 0, signal: null });
    expect(typesOf(child)).toEqual(['loaded', 'thread-ended']);
  });

  it('has another wrong result than the process has', async () => {
    const right = (await runTasks('fault', { mode: 5, atTask: 9 }, [0]))[0];
    const wrong = (await runTasks('fault', { mode: 5, atTask: 0 }, [0]))[0];
    const child = order({ workload: fault(5), thread: true });
    await child.ended;
    const done = (child.messages as ChildMessage[]).find(({ type }) => type === 'done');
    const inThread = done?.type === 'done' ? done.checksum : undefined;
    expect(new Set([right, wrong, inThread]).size).toBe(3);
    expect(inThread).toSatisfy(Number.isSafeInteger);
  });
});

describe('the local server', () => {
  async function startPeer(): Promise<{ readonly child: PipedChild; readonly url: string }> {
    const child = startPiped(join(built.folder, 'http-peer.cjs'), built.folder);
    const message = (await child.first) as { type: string; url: string };
    expect(message).toEqual({
      type: 'listening',
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/) as string,
    });
    return { child, url: message.url };
  }

  it('answers the workload and ends when told', async () => {
    const { child, url } = await startPeer();
    const tasks = [0, 1, 2];
    const sums = await runTasks('http', { delayMs: 1, bytes: 20 }, tasks, {
      inputs: { url },
    });
    expect(new Set(sums).size).toBe(1);
    child.send({ type: 'end' });
    expect(await child.ended).toEqual({ code: 0, signal: null });
  });

  it('ends with its parent, requests under way or not', async () => {
    const { child, url } = await startPeer();
    const asked = fetch(`${url}?delayMs=60000&bytes=1`).then(
      () => 'answered',
      () => 'failed',
    );
    // A second answer shows that the first request has been sent long enough to be under way.
    await (await fetch(`${url}?delayMs=20&bytes=1`)).arrayBuffer();
    child.disconnect();
    expect(await child.ended).toEqual({ code: 0, signal: null });
    expect(await asked).toBe('failed');
  });
});
