import { describe, expect, it } from 'vitest';
import {
  nothingBetween,
  runTasks,
  type LoopOptions,
  type TaskRunner,
} from '@engine/host/task-loop';
import { TaskTable } from '@engine/host/task-table';
import { nowNs } from '@engine/clock';

function loop(
  table: TaskTable,
  runner: TaskRunner,
  extra: Partial<LoopOptions> = {},
): Promise<void> {
  return runTasks({
    table,
    runner,
    schedule: { kind: 'dynamic', chunk: 1 },
    worker: 0,
    workers: 1,
    concurrency: 1,
    waitForMore: () => Promise.reject(new Error('nobody should wait here')),
    onPart: () => {
      throw new Error('no more will follow');
    },
    betweenTasks: nothingBetween,
    ...extra,
  });
}

function makeTable(capacity: number, workers: number): TaskTable {
  return TaskTable.create(capacity, workers, nowNs());
}

const double: TaskRunner = { run: (task) => task * 2 };

function tasksRun(table: TaskTable): number[] {
  return Array.from({ length: table.published }, (_, ticket) => ticket)
    .filter((ticket) => table.isDone(ticket))
    .map((ticket) => table.task(ticket));
}

describe('runTasks', () => {
  it.each([1, 3, 100])('runs every task once with chunks of %i', async (chunk) => {
    const table = makeTable(10, 1);
    table.publish(0, 10, true);
    await loop(table, double, { schedule: { kind: 'dynamic', chunk } });
    expect(tasksRun(table)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(table.row(4).checksum).toBe(8);
  });

  it('gives workers equal, disjoint parts in a static schedule', async () => {
    const table = makeTable(10, 3);
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
    const table = makeTable(9, 1);
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
      const table = makeTable(2, 1);
      table.publish(0, 2, true);
      const schedule = kind === 'static' ? { kind } : { kind, chunk: 1 };
      await loop(table, { run: (task) => Promise.resolve(task) }, { concurrency: 8, schedule });
      expect(tasksRun(table)).toEqual([0, 1]);
    },
  );

  it.each([1, 2, 4])('waits for more and runs it, chunks of %i', async (chunk) => {
    const table = makeTable(6, 1);
    table.publish(0, 2, false);
    const known: number[] = [];
    const parts: number[] = [];
    await loop(table, double, {
      schedule: { kind: 'dynamic', chunk },
      onPart: (published) => void parts.push(published),
      waitForMore: (published) => {
        known.push(published);
        if (known.length === 1) table.publish(2, 3, false);
        else table.publish(5, 1, true);
      },
    });
    expect(known).toEqual([2, 5]);
    // What comes last is no news worth telling: nothing follows it.
    expect(parts).toEqual([2, 5]);
    expect(tasksRun(table)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('waits on where what came was for another worker', async () => {
    const table = makeTable(3, 2);
    table.publish(0, 1, false);
    const known: number[] = [];
    const runner: TaskRunner = {
      run: (task) => {
        if (task === 0) expect(table.claim(1)).toBe(1);
        return task;
      },
    };
    await loop(table, runner, {
      onPart: () => undefined,
      waitForMore: (published) => {
        known.push(published);
        table.publish(published, 1, published === 2);
      },
    });
    expect(known).toEqual([1, 2]);
    expect(tasksRun(table)).toEqual([0, 2]);
  });

  it('writes both times of a task, on the run’s clock', async () => {
    const table = makeTable(600, 1);
    table.publish(0, 600, true);
    await loop(table, double);
    let last = 0;
    for (let ticket = 0; ticket < 600; ticket += 1) {
      const { startNs, endNs } = table.row(ticket);
      expect(startNs).toBeGreaterThanOrEqual(last);
      expect(endNs).toBeGreaterThanOrEqual(startNs);
      last = endNs;
    }
    expect(last).toBeLessThanOrEqual(Number(nowNs() - table.shape.originNs));
  });

  it('runs its periodic work when it is due, between two tasks', async () => {
    const table = makeTable(4, 1);
    table.publish(0, 4, true);
    const done: (string | number)[] = [];
    const betweenTasks = {
      dueNs: 2n ** 62n,
      begin: () => {
        done.push('begin');
        betweenTasks.dueNs = 0n;
      },
      run: () => {
        done.push('between');
        if (done.length > 5) betweenTasks.dueNs = 2n ** 62n;
      },
    };
    await loop(table, { run: (task) => done.push(task) }, { betweenTasks });
    expect(done).toEqual(['begin', 'between', 0, 'between', 1, 'between', 2, 3]);
  });

  it('tells the task that threw from those in flight beside it', async () => {
    const table = makeTable(4, 1);
    table.publish(0, 4, true);
    const failing: TaskRunner = {
      run: (task) => (task === 2 ? Promise.reject(new Error('no')) : new Promise(() => undefined)),
    };
    await expect(loop(table, failing, { concurrency: 4 })).rejects.toThrow('no');
    expect(table.openTask(0)).toBe(2);
  });

  it('rejects with what a task threw and leaves that task open', async () => {
    const table = makeTable(3, 1);
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
