import { beforeEach, describe, expect, it } from 'vitest';
import { lists } from '../../helpers/lists';
import {
  coreColumns,
  residentColumns,
  workerColumns,
  workerWidth,
} from '@engine/sampler/sample-rows';
import { Ticker, type FromTicker } from '@engine/sampler/ticker';
import type { WorkerIdentity } from '@shared/wire/messages';
import { FakeClock, FakeMachine, memoryOf, ms } from '../machine/fake-readers';

let clock: FakeClock;
let machine: FakeMachine;
let sent: FromTicker[];

beforeEach(() => {
  clock = new FakeClock();
  machine = new FakeMachine();
  sent = [];
});

function start(hz = 12.5, quiet = false): Ticker {
  const send = (message: FromTicker) => sent.push(message);
  return new Ticker({ readers: machine, clock, hz, quiet, send });
}

/** Lets time pass and wakes the ticker, as its thread would. */
function pass(ticker: Ticker, byNs: number): number {
  clock.advance(byNs);
  return ticker.wake();
}

function batches() {
  return sent.filter((message) => message.type === 'batch');
}

/** All rows of workers sent so far, put together. */
function rows() {
  return lists(workerColumns(Float64Array.from(batches().flatMap(({ workers }) => [...workers]))));
}

const worker = (index: number, tid?: number): WorkerIdentity => ({
  worker: index,
  host: 0,
  thread: index,
  pid: 10,
  ...(tid === undefined ? {} : { tid }),
});

describe('workers', () => {
  it('gives deltas over the time really elapsed; the first reading is only a base', () => {
    machine.threads.set(11, { onCpuNs: 5000, waitNs: 700, core: 1 });
    const ticker = start(50);
    clock.advance(3 * ms);
    ticker.watch(4, [worker(2, 11)], []);
    machine.threads.set(11, { onCpuNs: 5000 + 9 * ms, waitNs: 900, core: 1 });
    pass(ticker, 18.5 * ms);
    ticker.end();
    expect(rows()).toEqual({
      atNs: [21.5 * ms],
      spanNs: [18.5 * ms],
      trial: [4],
      worker: [2],
      onCpuNs: [9 * ms],
      waitNs: [200],
      core: [1],
    });
  });

  it('keeps the base of a known thread when the rest of the trial becomes known', () => {
    machine.threads.set(11, { onCpuNs: 100, waitNs: 0, core: 0 });
    machine.threads.set(12, { onCpuNs: 1000, waitNs: 0, core: 1 });
    const ticker = start(50);
    ticker.watch(0, [worker(0, 11), worker(1)], []);
    clock.advance(10 * ms);
    machine.threads.set(11, { onCpuNs: 150, waitNs: 0, core: 0 });
    ticker.watch(0, [worker(0, 11), worker(1, 12)], []);
    pass(ticker, 10 * ms);
    ticker.end();
    expect(rows()).toMatchObject({
      worker: [0, 1],
      onCpuNs: [50, 0],
      spanNs: [20 * ms, 10 * ms],
    });
  });

  it('starts anew where a worker has another thread', () => {
    machine.threads.set(11, { onCpuNs: 100, waitNs: 0, core: 0 });
    machine.threads.set(12, { onCpuNs: 9000, waitNs: 0, core: 0 });
    const ticker = start(50);
    ticker.watch(0, [worker(0, 11)], []);
    ticker.watch(0, [worker(0, 12)], []);
    expect([...machine.open]).toEqual(['thread 12']);
    machine.threads.set(12, { onCpuNs: 9007, waitNs: 0, core: 0 });
    pass(ticker, 20 * ms);
    ticker.end();
    expect(rows().onCpuNs).toEqual([7]);
  });

  it('lets a thread end without a word, before or after it was watched', () => {
    machine.threads.set(11, { onCpuNs: 0, waitNs: 0, core: 0 });
    machine.threads.set(12, { onCpuNs: 0, waitNs: 0, core: 0 });
    const ticker = start(50);
    ticker.watch(0, [worker(0, 11), worker(1, 12), worker(2, 13)], []);
    machine.threads.delete(11);
    pass(ticker, 20 * ms);
    ticker.end();
    expect(rows().worker).toEqual([1]);
    expect([...machine.open]).toEqual(['thread 12']);
    expect(sent.filter(({ type }) => type === 'unknown')).toEqual([]);
  });

  it('reads the tail of a trial that ends between two ticks, sends it, and lets go', () => {
    machine.threads.set(11, { onCpuNs: 0, waitNs: 0, core: 0 });
    machine.threads.set(21, { onCpuNs: 0, waitNs: 0, core: 1 });
    const ticker = start(50);
    ticker.watch(0, [worker(0, 11)], []);
    ticker.watch(1, [worker(0, 21)], []);
    machine.threads.set(11, { onCpuNs: 3 * ms, waitNs: 1 * ms, core: 1 });
    clock.advance(4 * ms);
    ticker.unwatch(0);
    expect(rows()).toMatchObject({
      trial: [0],
      spanNs: [4 * ms],
      onCpuNs: [3 * ms],
      waitNs: [1 * ms],
      core: [1],
    });
    expect([...machine.open]).toEqual(['thread 21']);
  });

  it('says that a thread may not be read', () => {
    machine.forbidden.add(11);
    start().watch(0, [worker(0, 11)], []);
    expect(sent).toEqual([
      {
        type: 'unknown',
        what: 'schedstat',
        why: { code: 'not-opened', path: 'thread 11', errno: 'EACCES' },
      },
    ]);
  });
});

