import { describe, expect, it } from 'vitest';
import { Chores } from '@engine/host/chores';
import { TaskTable } from '@engine/host/task-table';

describe('Chores', () => {
  it('notes the heap at once, then as often as told, and sends each time', () => {
    const table = TaskTable.create(1, 2, 0n);
    let sent = 0;
    const chores = new Chores(table, 1, 200, () => void (sent += 1));
    const first = table.heap(1);
    expect(first.atNs).toBeGreaterThan(0);
    expect(first.usedBytes).toBeGreaterThan(1e5);
    expect(first.totalBytes).toBeGreaterThanOrEqual(first.usedBytes);
    expect(sent).toBe(0);

    chores.begin(5_000_000_000n);
    expect(chores.dueNs).toBe(5_200_000_000n);
    chores.run(5_270_000_000n);
    expect(chores.dueNs).toBe(5_470_000_000n);
    expect(table.heap(1).atNs).toBe(5_270_000_000);
    expect(table.heap(0).atNs).toBe(0);
    expect(sent).toBe(1);
  });
});
