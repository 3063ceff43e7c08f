import { describe, expect, it } from 'vitest';
import { attributeCores } from '@analysis/cells/attribution';

const ms = 1e6;

describe('attributeCores', () => {
  /** Of two samples of cores 4 and 6; a row is a moment, a worker, ms on a core, ms waiting, the core. */
  const attribute = (rows: readonly (readonly number[])[]) => {
    const column = (place: number, factor = 1): number[] =>
      rows.map((row) => (row[place] ?? 0) * factor);
    const { trial, worker } = attributeCores(
      {
        cores: {
          atNs: [20 * ms, 40 * ms],
          spanNs: [20 * ms, 20 * ms],
          busy: [
            [1, 1],
            [1, 1],
          ],
        },
        workers: {
          atNs: column(0, ms),
          spanNs: rows.map(() => 20 * ms),
          trial: rows.map(() => 0),
          worker: column(1),
          onCpuNs: column(2, ms),
          waitNs: column(3, ms),
          core: column(4),
        },
      },
      [4, 6],
    );
    return { trial: [...trial], worker: worker.map((ofCore) => [...ofCore]) };
  };

  it('gives a core to the worker last seen on it', () => {
    const seen = attribute([
      [20, 0, 20, 0, 4],
      [20, 1, 20, 0, 6],
      [40, 0, 20, 0, 6],
      [40, 1, 20, 0, 4],
    ]);
    expect(seen.worker).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(seen.trial).toEqual([0, 0]);
  });

  it('gives it, of several, to the one with the most time on a CPU', () => {
    expect(
      attribute([
        [20, 0, 8, 12, 4],
        [20, 1, 12, 8, 4],
      ]).worker[0],
    ).toEqual([1, -1]);
    expect(
      attribute([
        [20, 0, 12, 8, 4],
        [20, 1, 8, 12, 4],
      ]).worker[0],
    ).toEqual([0, -1]);
  });

  it('gives it to none where none of them ran, or ran elsewhere', () => {
    expect(
      attribute([
        [20, 0, 0, 20, 4],
        [20, 1, 20, 0, 9],
      ]).worker,
    ).toEqual([
      [-1, -1],
      [-1, -1],
    ]);
  });

  it('joins rows that were read a little after the cores, and none from another sample', () => {
    expect(attribute([[20.4, 0, 20, 0, 4]]).worker[0]).toEqual([0, -1]);
    expect(attribute([[75, 0, 20, 0, 4]]).worker[0]).toEqual([-1, -1]);
  });
});
