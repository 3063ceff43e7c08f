import { describe, expect, it } from 'vitest';
import { CoreShares } from '@engine/sampler/core-shares';
import { lists } from '../../helpers/lists';
import { coreColumns, coreWidth, SampleRows } from '@engine/sampler/sample-rows';

/** Readings as [idle, total] of each core; NaN for an offline core. */
type Reading = readonly (readonly [idle: number, total: number])[];

function rows(readings: readonly (readonly [atNs: number, reading: Reading])[]) {
  const cores = readings[0]?.[1].length ?? 0;
  const shares = new CoreShares(cores);
  const rows = new SampleRows(coreWidth(cores));
  for (const [atNs, reading] of readings) {
    shares.add(
      {
        idle: Float64Array.from(reading, ([idle]) => idle),
        total: Float64Array.from(reading, ([, total]) => total),
      },
      atNs,
      rows,
    );
  }
  return lists(coreColumns(rows.take(), cores));
}

const offline = [NaN, NaN] as const;

describe('CoreShares', () => {
  it('gives the busy share of each core over the time between two readings', () => {
    const columns = rows([
      [
        1000,
        [
          [50, 100],
          [0, 100],
        ],
      ],
      [
        21_500,
        [
          [51, 104],
          [4, 104],
        ],
      ],
    ]);
    expect(columns).toEqual({ atNs: [21_500], spanNs: [20_500], busy: [[0.75], [0]] });
  });

  it('knows how many cores were free over the newest row', () => {
    const shares = new CoreShares(2);
    const sampled = new SampleRows(coreWidth(2));
    const add = (idle: readonly number[], total: readonly number[], atNs: number): void =>
      shares.add({ idle: Float64Array.from(idle), total: Float64Array.from(total) }, atNs, sampled);
    expect(shares.free).toBe(2);
    add([0, 0], [0, 0], 0);
    expect(shares.free).toBe(2);
    add([1, 4], [4, 4], 40);
    expect(shares.free).toBe(1.25);
    add([1, 4], [4, 4], 41);
    expect(shares.free).toBe(1.25);
    add([1, 4], [8, 8], 80);
    expect(shares.free).toBe(0);
  });

  it('carries a reading over when a core has not moved, and covers the whole span then', () => {
    const columns = rows([
      [
        0,
        [
          [0, 0],
          [0, 0],
        ],
      ],
      [
        5,
        [
          [0, 1],
          [0, 0],
        ],
      ],
      [
        10,
        [
          [1, 2],
          [0, 1],
        ],
      ],
      [
        20,
        [
          [1, 3],
          [1, 2],
        ],
      ],
    ]);
    expect(columns).toEqual({
      atNs: [10, 20],
      spanNs: [10, 10],
      busy: [
        [0.5, 1],
        [1, 0],
      ],
    });
  });

  it('waits while the kernel’s iowait steps back', () => {
    const columns = rows([
      [0, [[10, 20]]],
      [5, [[9, 21]]],
      [10, [[12, 24]]],
    ]);
    expect(columns).toEqual({ atNs: [10], spanNs: [10], busy: [[0.5]] });
  });

  it('makes nothing of a reading that failed', () => {
    const columns = rows([
      [0, [[0, 0]]],
      [10, [offline]],
      [20, [[1, 2]]],
    ]);
    expect(columns).toEqual({ atNs: [20], spanNs: [20], busy: [[0.5]] });
  });

  it('makes no row of the span in which a core went or came, and idle of an offline one', () => {
    const columns = rows([
      [
        0,
        [
          [0, 10],
          [0, 10],
        ],
      ],
      [10, [[0, 11], offline]],
      [20, [[0, 12], offline]],
      [
        30,
        [
          [1, 13],
          [500, 900],
        ],
      ],
      [
        40,
        [
          [1, 14],
          [501, 901],
        ],
      ],
    ]);
    expect(columns).toEqual({
      atNs: [20, 40],
      spanNs: [10, 10],
      busy: [
        [1, 1],
        [0, 0],
      ],
    });
  });
});
