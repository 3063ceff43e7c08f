import { describe, expect, it } from 'vitest';
import {
  coreColumns,
  coreWidth,
  SampleRows,
  workerColumns,
  workerWidth,
} from '@engine/sampler/sample-rows';

function write(rows: SampleRows, ...numbers: readonly number[]): void {
  const at = rows.begin();
  numbers.forEach((number, place) => (rows.numbers[at + place] = number));
}

describe('SampleRows', () => {
  it('gives what was written since it was last taken', () => {
    const rows = new SampleRows(3);
    write(rows, 1, 2, 3);
    write(rows, 4, 5, 6);
    const first = rows.take();
    write(rows, 7, 8, 9);
    expect([...first]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...rows.take()]).toEqual([7, 8, 9]);
    expect([...rows.take()]).toEqual([]);
  });

  it('grows with what is written', () => {
    const rows = new SampleRows(2);
    for (let row = 0; row < 1000; row += 1) write(rows, row, -row);
    const taken = rows.take();
    expect(taken).toHaveLength(2000);
    expect([taken[1998], taken[1999]]).toEqual([999, -999]);
  });
});

describe('columns', () => {
  it('of workers have a number of each row', () => {
    const rows = new SampleRows(workerWidth);
    write(rows, 10, 20, 1, 2, 30, 40, 5);
    write(rows, 11, 21, 1, 3, 31, 41, 6);
    expect(workerColumns(rows.take())).toEqual({
      atNs: Float64Array.of(10, 11),
      spanNs: Float64Array.of(20, 21),
      trial: Float64Array.of(1, 1),
      worker: Float64Array.of(2, 3),
      onCpuNs: Float64Array.of(30, 31),
      waitNs: Float64Array.of(40, 41),
      core: Float64Array.of(5, 6),
    });
  });

  it('of cores have a column each, also where there is no row', () => {
    const rows = new SampleRows(coreWidth(3));
    write(rows, 10, 20, 0.5, 0, 1);
    write(rows, 30, 20, 0.25, 1, 0);
    expect(coreColumns(rows.take(), 3)).toEqual({
      atNs: Float64Array.of(10, 30),
      spanNs: Float64Array.of(20, 20),
      busy: [Float64Array.of(0.5, 0.25), Float64Array.of(0, 1), Float64Array.of(1, 0)],
    });
    expect(coreColumns(new Float64Array(), 2)).toEqual({
      atNs: new Float64Array(),
      spanNs: new Float64Array(),
      busy: [new Float64Array(), new Float64Array()],
    });
  });
});
