import { readProcessCpuNs } from '@engine/machine/process-cpu';
import { tickNs } from '@engine/machine/core-times';
import { describe, expect, it } from 'vitest';

describe.runIf(process.platform === 'linux')('readProcessCpuNs', () => {
  it('agrees with what the process counts itself, within two ticks', () => {
    let sum = 0;
    while (process.cpuUsage().user < 50_000) sum += Math.sqrt(sum + 1);
    const before = process.cpuUsage();
    const read = readProcessCpuNs(process.pid);
    const after = process.cpuUsage();
    expect(read).toBeGreaterThanOrEqual((before.user + before.system) * 1000 - 2 * tickNs);
    expect(read).toBeLessThanOrEqual((after.user + after.system) * 1000 + 2 * tickNs);
  });

  it('does not know the time of a process that is not there', () => {
    expect(readProcessCpuNs(2 ** 22 + 1)).toBeUndefined();
  });
});
