import { describe, expect, it } from 'vitest';
import { othersBetween } from '@engine/sampler/others';
import type { ProcessRow, ProcessRows } from '@engine/machine/process-table';

type Row = Partial<ProcessRow> & Pick<ProcessRow, 'pid'>;

function table(...rows: readonly Row[]): ProcessRows {
  const first = { pid: 1, parent: 0 };
  return new Map(
    [first, ...rows].map((row) => [
      row.pid,
      {
        parent: 1,
        startTicks: row.pid,
        name: `p${row.pid}`,
        ownTicks: 0,
        childrenTicks: 0,
        ...row,
      },
    ]),
  );
}

const leader = 50;
const tick = 10_000_000;

function between(before: ProcessRows, after: ProcessRows) {
  return othersBetween(before, after, leader).map(({ pid, cpuNs }) => [pid, cpuNs / tick]);
}

describe('othersBetween', () => {
  it('gives what each used in between, most first, and leaves out who used nothing', () => {
    expect(
      othersBetween(
        table({ pid: 7, ownTicks: 100 }, { pid: 8, ownTicks: 5 }, { pid: 9, ownTicks: 3 }),
        table({ pid: 7, ownTicks: 104 }, { pid: 8, ownTicks: 25 }, { pid: 9, ownTicks: 3 }),
        leader,
      ),
    ).toEqual([
      { pid: 8, name: 'p8', cpuNs: 20 * tick },
      { pid: 7, name: 'p7', cpuNs: 4 * tick },
    ]);
  });

  it('leaves out the leader and all its descendants, new and old', () => {
    const run = [
      { pid: leader, parent: 7 },
      { pid: 51, parent: leader },
      { pid: 52, parent: 51 },
    ];
    const worked = run.map((row) => ({ ...row, ownTicks: 100, childrenTicks: 40 }));
    expect(
      between(
        table({ pid: 7 }, ...run),
        table({ pid: 7, ownTicks: 1 }, ...worked, { pid: 53, parent: 52, ownTicks: 9 }),
      ),
    ).toEqual([[7, 1]]);
  });

  it('leaves out what is of the run by its mark, and takes another run as one', () => {
    const run = [
      { pid: 60, parent: 1, name: 'node' },
      { pid: 61, parent: 60 },
    ];
    const worked = run.map((row) => ({ ...row, ownTicks: 100 }));
    const runs = { isOurs: (pid: number) => pid === 70, leaders: [leader, 60] };
    const after = table(...worked, { pid: 70, ownTicks: 50 }, { pid: 7, ownTicks: 1 });
    expect(othersBetween(table(...run), after, leader, runs)).toEqual([
      { pid: 60, name: 'another Corelane run', cpuNs: 200 * tick },
      { pid: 7, name: 'p7', cpuNs: tick },
    ]);
  });

  it('leaves out a descendant whose parent has ended in between', () => {
    expect(
      between(
        table({ pid: leader }, { pid: 51, parent: leader }, { pid: 52, parent: 51 }),
        table({ pid: leader }, { pid: 52, parent: 1, ownTicks: 30 }),
      ),
    ).toEqual([]);
  });

  it('counts a process that began in between from its start', () => {
    expect(between(table(), table({ pid: 9, ownTicks: 12 }))).toEqual([[9, 12]]);
  });

  it('takes a number given anew for another process', () => {
    expect(
      between(
        table({ pid: 9, startTicks: 1, ownTicks: 500 }),
        table({ pid: 9, startTicks: 77, ownTicks: 6 }),
      ),
    ).toEqual([[9, 6]]);
  });

  it('counts children that came and went with the one that waited for them', () => {
    expect(
      between(table({ pid: 9, childrenTicks: 10 }), table({ pid: 9, childrenTicks: 45 })),
    ).toEqual([[9, 35]]);
  });

  it('does not count what a child that ended had used before', () => {
    const before = table({ pid: 9 }, { pid: 10, parent: 9, ownTicks: 300, childrenTicks: 40 });
    expect(between(before, table({ pid: 9, childrenTicks: 345 }))).toEqual([[9, 5]]);
  });

  it('nor a grandchild of it', () => {
    const before = table(
      { pid: 9 },
      { pid: 10, parent: 9, ownTicks: 20 },
      { pid: 11, parent: 10, ownTicks: 300 },
    );
    expect(between(before, table({ pid: 9, childrenTicks: 327, ownTicks: 1 }))).toEqual([[9, 8]]);
  });

  it('makes nothing negative of a child that nobody waited for', () => {
    const before = table({ pid: 9 }, { pid: 10, parent: 9, ownTicks: 300 });
    expect(between(before, table({ pid: 9, ownTicks: 2 }))).toEqual([[9, 2]]);
  });

  it('comes to an end where rows read at different moments form a ring', () => {
    const ring = [
      { pid: 60, parent: 61 },
      { pid: 61, parent: 60 },
    ];
    const used = ring.map((row) => ({ ...row, ownTicks: 3 }));
    expect(between(table(...ring), table(...used))).toEqual([
      [60, 3],
      [61, 3],
    ]);
    expect(between(table(...ring), table())).toEqual([]);
  });
});
