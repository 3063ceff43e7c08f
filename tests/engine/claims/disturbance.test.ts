import { claimNoteText } from '@present/words/claims/notes';
import { describe, expect, it } from 'vitest';
import { disturbance } from '@engine/claims/disturbance';

const second = 1e9;

/** What disturbed a probe, in words. */
function tell(...args: Parameters<typeof disturbance>): string | undefined {
  const found = disturbance(...args);
  return found && claimNoteText({ kind: 'probe-disturbed', title: 'A probe', ...found });
}

describe('what disturbs a probe', () => {
  it('is told with its size and its name', () => {
    const others = [{ pid: 7, name: 'make', cpuNs: 0.7 * second }];
    const told = tell({ spanNs: second, othersCpuNs: 0.8 * second, others }, 2);
    expect(told).toBe('A probe: other processes took 0.80 cores meanwhile, mostly make (pid 7)');
  });

  it('is nothing below a tenth of a core, or where it is not known', () => {
    expect(disturbance({ spanNs: second, othersCpuNs: 0.05 * second }, 2)).toBeUndefined();
    expect(disturbance({ spanNs: second }, 2)).toBeUndefined();
    expect(disturbance(undefined, 2)).toBeUndefined();
  });

  it('needs more on a machine with many cores', () => {
    const surroundings = { spanNs: second, othersCpuNs: 0.3 * second };
    expect(tell(surroundings, 4)).toContain('0.30 cores');
    expect(disturbance(surroundings, 64)).toBeUndefined();
  });

  it('is no worker of a probe that has died', () => {
    const others = [{ pid: 7, name: 'python3', cpuNs: 0.8 * second }];
    const surroundings = { spanNs: second, othersCpuNs: 0.82 * second, others };
    expect(disturbance(surroundings, 2, new Set([7]))).toBeUndefined();
    expect(tell(surroundings, 2, new Set([8]))).toContain('python3 (pid 7)');
  });
});
