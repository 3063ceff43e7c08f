import { describe, expect, it } from 'vitest';
import { PeriodicTelemetry } from '@engine/host/periodic-telemetry';
import { TaskTable } from '@engine/host/task-table';

describe('PeriodicTelemetry', () => {
  it('notes the heap at once, then as often as told, and sends each time', () => {
    const table = TaskTable.create(1, 2, 0n);
    let sent = 0;
    const telemetry = new PeriodicTelemetry(table, 1, 200, () => void (sent += 1));
    const first = table.heap(1);
    expect(first.atNs).toBeGreaterThan(0);
    expect(first.usedBytes).toBeGreaterThan(1e5);
    expect(first.totalBytes).toBeGreaterThanOrEqual(first.usedBytes);
    expect(sent).toBe(0);

    telemetry.begin(5_000_000_000n);
    expect(telemetry.dueNs).toBe(5_200_000_000n);
    telemetry.run(5_270_000_000n);
    expect(telemetry.dueNs).toBe(5_470_000_000n);
    expect(table.heap(1).atNs).toBe(5_270_000_000);
    expect(table.heap(0).atNs).toBe(0);
    expect(sent).toBe(1);
  });
});
