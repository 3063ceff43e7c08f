import { describe, expect, it } from 'vitest';
import { Drain } from '@engine/host/drain';
import { TaskTable } from '@engine/host/task-table';

describe('TaskTable', () => {
  it('hands out tickets in order and shares them through one buffer', () => {
    const table = TaskTable.create(4, 2);
    const other = new TaskTable(table.shape);
    table.publish(10, 3, false);
    expect(other.published).toBe(3);
    expect(table.claim(1)).toBe(0);
    expect(other.claim(2)).toBe(1);
    expect(other.task(1)).toBe(11);
    expect(other.closed).toBe(false);
    table.publish(20, 1, true);
    expect(other.published).toBe(4);
    expect(other.task(3)).toBe(20);
    expect(other.closed).toBe(true);
  });

  it('does not block a waiter that has missed the news', () => {
    const table = TaskTable.create(2, 1);
    table.publish(0, 1, false);
    table.waitForMore(0);
    table.publish(0, 0, true);
    table.waitForMore(1);
    expect(table.closed).toBe(true);
  });

  it('knows the last end and the task left open', () => {
    const table = TaskTable.create(3, 2);
    table.publish(0, 3, true);
    expect(table.lastEndNs()).toBeNaN();
    table.begin(0, 0, 5);
    table.finish(0, 30, 1);
    table.begin(1, 1, 6);
    table.finish(1, 20, 1);
    table.begin(2, 1, 21);
    expect(table.lastEndNs()).toBe(30);
    expect(table.openTask(1)).toBe(2);
    expect(table.openTask(0)).toBeUndefined();
  });

  it('keeps its columns apart', () => {
    const table = TaskTable.create(3, 2);
    table.publish(7, 3, true);
    table.recordHeap(1, 4, 5, 6);
    table.begin(2, 1, 1.5);
    table.finish(2, 2.5, -3);
    expect(table.row(2)).toEqual({ task: 9, worker: 1, startNs: 1.5, endNs: 2.5, checksum: -3 });
    expect(table.heap(1)).toEqual({ atNs: 4, usedBytes: 5, totalBytes: 6 });
    expect(table.heap(0).atNs).toBe(0);
    expect(table.row(0).task).toBe(7);
  });
});

describe('Drain', () => {
  it('gives every finished row once, also when rows finish out of order', () => {
    const table = TaskTable.create(4, 2);
    table.publish(0, 4, true);
    const drain = new Drain(table, 6);
    table.begin(0, 0, 1);
    table.begin(1, 1, 2);
    table.finish(1, 3, 0);
    expect(drain.take().spans).toEqual({ task: [1], worker: [7], startNs: [2], endNs: [3] });
    expect(drain.take().spans.task).toEqual([]);
    table.finish(0, 9, 0);
    table.begin(3, 0, 9);
    table.finish(3, 10, 0);
    expect(drain.take(1).spans.task).toEqual([0]);
    expect(drain.take(1).spans.task).toEqual([3]);
    table.begin(2, 1, 9);
    table.finish(2, 11, 0);
    expect(drain.take().spans.task).toEqual([2]);
  });

  it('gives a heap reading once', () => {
    const table = TaskTable.create(1, 2);
    const drain = new Drain(table, 2);
    table.recordHeap(1, 10, 100, 200);
    expect(drain.take().heaps).toEqual({
      atNs: [10],
      worker: [3],
      usedBytes: [100],
      totalBytes: [200],
    });
    expect(drain.take().heaps.atNs).toEqual([]);
  });
});