describe('resident sizes', () => {
  const resident = () =>
    lists(residentColumns(Float64Array.from(batches().flatMap((one) => [...one.resident]))));
  const both = [
    { pid: 10, host: 0 },
    { pid: 20, host: 1 },
  ];

  it('are read at the first moment, as often as the cores, and once more at the end', () => {
    machine.processes.set(10, memoryOf(10)).set(20, memoryOf(20));
    const ticker = start(50);
    clock.advance(5 * ms);
    ticker.watch(3, [], both);
    for (let tick = 1; tick <= 10; tick += 1) pass(ticker, 20 * ms);
    machine.processes.set(10, memoryOf(30));
    clock.advance(3 * ms);
    ticker.unwatch(3);
    const { atNs, trial, pid, rssBytes, sharedBytes } = resident();
    expect(atNs.map((at) => at / ms)).toEqual([5, 5, 85, 85, 165, 165, 208, 208]);
    expect(new Set(trial)).toEqual(new Set([3]));
    expect(pid).toEqual([10, 20, 10, 20, 10, 20, 10, 20]);
    expect(rssBytes.slice(-2)).toEqual([60e6, 40e6]);
    expect(sharedBytes[0]).toBe(7.5e6);
    expect(machine.open.size).toBe(0);
  });

  it('go on while a trial rests, and end with their process', () => {
    machine.processes.set(10, memoryOf(10)).set(20, memoryOf(20));
    const ticker = start();
    ticker.watch(0, [], both);
    ticker.watch(0, [], both);
    ticker.rest(0);
    machine.processes.delete(10);
    pass(ticker, 80 * ms);
    ticker.end();
    expect(resident().pid).toEqual([10, 20, 20]);
    expect([...machine.open]).toEqual(['statm 20']);
  });
});

describe('the core a worker is on', () => {
  it('is looked up as often as the cores; rows between tell where it was last seen', () => {
    machine.threads.set(11, { onCpuNs: 0, waitNs: 0, core: 0 });
    const ticker = start(50);
    ticker.watch(0, [worker(0, 11)], []);
    for (let tick = 1; tick <= 10; tick += 1) {
      machine.threads.set(11, { onCpuNs: tick * 9 * ms, waitNs: 0, core: tick });
      pass(ticker, 20 * ms);
    }
    ticker.end();
    expect(rows().core).toEqual([0, 0, 0, 4, 4, 4, 4, 8, 8, 8]);
  });

  it('is not looked up where the worker has not run since', () => {
    machine.threads.set(11, { onCpuNs: 5, waitNs: 0, core: 0 });
    const ticker = start(12.5);
    ticker.watch(0, [worker(0, 11)], []);
    const first = machine.coreReadings;
    for (let tick = 1; tick <= 4; tick += 1) pass(ticker, 80 * ms);
    expect(machine.coreReadings).toBe(first);
    machine.threads.set(11, { onCpuNs: 6, waitNs: 0, core: 1 });
    pass(ticker, 80 * ms);
    expect(machine.coreReadings).toBe(first + 1);
    ticker.end();
    expect(rows().core).toEqual([0, 0, 0, 0, 1]);
  });

  it('is looked up later where the worker ran between two looks', () => {
    machine.threads.set(11, { onCpuNs: 0, waitNs: 0, core: 0 });
    const ticker = start(25);
    ticker.watch(0, [worker(0, 11)], []);
    machine.threads.set(11, { onCpuNs: 5, waitNs: 0, core: 1 });
    pass(ticker, 40 * ms);
    pass(ticker, 40 * ms);
    ticker.end();
    expect(rows().core).toEqual([0, 1]);
  });
});

describe('cores', () => {
  const coreRows = () => lists(coreColumns(batches()[0]?.cores ?? new Float64Array(), 2));

  const count = (ticks: number): void => {
    machine.times.idle.set([ticks / 2, 0]);
    machine.times.total.set([ticks, ticks]);
  };

  it('give a row a tick, in their order', () => {
    count(10);
    const ticker = start(12.5);
    count(14);
    pass(ticker, 81 * ms);
    ticker.end();
    expect(coreRows()).toEqual({
      atNs: [81 * ms],
      spanNs: [81 * ms],
      busy: [[0.5], [1]],
    });
  });

  it('are read less often than workers', () => {
    count(0);
    const ticker = start(200);
    for (let tick = 1; tick <= 40; tick += 1) {
      count(tick);
      pass(ticker, 5 * ms);
    }
    ticker.end();
    expect(coreRows().atNs).toEqual([40, 80, 120, 160, 200].map((at) => at * ms));
  });
});

