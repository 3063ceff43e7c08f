import { unread } from '@engine/machine/reading';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SystemSnapshotReaders } from '@engine/sampler/system-snapshot';
import { noRuns } from '@engine/sampler/other-runs';
import { Sampler } from '@engine/sampler/sampler';
import { residentColumns } from '@engine/sampler/sample-rows';
import type { ToTicker } from '@engine/sampler/ticker';
import { emptySamples } from '@shared/report/live';
import type { FromSampler } from '@shared/wire/messages';
import { ok } from '@shared/base/result';
import { FakeClock, FakeMachine, memoryOf, ms } from '../machine/fake-readers';

let clock: FakeClock;
let machine: FakeMachine;
let sent: FromSampler[];
let toTicker: ToTicker[];
let cpuNs: number;

const quiet: SystemSnapshotReaders = {
  processes: () => ok(new Map()),
  counts: () => ({ swappedPages: clock.ns / ms }),
  runs: noRuns,
  frequencyMhz: () => undefined,
};

beforeEach(() => {
  clock = new FakeClock();
  machine = new FakeMachine();
  sent = [];
  toTicker = [];
  cpuNs = 0;
});

function start(memoryHz = 5, snapshot = quiet): Sampler {
  return new Sampler({
    readers: machine,
    snapshot,
    clock,
    tree: { add: () => undefined, look: () => [] },
    ownCpuNs: () => cpuNs,
    memoryHz,
    send: (message) => sent.push(message),
    toTicker: (message) => toTicker.push(message),
  });
}

function batches() {
  return sent.filter((message) => message.type === 'batch');
}

const noRows = {
  cores: new Float64Array(),
  workers: new Float64Array(),
  resident: new Float64Array(),
};
const worker0 = { worker: 0, host: 0, thread: 0, pid: 10, tid: 11 };
const process10 = { pid: 10, host: 0 };

describe('what the ticker reads', () => {
  it('is asked for and sent on, with what sampling has cost', () => {
    const sampler = start();
    sampler.watch(3, [worker0], []);
    sampler.rest(3);
    sampler.unwatch(3);
    expect(toTicker).toEqual([
      { type: 'watch', trial: 3, workers: [worker0], processes: [], warmup: false },
      { type: 'rest', trial: 3 },
      { type: 'unwatch', trial: 3 },
    ]);
    const rows = {
      cores: Float64Array.of(1, 2),
      workers: Float64Array.of(3),
      resident: Float64Array.of(4, 5),
    };
    cpuNs = 5000;
    const ticked = { ticks: 9, missed: 1, worstLateNs: 30 };
    sampler.receive({ type: 'batch', ...rows, ...ticked });
    const told = {
      type: 'batch',
      memory: emptySamples(0).memory,
      cost: { cpuNs: 5000, ...ticked },
    };
    expect(sent).toEqual([{ ...told, ...rows }]);
    sampler.end();
    expect(batches().at(-1)).toEqual({ ...told, ...noRows });
  });

  it('is not known where it cannot be read, and that is said once', () => {
    const sampler = start();
    const unknown = {
      type: 'unknown',
      what: 'per-core',
      why: { code: 'unknown' },
    } as const;
    sampler.receive(unknown);
    sampler.receive(unknown);
    sampler.unknown(unknown.what, { code: 'unknown' });
    expect(sent).toEqual([unknown]);
  });
});

