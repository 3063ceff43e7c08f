import { describe, expect, it } from 'vitest';
import { sizeModel } from '@analysis/break-even/size-model';

const range = { min: 1, max: 1e9 };

describe('the model of task sizes', () => {
  it('goes through what was measured, and along a power between and beyond', () => {
    const cube = [2, 8, 32].map((size) => ({ size, taskNs: 5 * size ** 3 }));
    const { taskNs, sizeFor } = sizeModel(cube, range);
    for (const size of [2, 5, 8, 20, 32, 100, 1000]) {
      expect(taskNs(size)).toBeCloseTo(5 * size ** 3, -Math.floor(3 * Math.log10(size)));
    }
    expect(sizeFor(5 * 100 ** 3)).toBe(100);
    expect(sizeFor(5 * 100 ** 3 + 1e3)).toBe(101);
  });

  it('takes a task to grow with its size where only one was measured', () => {
    const { taskNs, sizeFor } = sizeModel([{ size: 100, taskNs: 1e4 }], range);
    expect(taskNs(1000)).toBeCloseTo(1e5, 5);
    // Below what was measured nothing is promised to be shorter.
    expect(taskNs(1)).toBeCloseTo(1e4, 5);
    expect(sizeFor(1e6)).toBe(1e4);
  });

  it('never falls, whatever noise was measured, and takes the median of one size', () => {
    const { taskNs } = sizeModel(
      [
        { size: 10, taskNs: 900 },
        { size: 20, taskNs: 500 },
        { size: 40, taskNs: 4000 },
        { size: 40, taskNs: 2000 },
        { size: 40, taskNs: 1e9 },
      ],
      range,
    );
    const times = [1, 10, 15, 20, 30, 40, 80].map(taskNs);
    expect([...times].sort((one, other) => one - other)).toEqual(times);
    expect(taskNs(40)).toBeCloseTo(4000, 5);
  });

  it('does not take the flat start for what comes, nor a leap for ever', () => {
    const flat = sizeModel(
      [1, 4, 16].map((size) => ({ size, taskNs: 1000 })),
      range,
    );
    expect(flat.taskNs(1600)).toBeGreaterThan(5000);
    const leap = sizeModel(
      [
        { size: 1, taskNs: 1 },
        { size: 2, taskNs: 1e6 },
      ],
      range,
    );
    expect(leap.taskNs(20)).toBeLessThanOrEqual(1e6 * 10 ** 3 * 1.001);
  });

  it('stays within the range, and takes a size of 0', () => {
    const { sizeFor, taskNs } = sizeModel(
      [
        { size: 0, taskNs: 1e6 },
        { size: 4, taskNs: 4e6 },
      ],
      { min: 0, max: 50 },
    );
    expect(sizeFor(1)).toBe(0);
    expect(sizeFor(Infinity)).toBe(50);
    expect(taskNs(0)).toBeCloseTo(1e6, 5);
  });
});