describe('a worker that rests', () => {
  it('is read with the cores only, until it is seen to have run; no time is lost', () => {
    const thread = { onCpuNs: 0, waitNs: 0, core: 0 };
    machine.threads.set(11, thread);
    const ticker = start(50);
    ticker.watch(0, [worker(0, 11)], []);
    for (let tick = 1; tick <= 9; tick += 1) pass(ticker, 20 * ms);
    thread.onCpuNs = 5 * ms;
    for (let tick = 10; tick <= 14; tick += 1) pass(ticker, 20 * ms);
    ticker.end();
    expect(rows().atNs.map((at) => at / ms)).toEqual([20, 80, 160, 240, 260]);
    expect(rows().spanNs.map((span) => span / ms)).toEqual([20, 60, 80, 80, 20]);
    expect(rows().onCpuNs).toEqual([0, 0, 0, 5 * ms, 0]);
  });
});

describe('batches', () => {
  it('come every 2 s where nobody watches', () => {
    const ticker = start(50, true);
    for (let tick = 1; tick <= 120; tick += 1) pass(ticker, 20 * ms);
    expect(batches().map(({ ticks }) => ticks)).toEqual([100]);
  });

  it('come every 66 ms with the rows since the last', () => {
    const thread = { onCpuNs: 0, waitNs: 0, core: 0 };
    machine.threads.set(11, thread);
    const ticker = start(50);
    ticker.watch(0, [worker(0, 11)], []);
    for (let tick = 1; tick <= 9; tick += 1) {
      thread.onCpuNs += ms;
      pass(ticker, 20 * ms);
    }
    expect(batches().map(({ workers }) => workers.length / workerWidth)).toEqual([4, 4]);
    expect(batches().map(({ ticks, missed }) => ({ ticks, missed }))).toEqual([
      { ticks: 4, missed: 0 },
      { ticks: 8, missed: 0 },
    ]);
    ticker.end();
    expect(rows().atNs.slice(-2)).toEqual([160 * ms, 180 * ms]);
    expect(rows().atNs).toHaveLength(9);
  });

  it.each([
    ['every 400 ms where no core is free', false, [20, 40, 60]],
    ['as often as ever in a warm-up', true, [4, 8, 12]],
  ] as const)('come %s', (_when, warmup, first) => {
    machine.times.idle.set([0, 0]);
    machine.times.total.set([0, 0]);
    const ticker = start(50);
    ticker.watch(0, [], [], warmup);
    for (let tick = 1; tick <= 60; tick += 1) {
      machine.times.idle.set([tick / 5, tick / 5]);
      machine.times.total.set([tick, tick]);
      pass(ticker, 20 * ms);
    }
    expect(
      batches()
        .slice(0, 3)
        .map(({ ticks }) => ticks),
    ).toEqual(first);
  });

  it('count missed ticks, fill none in, and span the gap', () => {
    const thread = { onCpuNs: 0, waitNs: 0, core: 0 };
    machine.threads.set(11, thread);
    const ticker = start(50);
    ticker.watch(0, [worker(0, 11)], []);
    thread.onCpuNs = ms;
    pass(ticker, 20 * ms);
    pass(ticker, 290 * ms);
    expect(rows().spanNs).toEqual([20 * ms, 290 * ms]);
    expect(batches().at(-1)).toMatchObject({ ticks: 2, missed: 13, worstLateNs: 270 * ms });
  });

  it('count the ticks that were due when the end came', () => {
    const ticker = start(50);
    clock.advance(70 * ms);
    ticker.end();
    expect(batches().at(-1)).toMatchObject({ ticks: 1, missed: 2 });
  });

  it('come from a ticker that asks to be woken when its next tick is due, not before', () => {
    const ticker = start(200);
    expect(ticker.wake()).toBeCloseTo(5, 1);
    expect(pass(ticker, 5.4 * ms)).toBeCloseTo(4.6, 1);
    expect(pass(ticker, 4.7 * ms)).toBeCloseTo(4.9, 1);
    expect(ticker.wake()).toBeGreaterThan(4.9);
  });
});

describe('a warm-up', () => {
  it('reads as often as told, lets go, and leaves no row and no missed tick behind', () => {
    machine.threads.set(11, { onCpuNs: 0, waitNs: 0, core: 0 });
    let readings = 0;
    const readers = {
      cores: { ...machine.cores, read: () => ((readings += 1), machine.times) },
      openWorker: machine.openWorker.bind(machine),
      openResident: machine.openResident.bind(machine),
    };
    const moving = { now: () => (clock.ns += 5 * ms) };
    const send = (message: FromTicker) => sent.push(message);
    const ticker = new Ticker({ readers, clock: moving, hz: 20, quiet: false, send });
    ticker.warmUp(worker(0, 11), 100);
    expect(readings).toBeGreaterThanOrEqual(50);
    expect(machine.open.size).toBe(0);
    sent = [];
    ticker.end();
    expect(batches()).toMatchObject([{ ticks: 0, missed: 0 }]);
    expect(rows().atNs).toEqual([]);
  });
});