describe('memory', () => {
  it('travels with the rows of the ticker', () => {
    machine.processes.set(10, memoryOf(10));
    const sampler = start();
    sampler.watch(3, [], [process10]);
    clock.advance(200 * ms);
    sampler.readMemory();
    expect(sent).toEqual([]);
    sampler.receive({ type: 'batch', ...noRows, ticks: 1, missed: 0, worstLateNs: 0 });
    expect(batches()[0]?.memory).toEqual({
      atNs: [200 * ms],
      trial: [3],
      pid: [10],
      rssBytes: [20e6],
      pssBytes: [10e6],
      privateBytes: [5e6],
    });
  });

  it('goes alone where none come in time', () => {
    machine.processes.set(10, memoryOf(10));
    const sampler = start(2);
    sampler.watch(3, [], [process10]);
    clock.advance(500 * ms);
    sampler.readMemory();
    expect(batches().map(({ memory }) => memory.pid)).toEqual([[10]]);
    sampler.end();
    expect(batches().at(-1)?.memory.pid).toEqual([]);
  });

  it('is read when asked only, where its rate is 0', () => {
    machine.processes.set(10, memoryOf(10));
    const sampler = start(0);
    sampler.watch(3, [], [process10]);
    clock.advance(60_000 * ms);
    expect(sampler.readMemory()).toBeUndefined();
    expect(sent).toEqual([]);
    sampler.answerMemory(1);
    expect(sent).toHaveLength(1);
  });

  it('answers at once with a row for each process, and does not put them into a batch', () => {
    machine.processes.set(10, memoryOf(10)).set(20, memoryOf(20));
    const sampler = start();
    sampler.watch(3, [], [process10, { pid: 20, host: 1 }]);
    clock.advance(5 * ms);
    sampler.answerMemory(77);
    expect(sent).toEqual([
      {
        type: 'memory',
        id: 77,
        memory: {
          atNs: [5 * ms, 5 * ms],
          trial: [3, 3],
          pid: [10, 20],
          rssBytes: [20e6, 40e6],
          pssBytes: [10e6, 20e6],
          privateBytes: [5e6, 10e6],
        },
        resident: Float64Array.of(5 * ms, 3, 10, 20e6, 7.5e6, 5 * ms, 3, 20, 40e6, 15e6),
      },
    ]);
    sampler.end();
    expect(batches()[0]?.memory.pid).toEqual([]);
  });

  it('leaves resident sizes to the ticker, but not those of what a host has started', () => {
    machine.processes.set(10, memoryOf(10)).set(20, memoryOf(20));
    const sampler = start(2);
    sampler.watch(3, [], [process10]);
    sampler.watch(4, [], [{ pid: 20, host: 0 }], true);
    expect(toTicker.map((message) => message.type === 'watch' && message.processes)).toEqual([
      [process10],
      [],
    ]);
    clock.advance(100 * ms);
    sampler.readMemory();
    sampler.end();
    const { pid } = residentColumns(batches()[0]?.resident ?? new Float64Array());
    expect([...pid]).toEqual([20]);
  });

  it('has no resident sizes either where its rate is 0', () => {
    machine.processes.set(10, memoryOf(10));
    start(0).watch(3, [], [process10]);
    expect(toTicker).toMatchObject([{ processes: [] }]);
  });

  it('of a trial whose results are in is read when asked only', () => {
    machine.processes.set(10, memoryOf(10));
    const sampler = start();
    sampler.watch(3, [], [process10]);
    sampler.rest(3);
    clock.advance(10_000 * ms);
    expect(sampler.readMemory()).toBeUndefined();
    sampler.answerMemory(5);
    expect(sent.at(-1)).toMatchObject({ type: 'memory', memory: { pid: [10] } });
  });

  it('is let go with its trial', () => {
    machine.processes.set(10, memoryOf(10));
    const sampler = start();
    sampler.watch(3, [], [process10]);
    sampler.unwatch(3);
    expect(machine.open.size).toBe(0);
    expect(sampler.readMemory()).toBeUndefined();
  });
});

describe('the census', () => {
  it('answers to both moments, with what happened in between', () => {
    const sampler = start();
    sampler.answerSnapshot(1, 'before', 99);
    clock.advance(300 * ms);
    sampler.answerSnapshot(2, 'after', 99);
    expect(sent).toEqual([
      { type: 'snapshot', id: 1 },
      {
        type: 'snapshot',
        id: 2,
        surroundings: { spanNs: 300 * ms, othersCpuNs: 0, others: [], swappedPages: 300 },
      },
    ]);
  });

  it('says once why the processes are not known', () => {
    const hidden = unread({ code: 'hidden' });
    const sampler = start(5, { ...quiet, processes: () => hidden });
    sampler.answerSnapshot(1, 'before', 99);
    sampler.answerSnapshot(2, 'after', 99);
    expect(sent.filter(({ type }) => type === 'unknown')).toEqual([
      { type: 'unknown', what: 'others', why: { code: 'hidden' } },
    ]);
  });
});
