import { defaultParams, workloadKinds, workloadSpec } from '@shared/experiment/workloads';
import { describe, expect, it } from 'vitest';

describe.each(workloadKinds)('workload %s', (kind) => {
  const { params, variants, size } = workloadSpec(kind);

  it('has limits in order, whole, with the default between them', () => {
    expect(variants).toBeGreaterThanOrEqual(1);
    for (const { min, max, default: preset } of Object.values(params)) {
      expect([min, preset, max].every(Number.isInteger)).toBe(true);
      expect(min).toBeLessThanOrEqual(preset);
      expect(preset).toBeLessThanOrEqual(max);
    }
  });

  it('names one of its own parameters as the size of a task, if any', () => {
    if (size !== undefined) expect(Object.keys(params)).toContain(size);
  });

  it('has its defaults by name', () => {
    expect(Object.keys(defaultParams(kind))).toEqual(Object.keys(params));
  });
});
