import { describe, expect, it } from 'vitest';
import type { CostEstimate } from '@shared/experiment/cost';
import { describeCost, describeLoad, describeTask, describeTime } from '@present/words/cost-text';

const s = 1e9;
const estimate: CostEstimate = {
  taskNs: 104e6,
  atLeast: false,
  minNs: 240 * s,
  maxNs: 245 * s,
  coresBusy: 1.96,
  usableCores: 2,
  peakBytes: 298_400_000,
  shares: [],
};

describe('the cost in words', () => {
  it.each([
    [240, 245, '4 min'],
    [240, 540, '4 to 9 min'],
    [20, 180, '20 s to 3 min'],
    [56, 210, '1 to 3.5 min'],
    [0.2, 0.3, '1 s'],
    [3.4, 3.4, '3.5 s'],
    [100, 6000, '1.5 min to 1.5 h'],
    [3000, 6000, '1 to 1.5 h'],
    [88, 88, '88 s'],
  ])('rounds %d to %d seconds to %s', (least, most, text) => {
    expect(describeTime({ minNs: least * s, maxNs: most * s })).toBe(text);
  });

  it('tells cores, and memory where that is known', () => {
    expect(describeLoad(estimate)).toBe('up to 2 of 2 cores busy, 300 MB');
    const { peakBytes: _, ...rest } = estimate;
    expect(describeLoad(rest)).toBe('up to 2 of 2 cores busy');
  });

  it('tells what one task took, or took at least', () => {
    expect(describeTask(estimate, 128)).toBe(
      'One task took 104 ms here just now. All of them, serial: about 13 s.',
    );
    expect(describeTask({ ...estimate, taskNs: 2 * s, atLeast: true }, 24)).toBe(
      'One task takes more than 2 s here. All of them, serial: more than 48 s.',
    );
  });

  it.each([
    [{}, 'about 4 min, up to 2 of 2 cores busy, 300 MB'],
    [{ minNs: 120 * s }, 'about 2 to 4 min, up to 2 of 2 cores busy, 300 MB'],
    [{ minNs: 0.2 * s, maxNs: 0.4 * s }, 'about 1 s, up to 2 of 2 cores busy, 300 MB'],
    [{ atLeast: true }, 'at least 4 min, up to 2 of 2 cores busy, 300 MB'],
    [{ coresBusy: 0.02, usableCores: 1 }, 'about 4 min, up to 0.1 of 1 core busy, 300 MB'],
  ])('is one line: %j', (over, line) => {
    expect(describeCost({ ...estimate, ...over })).toBe(line);
  });
});
