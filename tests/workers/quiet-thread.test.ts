// The measured thread neither makes garbage nor posts for each task. Both are shown on the built code,
// and both tests would notice.
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';
import { nowNs } from '@engine/clock';
import { TaskTable } from '@engine/host/task-table';
import type { FromThread, ThreadSetup, ThreadStart } from '@engine/host/thread-group';
import type { Schedule } from '@shared/experiment/experiment';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildEntries, endChildren, startChild } from './fixtures/build';
import type { QuietOrder, QuietOutcome } from './fixtures/messages';

const dynamic: Schedule = { kind: 'dynamic', chunk: 1 };

let built: Awaited<ReturnType<typeof buildEntries>>;

beforeAll(async () => {
  built = await buildEntries({
    'quiet-loop': join(import.meta.dirname, 'fixtures/quiet-loop.entry.ts'),
    thread: resolve(import.meta.dirname, '../../src/workers/thread.entry.ts'),
  });
});

afterEach(endChildren);

afterAll(() => built.remove());

async function loop(order: QuietOrder): Promise<QuietOutcome> {
  const child = startChild(join(built.folder, 'quiet-loop.cjs'), built.folder);
  child.process.send(order);
  const [outcome] = (await once(child.process, 'message')) as [QuietOutcome];
  await child.ended;
  return outcome;
}

describe('garbage collections while 4,000,000 tasks run in a thread', () => {
  it.each<Schedule>([dynamic, { kind: 'dynamic', chunk: 16 }, { kind: 'static' }])(
    'there is none for them: %o',
    async (schedule) => {
      const { tasks, collections } = await loop({ schedule, allocating: false });
      expect(tasks).toBe(4_000_000);
      // The heap's readings, ten a second, are small objects too: they may fill up a half-full space.
      expect(collections).toBeLessThanOrEqual(1);
    },
  );

  it('would be seen: one small object a task', async () => {
    const { collections } = await loop({ schedule: dynamic, allocating: true });
    expect(collections).toBeGreaterThan(5);
  });
});

describe('messages of a thread', () => {
  /** What a built thread says in a trial whose tasks are handed out in `parts`. */
  async function said(schedule: Schedule, parts: readonly number[]): Promise<FromThread['type'][]> {
    const tasks = parts.reduce((sum, count) => sum + count);
    const table = TaskTable.create(tasks, 1, nowNs());
    let given = 0;
    let next = 0;
    const publish = (): void => {
      const count = parts[next] ?? 0;
      next += 1;
      table.publish(given, count, next >= parts.length);
      given += count;
    };
    publish();
    const setup: ThreadSetup = {
      table: table.shape,
      workload: { kind: 'empty', params: {} },
      seed: 1,
      schedule,
      telemetry: true,
      pace: 'live',
      inputs: {},
      worker: 0,
      workers: 1,
      shared: false,
    };
    const thread = new Worker(join(built.folder, 'thread.cjs'));
    const { port1, port2 } = new MessageChannel();
    thread.postMessage({ setup, port: port2 } satisfies ThreadStart, [port2]);
    const types: FromThread['type'][] = [];
    port1.on('message', ({ type }: FromThread) => {
      types.push(type);
      if (type === 'ready') table.go();
      if (type === 'starved') publish();
      if (type === 'done') table.leave();
    });
    await once(thread, 'exit');
    port1.close();
    expect(table.results().task).toEqual(Int32Array.from({ length: tasks }, (_, task) => task));
    return types;
  }

  it.each([50, 50_000])('are two, whether it runs %i tasks', async (tasks) => {
    expect(await said(dynamic, [tasks])).toEqual(['ready', 'done']);
    expect(await said({ kind: 'static' }, [tasks])).toEqual(['ready', 'done']);
  });

  it('are two more for each part it has to ask for', async () => {
    const types = await said(dynamic, [1000, 1000, 1000]);
    expect(types).toEqual(['ready', 'part', 'starved', 'part', 'starved', 'done']);
  });
});
