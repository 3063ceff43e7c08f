import { beforeEach, describe, expect, it } from 'vitest';
import { Sampler } from '@engine/probe/sampler';
import type { SampleColumns } from '@shared/live';
import type { FromSampler, WorkerIdentity } from '@shared/messages';
import { FakeClock, FakeMachine, memoryOf, ms } from './fake-readers';

let clock: FakeClock;
let machine: FakeMachine;
let sent: FromSampler[];
let cpuNs: number;

beforeEach(() => {
  clock = new FakeClock();
  machine = new FakeMachine();
  sent = [];
  cpuNs = 0;
});

function start(hz = 50, memoryHz = 5): Sampler {
  return new Sampler({
    readers: machine,
    clock,
    ownCpuNs: () => cpuNs,
    hz,
    memoryHz,
    send: (message) => sent.push(message),
  });
}

/** Lets time pass and wakes the sampler, as its timer would. */
function pass(sampler: Sampler, byNs: number): number {
  clock.advance(byNs);
  return sampler.wake();
}

function batches() {
  return sent.filter((message) => message.type === 'batch');
}

/** All rows sent so far, put together. */
function rows<K extends 'workers' | 'memory'>(kind: K): SampleColumns[K] {
  const parts = batches().map(({ samples }) => samples[kind] as Record<string, number[]>);
  const names = Object.keys(parts[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [name, parts.flatMap((part) => part[name] ?? [])]),
  ) as unknown as SampleColumns[K];
}

const worker = (index: number, tid?: number): WorkerIdentity => ({
  worker: index,
  host: 0,
  thread: index,
  pid: 10,
  ...(tid === undefined ? {} : { tid }),
});

const process10 = { pid: 10, host: 0 };

describe('workers', () => {
  it('gives deltas over the time really elapsed; the first reading is only a base', () => {
    machine.threads.set(11, { onCpuNs: 5000, waitNs: 700, core: 1 });
    const sampler = start();
    clock.advance(3 * ms);
    sampler.watch(4, [worker(2, 11)], []);
    machine.threads.set(11, { onCpuNs: 5000 + 9 * ms, waitNs: 900, core: 0 });
    pass(sampler, 18.5 * ms);
    sampler.end();
    expect(rows('workers')).toEqual({
      atNs: [21.5 * ms],
      spanNs: [18.5 * ms],
      trial: [4],
      worker: [2],
      onCpuNs: [9 * ms],
      waitNs: [200],
      core: [0],
    });
  });

  it('keeps the base of a known thread when the rest of the trial becomes known', () => {
    machine.threads.set(11, { onCpuNs: 100, waitNs: 0, core: 0 });
    machine.threads.set(12, { onCpuNs: 1000, waitNs: 0, core: 1 });
    const sampler = start();
    sampler.watch(0, [worker(0, 11), worker(1)], []);
    clock.advance(10 * ms);
    machine.threads.set(11, { onCpuNs: 150, waitNs: 0, core: 0 });
    sampler.watch(0, [worker(0, 11), worker(1, 12)], []);
    pass(sampler, 10 * ms);
    sampler.end();
    expect(rows('workers')).toMatchObject({
      worker: [0, 1],
      onCpuNs: [50, 0],
      spanNs: [20 * ms, 10 * ms],
    });
  });

  it('starts anew where a worker has another thread', () => {
    machine.threads.set(11, { onCpuNs: 100, waitNs: 0, core: 0 });
    machine.threads.set(12, { onCpuNs: 9000, waitNs: 0, core: 0 });
    const sampler = start();
    sampler.watch(0, [worker(0, 11)], []);
    sampler.watch(0, [worker(0, 12)], []);
    expect([...machine.open]).toEqual(['thread 12']);
    machine.threads.set(12, { onCpuNs: 9007, waitNs: 0, core: 0 });
    pass(sampler, 20 * ms);
    sampler.end();
    expect(rows('workers').onCpuNs).toEqual([7]);
  });

  it('lets a thread end without a word, before or after it was watched', () => {
    machine.threads.set(11, { onCpuNs: 0, waitNs: 0, core: 0 });
    machine.threads.set(12, { onCpuNs: 0, waitNs: 0, core: 0 });
    const sampler = start();
    sampler.watch(0, [worker(0, 11), worker(1, 12), worker(2, 13)], []);
    machine.threads.delete(11);
    pass(sampler, 20 * ms);
    sampler.end();
    expect(rows('workers').worker).toEqual([1]);
    expect([...machine.open]).toEqual(['thread 12']);
    expect(sent.filter(({ type }) => type === 'unknown')).toEqual([]);
  });

  it('reads the tail of a trial that ends between two ticks, sends it, and lets go', () => {
    machine.threads.set(11, { onCpuNs: 0, waitNs: 0, core: 0 });
    machine.threads.set(21, { onCpuNs: 0, waitNs: 0, core: 1 });
    machine.processes.set(10, memoryOf(1));
    const sampler = start();
    sampler.watch(0, [worker(0, 11)], [process10]);
    sampler.watch(1, [worker(0, 21)], []);
    machine.threads.set(11, { onCpuNs: 3 * ms, waitNs: 1 * ms, core: 0 });
    clock.advance(4 * ms);
    sampler.unwatch(0);
    expect(rows('workers')).toMatchObject({
      trial: [0],
      spanNs: [4 * ms],
      onCpuNs: [3 * ms],
      waitNs: [1 * ms],
    });
    expect([...machine.open]).toEqual(['thread 21']);
  });

  it('says once, and in words, that a thread may not be read', () => {
    machine.forbidden.add(11).add(12);
    const sampler = start();
    sampler.watch(0, [worker(0, 11), worker(1, 12)], []);
    expect(sent).toEqual([
      {
        type: 'unknown',
        what: 'How long workers run and wait',
        why: 'thread 11 cannot be opened (EACCES)',
      },
    ]);
  });
});

