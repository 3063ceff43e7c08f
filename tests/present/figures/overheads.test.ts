import { describe, expect, it } from 'vitest';
import { overheads } from '@present/figures/overheads';
import { resultRows } from '@present/figures/views';
import { makeCells } from '../../helpers/make/cells';

const cells = makeCells(
  [{ kind: 'serial' }, { kind: 'threads', workers: 2 }, { kind: 'async', workers: 2 }],
  {
    'serial-1': { coldMs: [200, 210, 190], emptyMs: [1, 3] },
    'threads-2': { coldMs: [100, 110, 120], emptyMs: [22, 20, 21, 90, 23] },
    'async-2': { coldMs: [205, 206, 207] },
  },
);
const rows = resultRows(cells, 'cold');

describe('overhead', () => {
  it('is the median cold time of empty tasks, a task, and against the cold time of the work', () => {
    const [threads, serial, ...none] = overheads(rows, cells, 11);
    expect(none).toEqual([]);
    expect(threads).toMatchObject({
      id: 'threads-2',
      label: 'threads 2',
      trials: 5,
      coldNs: 22e6,
      warmNs: 22e6,
      perTaskNs: 2e6,
      share: 22 / 110,
    });
    expect(threads!.interval!.low).toBeLessThanOrEqual(22e6);
    expect(threads!.interval!.high).toBeGreaterThanOrEqual(22e6);
    expect(serial).toMatchObject({ coldNs: 2e6, trials: 2, share: 0.01 });
    expect(serial).not.toHaveProperty('interval');
  });

  it('has no share where the work itself has no time', () => {
    const untimed = cells.map(({ medianColdNs: _, ...cell }) => cell);
    for (const one of overheads(rows, untimed, 11)) expect(one).not.toHaveProperty('share');
    const atOnce = cells.map((cell) => ({ ...cell, medianColdNs: 0 }));
    for (const one of overheads(rows, atOnce, 11)) expect(one).not.toHaveProperty('share');
  });

  it('is none where no empty tasks were run', () => {
    const without = cells.map(({ empty: _, ...cell }) => cell);
    expect(overheads(rows, without, 11)).toEqual([]);
  });
});
