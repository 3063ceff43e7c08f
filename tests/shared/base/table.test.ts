import { describe, expect, it } from 'vitest';
import { columnsOfRows, emptyLists, columnKindsOf, Table } from '@shared/base/table';

const one = { a: 'figure' } as const;
const two = { a: 'figure', b: 'figure' } as const;
/** A column before those of the cores, one after them. */
const ofCores = { atNs: 'ns', busy: ['share'], trial: 'indexOrNone' } as const;

describe('Table', () => {
  it('keeps every row in order while its storage grows', () => {
    const table = new Table(two);
    for (let row = 0; row < 1000; row += 1) table.push({ a: row, b: -row });
    expect(table.length).toBe(1000);
    expect(table.at('a', 0)).toBe(0);
    expect(table.at('b', 999)).toBe(-999);
    expect(table.column('a').length).toBeGreaterThanOrEqual(1000);
  });

  it('says NaN outside its rows, not what lies in its storage', () => {
    const table = new Table(one);
    table.push({ a: 1 });
    expect(table.at('a', 1)).toBeNaN();
    expect(table.at('a', -1)).toBeNaN();
  });

  it('forgets rows from the front and goes on', () => {
    const table = new Table(one);
    for (let row = 0; row < 5; row += 1) table.push({ a: row });
    table.dropFirst(3);
    table.push({ a: 9 });
    expect([0, 1, 2].map((row) => table.at('a', row))).toEqual([3, 4, 9]);
    table.dropFirst(10);
    expect(table.length).toBe(0);
  });

  it('joins pairs beyond a number of rows, and seldom where few can be joined', () => {
    const table = new Table(one);
    let asked = 0;
    const push = (rows: number, canJoin: boolean): void => {
      for (let row = 0; row < rows; row += 1) {
        table.joinBeyond(100, (into, from) => {
          asked += 1;
          if (canJoin) table.column('a')[into] = table.at('a', into) + table.at('a', from);
          return canJoin;
        });
        table.push({ a: 1 });
      }
    };
    push(1000, true);
    expect(table.length).toBeLessThanOrEqual(100);
    expect(
      table
        .column('a')
        .subarray(0, table.length)
        .reduce((sum, a) => sum + a),
    ).toBe(1000);
    asked = 0;
    push(10_000, false);
    expect(table.length).toBeGreaterThan(10_000);
    // Each row about twice, not once for every row that came after it.
    expect(asked).toBeLessThan(40_000);
  });

  it('exchanges two rows whole', () => {
    const table = new Table(two);
    table.push({ a: 1, b: 10 });
    table.push({ a: 2, b: 20 });
    table.swap(0, 1);
    expect([table.at('a', 0), table.at('b', 0)]).toEqual([2, 20]);
  });

  it('joins rows of one kind, whatever lies between', () => {
    const table = new Table(two);
    for (const [a, b] of [
      [1, 1],
      [2, 10],
      [1, 2],
      [2, 20],
      [1, 4],
    ] as const)
      table.push({ a, b });
    const { a, b } = table.columns;
    table.joinPairs(
      (into, from) => {
        b[into] = (b[into] ?? 0) + (b[from] ?? 0);
        return true;
      },
      (row) => a[row] ?? 0,
    );
    expect(table.lists()).toEqual({ a: [1, 2, 1], b: [3, 30, 4] });
  });

  it('has columns for each core, and takes rows of lists and of typed columns', () => {
    const table = new Table(ofCores, 2);
    const lists = {
      atNs: [1, 2, 3],
      busy: [
        [0.1, 0.2, 0.3],
        [1, 1, 1],
      ],
      trial: [-1, 0, 0],
    };
    table.append(lists, 1, 3);
    const taken = table.take();
    expect(table.length).toBe(0);
    expect(taken.busy[0]).toEqual(Float64Array.of(0.2, 0.3));
    table.append(taken);
    table.append(taken, 0, 1);
    expect(table.lists()).toEqual({
      atNs: [2, 3, 2],
      busy: [
        [0.2, 0.3, 0.2],
        [1, 1, 1],
      ],
      trial: [0, 0, 0],
    });
    // What was taken is nobody else's.
    expect(taken.atNs).toEqual(Float64Array.of(2, 3));
  });

  it('knows a row that can be none of its own', () => {
    const table = new Table(ofCores, 1);
    const rows = {
      atNs: [1, Number.NaN, 3, 4, Infinity],
      busy: [[0, 0, -1, 0, 0]],
      trial: [-1, 0, 0, -2, 0],
    };
    const isSound = table.isSound(rows);
    expect([0, 1, 2, 3, 4, 5].map(isSound)).toEqual([true, false, false, false, false, false]);
    expect(table.isSound({ ...rows, busy: [] })(0)).toBe(false);
  });
});

describe('the rows of the wire', () => {
  it('have a number for each column, those of the cores in their place', () => {
    expect(columnKindsOf(ofCores, 2).map(({ range }) => range.min)).toEqual([0, 0, 0, -1]);
    const rows = Float64Array.of(10, 0.5, 0, 7, 20, 0.25, 1, -1);
    expect(columnsOfRows(ofCores, rows, 2)).toEqual({
      atNs: Float64Array.of(10, 20),
      busy: [Float64Array.of(0.5, 0.25), Float64Array.of(0, 1)],
      trial: Float64Array.of(7, -1),
    });
  });

  it('may be none', () => {
    expect(columnsOfRows(ofCores, new Float64Array(), 1).busy).toEqual([new Float64Array()]);
    expect(emptyLists(ofCores, 2)).toEqual({ atNs: [], busy: [[], []], trial: [] });
  });
});
