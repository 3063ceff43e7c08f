import { describe, expect, it } from 'vitest';
import { Drain } from '@engine/host/drain';
import type { SentSpans } from '@shared/wire/messages';
import { marksOf, TaskTable } from '@engine/host/task-table';

const origin = 9_000_000_000_000_000_000n;
const at = (ns: number): bigint => origin + BigInt(ns);

function makeTable(capacity: number, workers: number): TaskTable {
  return TaskTable.create(capacity, workers, origin);
}

/** Begins a row as the loop does. */
function begin(table: TaskTable, ticket: number, worker: number, ns: number): void {
  table.rows.startNs[ticket] = at(ns);
  table.rows.mark[ticket] = marksOf(worker).begun;
}

function finish(table: TaskTable, ticket: number, worker: number, ns: number, sum = 0): void {
  table.finish(ticket, worker, at(ns), sum);
}

describe('TaskTable', () => {
  it('hands out tickets in order and shares them through one buffer', () => {
    const table = makeTable(4, 2);
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
    const table = makeTable(2, 1);
    table.publish(0, 1, false);
    table.waitForMore(0);
    table.publish(0, 0, true);
    table.waitForMore(1);
    expect(table.closed).toBe(true);
  });

  it('knows the last end and the task left open', () => {
    const table = makeTable(3, 2);
    table.publish(0, 3, true);
    expect(table.lastEndNs()).toBeNaN();
    begin(table, 0, 0, 5);
    finish(table, 0, 0, 30, 1);
    begin(table, 1, 1, 6);
    finish(table, 1, 1, 20, 1);
    begin(table, 2, 1, 21);
    expect(table.lastEndNs()).toBe(30);
    expect(table.openTask(1)).toBe(2);
    expect(table.openTask(0)).toBeUndefined();
  });

  it('names the task that threw before one that was begun earlier', () => {
    const table = makeTable(3, 256);
    table.publish(5, 3, true);
    begin(table, 0, 255, 1);
    begin(table, 1, 255, 2);
    table.fail(1);
    expect(table.openTask(255)).toBe(6);
    expect(table.row(1).worker).toBe(255);
    expect(table.results().task).toHaveLength(0);
  });

  it('tells how long the newest finished task took', () => {
    const table = makeTable(3, 1);
    table.publish(0, 3, true);
    expect(table.lastSpanNs()).toBeNaN();
    table.claim(3);
    begin(table, 0, 0, 10);
    finish(table, 0, 0, 14);
    begin(table, 1, 0, 20);
    finish(table, 1, 0, 27);
    begin(table, 2, 0, 30);
    expect(table.lastSpanNs()).toBe(7);
  });

  it('gives the results of finished rows only', () => {
    const table = makeTable(3, 1);
    table.publish(7, 3, true);
    for (const ticket of [0, 2]) {
      begin(table, ticket, 0, 1);
      finish(table, ticket, 0, 2, ticket * 10);
    }
    const { task, checksum } = table.results();
    expect([...task]).toEqual([7, 9]);
    expect([...checksum]).toEqual([0, 20]);
  });

  it('keeps its columns apart', () => {
    const table = makeTable(3, 2);
    table.publish(7, 3, true);
    table.recordHeap(1, at(4), 5, 6);
    begin(table, 2, 1, 15);
    finish(table, 2, 1, 25, -3);
    expect(table.row(2)).toEqual({ task: 9, worker: 1, startNs: 15, endNs: 25, checksum: -3 });
    expect(table.heap(1)).toEqual({ atNs: 4, usedBytes: 5, totalBytes: 6 });
    expect(table.heap(0).atNs).toBe(0);
    expect(table.row(0).task).toBe(7);
  });
});

const plain = (columns: SentSpans) =>
  Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, Array.from(column)]));

describe('Drain', () => {
  it('gives every finished row once, also when rows finish out of order', () => {
    const table = makeTable(4, 2);
    table.publish(0, 4, true);
    const drain = new Drain(table, 6);
    begin(table, 0, 0, 1);
    begin(table, 1, 1, 2);
    finish(table, 1, 1, 3);
    expect(plain(drain.take().spans)).toEqual({
      task: [1],
      worker: [7],
      startNs: [2],
      endNs: [3],
    });
    expect(plain(drain.take().spans).task).toEqual([]);
    finish(table, 0, 0, 9);
    begin(table, 3, 0, 9);
    finish(table, 3, 0, 10);
    expect(plain(drain.take(1).spans).task).toEqual([0]);
    expect(plain(drain.take(1).spans).task).toEqual([3]);
    begin(table, 2, 1, 9);
    finish(table, 2, 1, 11);
    expect(plain(drain.take().spans).task).toEqual([2]);
  });

  it('gives a heap reading once', () => {
    const table = makeTable(1, 2);
    const drain = new Drain(table, 2);
    table.recordHeap(1, at(10), 100, 200);
    expect(drain.take().heaps).toEqual({
      atNs: [10],
      worker: [3],
      usedBytes: [100],
      totalBytes: [200],
    });
    expect(drain.take().heaps.atNs).toEqual([]);
  });
});