describe('cores', () => {
  it('gives a row a tick, in the order of the cores', () => {
    machine.times.idle.set([10, 20]);
    machine.times.total.set([10, 20]);
    const sampler = start();
    machine.times.idle.set([11, 20]);
    machine.times.total.set([12, 22]);
    pass(sampler, 21 * ms);
    sampler.end();
    expect(batches()[0]?.samples.cores).toEqual({
      atNs: [21 * ms],
      spanNs: [21 * ms],
      busy: [[0.5], [1]],
    });
  });
});

describe('memory', () => {
  const steps = (sampler: Sampler, count: number): void => {
    for (let step = 0; step < count; step += 1) pass(sampler, 20 * ms);
  };

  it('is read at its own rate, one process a tick', () => {
    machine.processes.set(10, memoryOf(10)).set(20, memoryOf(20));
    const sampler = start();
    sampler.watch(3, [], [process10, { pid: 20, host: 1 }]);
    steps(sampler, 13);
    sampler.end();
    expect(rows('memory')).toEqual({
      atNs: [20 * ms, 40 * ms, 200 * ms, 220 * ms],
      trial: [3, 3, 3, 3],
      pid: [10, 20, 10, 20],
      rssBytes: [20e6, 40e6, 20e6, 40e6],
      pssBytes: [10e6, 20e6, 10e6, 20e6],
      privateBytes: [5e6, 10e6, 5e6, 10e6],
    });
  });

  it('rests after a costly reading, so that it never takes more than a tenth of a core', () => {
    machine.processes.set(10, memoryOf(10)).set(20, memoryOf(20));
    const read = machine.openMemory.bind(machine);
    machine.openMemory = (pid) => {
      const opened = read(pid);
      if (!opened.ok) return opened;
      const reader = opened.value;
      return { ok: true, value: { ...reader, read: () => ((cpuNs += 10 * ms), reader.read()) } };
    };
    const sampler = start(50, 20);
    sampler.watch(0, [], [process10, { pid: 20, host: 1 }]);
    steps(sampler, 50);
    sampler.end();
    expect(rows('memory').pid.slice(0, 4)).toEqual([10, 20, 10, 20]);
    expect(cpuNs).toBeLessThanOrEqual(clock.ns / 10);
    expect(cpuNs).toBeGreaterThanOrEqual(clock.ns / 20);
  });

  it('has no row for a process that has ended', () => {
    machine.processes.set(10, memoryOf(10));
    const sampler = start();
    sampler.watch(0, [], [process10, { pid: 99, host: 1 }]);
    machine.processes.delete(10);
    steps(sampler, 1);
    sampler.end();
    expect(rows('memory').pid).toEqual([]);
    expect(machine.open.size).toBe(0);
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
      },
    ]);
    sampler.end();
    expect(rows('memory').pid).toEqual([]);
  });
});

describe('batches and cost', () => {
  it('sends a batch every 100 ms with the rows since the last', () => {
    machine.threads.set(11, { onCpuNs: 0, waitNs: 0, core: 0 });
    const sampler = start();
    sampler.watch(0, [worker(0, 11)], []);
    for (let tick = 1; tick <= 12; tick += 1) {
      cpuNs = tick * 1000;
      pass(sampler, 20 * ms);
    }
    expect(batches().map(({ samples }) => samples.workers.atNs.length)).toEqual([5, 5]);
    expect(batches().map(({ cost }) => cost)).toEqual([
      { cpuNs: 5000, ticks: 5, missed: 0, worstLateNs: 0 },
      { cpuNs: 10_000, ticks: 10, missed: 0, worstLateNs: 0 },
    ]);
    sampler.end();
    expect(batches().at(-1)?.samples.workers.atNs).toEqual([220 * ms, 240 * ms]);
  });

  it('counts missed ticks, fills none in, and spans the gap', () => {
    machine.threads.set(11, { onCpuNs: 0, waitNs: 0, core: 0 });
    const sampler = start();
    sampler.watch(0, [worker(0, 11)], []);
    pass(sampler, 20 * ms);
    pass(sampler, 90 * ms);
    expect(rows('workers').spanNs).toEqual([20 * ms, 90 * ms]);
    expect(batches().at(-1)?.cost).toMatchObject({
      ticks: 2,
      missed: 3,
      worstLateNs: 70 * ms,
    });
  });

  it('counts the ticks that were due when the end came', () => {
    const sampler = start();
    clock.advance(70 * ms);
    sampler.end();
    expect(batches().at(-1)?.cost).toMatchObject({ ticks: 1, missed: 2 });
  });

  it('asks to be woken when its next tick is due', () => {
    const sampler = start(200);
    expect(sampler.wake()).toBe(5);
    expect(pass(sampler, 5.4 * ms)).toBe(5);
    expect(pass(sampler, 4.7 * ms)).toBe(5);
    expect(sampler.wake()).toBe(5);
  });

  it('says once what cannot be read', () => {
    const sampler = start();
    sampler.unknown('How busy each core is', 'nobody tells');
    sampler.unknown('How busy each core is', 'nobody tells');
    expect(sent).toHaveLength(1);
  });
});
