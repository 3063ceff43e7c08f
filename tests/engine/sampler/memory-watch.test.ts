import { readerFaultText } from '@present/words/engine/reader-fault';
import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryWatch } from '@engine/sampler/memory-watch';
import { emptySamples, type SampleLists } from '@shared/report/live';
import { residentColumns, residentWidth, SampleRows } from '@engine/sampler/sample-rows';
import { lists } from '../../helpers/lists';
import { FakeClock, FakeMachine, memoryOf, ms } from '../machine/fake-readers';

/** CPU time of one reading. */
const readingNs = 2 * ms;

let clock: FakeClock;
let machine: FakeMachine;
let unreadable: string[];
let cpuNs: number;
let rows: SampleLists['memory'];
let resident: SampleRows;

beforeEach(() => {
  clock = new FakeClock();
  machine = new FakeMachine();
  unreadable = [];
  cpuNs = 0;
  rows = emptySamples(0).memory;
  resident = new SampleRows(residentWidth);
});

function watchOf(periodMs: number, costNs = readingNs): MemoryWatch {
  return new MemoryWatch({
    now: clock.now,
    cpuNs: () => cpuNs,
    periodNs: periodMs * ms,
    open: (pid) => {
      const opened = machine.openMemory(pid);
      if (!opened.ok) return opened;
      const reader = opened.value;
      const read = () => ((cpuNs += costNs), reader.read());
      return { ok: true, value: { ...reader, read } };
    },
    onUnreadable: (why) => unreadable.push(readerFaultText(why)),
  });
}

/** Calls it when it wants to be called, until this time. */
function runUntil(watch: MemoryWatch, atMs: number): void {
  for (;;) {
    const waitMs = watch.readDue({ exact: rows, resident });
    if (waitMs === undefined || clock.ns + waitMs * ms > atMs * ms) break;
    clock.advance(waitMs * ms);
  }
  clock.ns = atMs * ms;
}

const processes = (...pids: number[]) => pids.map((pid, host) => ({ pid, host }));

describe('MemoryWatch', () => {
  it('reads one that holds as much as before every fourth period', () => {
    machine.processes.set(10, memoryOf(10));
    const watch = watchOf(500, 0);
    watch.add(0, processes(10));
    runUntil(watch, 5200);
    expect(rows.atNs.map((at) => at / ms)).toEqual([500, 2500, 4500]);
  });

  it('reads every process that changes once a period, the first time one period after it was added', () => {
    const changing = (pid: number, rssBytes: number) => ({ ...memoryOf(pid), rssBytes });
    machine.processes.set(10, memoryOf(10)).set(20, memoryOf(20));
    const watch = watchOf(500, 0);
    watch.add(3, processes(10, 20));
    runUntil(watch, 600);
    machine.processes.set(10, changing(10, 21e6)).set(20, changing(20, 42e6));
    runUntil(watch, 1400);
    expect(rows).toEqual({
      atNs: [500 * ms, 501 * ms, 1000 * ms, 1001 * ms],
      trial: [3, 3, 3, 3],
      pid: [10, 20, 10, 20],
      rssBytes: [20e6, 40e6, 21e6, 42e6],
      pssBytes: [10e6, 20e6, 10e6, 20e6],
      privateBytes: [5e6, 10e6, 5e6, 10e6],
    });
  });

  it('has the resident size at each reading, and of some at each look', () => {
    machine.processes.set(10, memoryOf(10)).set(20, memoryOf(20));
    const watch = watchOf(500, 0);
    watch.add(3, processes(10));
    watch.add(3, processes(20), true);
    runUntil(watch, 550);
    const { atNs, pid, rssBytes } = lists(residentColumns(resident.take()));
    expect(atNs.map((at) => at / ms)).toEqual([0, 500, 500, 501, 501]);
    expect(pid).toEqual([20, 20, 10, 20, 20]);
    expect(rssBytes).toEqual([40e6, 40e6, 20e6, 40e6, 40e6]);
  });

  it('reads those of a trial that is over with the others only', () => {
    machine.processes.set(10, memoryOf(10)).set(20, memoryOf(20));
    const watch = watchOf(500, 0);
    watch.add(0, processes(10));
    watch.add(1, processes(20));
    watch.rest(0);
    runUntil(watch, 600);
    expect(rows.pid).toEqual([20]);
    watch.readAll({ exact: rows, resident });
    expect(rows.pid).toEqual([20, 10, 20]);
  });

  it('rests from each reading: what does not grow never takes more than 0.3 % of a core', () => {
    for (let pid = 1; pid <= 8; pid += 1) machine.processes.set(pid, memoryOf(pid));
    const watch = watchOf(50);
    watch.add(0, processes(1, 2, 3, 4, 5, 6, 7, 8));
    runUntil(watch, 60_000);
    expect(cpuNs).toBeLessThanOrEqual(clock.ns * 0.003);
    expect(cpuNs).toBeGreaterThan(clock.ns * 0.0028);
    expect(rows.pid.slice(0, 16)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('does not rest where memory grows: all are read within a period', () => {
    machine.processes.set(10, memoryOf(100)).set(20, memoryOf(100));
    const watch = watchOf(500, 20 * ms);
    watch.add(0, processes(10, 20));
    runUntil(watch, 600);
    expect(rows.pid).toEqual([10]);
    machine.processes.set(20, memoryOf(180));
    runUntil(watch, 1200);
    expect(rows.pid).toEqual([10, 10, 20]);
    expect(rows.pssBytes.at(-1)).toBe(180e6);
    runUntil(watch, 3000);
    expect(rows.pid).toHaveLength(3);
  });

  it('takes no small change for growth', () => {
    machine.processes.set(10, memoryOf(5));
    const watch = watchOf(100, 300 * ms);
    watch.add(0, processes(10));
    runUntil(watch, 150);
    machine.processes.set(10, memoryOf(15));
    runUntil(watch, 2000);
    expect(rows.pid).toEqual([10]);
  });

  it('has no row for a process that has ended, and lets go of it', () => {
    machine.processes.set(10, memoryOf(10));
    const watch = watchOf(500);
    watch.add(0, processes(10, 99));
    expect(unreadable).toEqual([]);
    machine.processes.delete(10);
    runUntil(watch, 600);
    expect(rows.pid).toEqual([]);
    expect(machine.open.size).toBe(0);
    expect(watch.readDue({ exact: rows, resident })).toBeUndefined();
  });

  it('wants to be called while something is watched only', () => {
    machine.processes.set(10, memoryOf(10));
    const watch = watchOf(500);
    expect(watch.readDue({ exact: rows, resident })).toBeUndefined();
    watch.add(0, processes(10));
    watch.add(0, processes(10));
    expect(watch.readDue({ exact: rows, resident })).toBe(500);
    expect(machine.open.size).toBe(1);
    watch.remove(0);
    expect(watch.readDue({ exact: rows, resident })).toBeUndefined();
  });

  it('tells why a process may not be read', () => {
    machine.forbidden.add(10);
    watchOf(500).add(0, processes(10));
    expect(unreadable).toEqual(['process 10 cannot be opened (EACCES)']);
  });

  it('waits no longer than a timer can, however rarely it reads', () => {
    machine.processes.set(7, memoryOf(1));
    const watch = watchOf(1e15);
    watch.add(0, [{ host: 0, pid: 7 }]);
    expect(watch.readDue({ exact: rows, resident })).toBe(2 ** 31 - 1);
  });
});
