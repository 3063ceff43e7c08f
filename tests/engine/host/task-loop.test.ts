import { describe, expect, it } from 'vitest';
import { runTasks, type LoopOptions, type TaskRunner } from '@engine/host/task-loop';
import { TaskTable } from '@engine/host/task-table';

function loop(
  table: TaskTable,
  runner: TaskRunner,
  extra: Partial<LoopOptions> = {},
): Promise<void> {
  let nowNs = 0;
  return runTasks({
    table,
    runner,
    clock: { now: () => (nowNs += 1), fromAbsolute: Number },
    schedule: { kind: 'dynamic', chunk: 1 },
    worker: 0,
    workers: 1,
    concurrency: 1,
    waitForMore: () => Promise.reject(new Error('nobody should wait here')),
    ...extra,
  });
}

const double: TaskRunner = { run: (task) => task * 2 };

function tasksRun(table: TaskTable): number[] {
  return Array.from({ length: table.published }, (_, ticket) => ticket)
    .filter((ticket) => table.isDone(ticket))
    .map((ticket) => table.task(ticket));
}

describe('runTasks', () => {
  it.each([1, 3, 100])('runs every task once with chunks of %i', async (chunk) => {
    const table = TaskTable.create(10, 1);
    table.publish(0, 10, true);
    await loop(table, double, { schedule: { kind: 'dynamic', chunk } });
    expect(tasksRun(table)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(table.row(4).checksum).toBe(8);
  });

  it('gives workers equal, disjoint parts in a static schedule', async () => {
    const table = TaskTable.create(10, 3);
    table.publish(0, 10, true);
    for (const worker of [2, 0, 1]) {
      await loop(table, double, { schedule: { kind: 'static' }, worker, workers: 3 });
    }
    const counts = [0, 0, 0];
    for (let ticket = 0; ticket < 10; ticket += 1) {
      const { worker } = table.row(ticket);
      counts[worker] = (counts[worker] ?? 0) + 1;
    }
    expect(tasksRun(table)).toHaveLength(10);
    expect(counts).toEqual([3, 3, 4]);
  });

  it('keeps as many tasks in flight as its concurrency', async () => {
    const table = TaskTable.create(9, 1);
    table.publish(0, 9, true);
    let inFlight = 0;
    let most = 0;
    const waiting: TaskRunner = {
      run: async (task) => {
        inFlight += 1;
        most = Math.max(most, inFlight);
        await new Promise(setImmediate);
        inFlight -= 1;
        return task;
      },
    };
    await loop(table, waiting, { concurrency: 3 });
    expect(most).toBe(3);
    expect(tasksRun(table)).toHaveLength(9);
  });

  it.each(['static', 'dynamic'] as const)(
    'finishes with more lanes than tasks, %s',
    async (kind) => {
      const table = TaskTable.create(2, 1);
      table.publish(0, 2, true);
      const schedule = kind === 'static' ? { kind } : { kind, chunk: 1 };
      await loop(table, { run: (task) => Promise.resolve(task) }, { concurrency: 8, schedule });
      expect(tasksRun(table)).toEqual([0, 1]);
    },
  );

  it('waits for more and runs it', async () => {
    const table = TaskTable.create(5, 1);
    table.publish(0, 2, false);
    let asked = 0;
    await loop(table, double, {
      waitForMore: () => {
        asked += 1;
        if (asked === 1) table.publish(2, 3, false);
        else table.publish(0, 0, true);
      },
    });
    expect(asked).toBe(2);
    expect(tasksRun(table)).toEqual([0, 1, 2, 3, 4]);
  });

  it('tells the task that threw from those in flight beside it', async () => {
    const table = TaskTable.create(4, 1);
    table.publish(0, 4, true);
    const failing: TaskRunner = {
      run: (task) => (task === 2 ? Promise.reject(new Error('no')) : new Promise(() => undefined)),
    };
    await expect(loop(table, failing, { concurrency: 4 })).rejects.toThrow('no');
    expect(table.openTask(0)).toBe(2);
  });

  it('rejects with what a task threw and leaves that task open', async () => {
    const table = TaskTable.create(3, 1);
    table.publish(0, 3, true);
    const failing: TaskRunner = {
      run: (task) => {
        if (task === 1) throw new Error('no');
        return task;
      },
    };
    await expect(loop(table, failing)).rejects.toThrow('no');
    expect(table.openTask(0)).toBe(1);
  });
});
