import { readerFaultText } from '@present/words/engine/reader-fault';
import { noRuns } from '@engine/sampler/other-runs';
import { beforeEach, describe, expect, it } from 'vitest';
import { SystemSnapshot } from '@engine/sampler/system-snapshot';
import type { MachineCounts } from '@engine/machine/machine-counters';
import type { ProcessRow, ProcessRows } from '@engine/machine/process-table';
import { ok } from '@shared/base/result';
import { unread, type Reading } from '@engine/machine/reading';
import { FakeClock, ms } from '../machine/fake-readers';

const leader = 50;

let clock: FakeClock;
let processes: Reading<ProcessRows>;
let counts: MachineCounts;
let frequencyMhz: number | undefined;
let frequencyReadings: number;
let unreadable: string[];
let snapshot: SystemSnapshot;

function used(ticks: Readonly<Record<number, number>>): Reading<ProcessRows> {
  const row = ([pid, ownTicks]: [string, number]): [number, ProcessRow] => [
    Number(pid),
    { pid: Number(pid), parent: 1, startTicks: 0, name: `p${pid}`, ownTicks, childrenTicks: 0 },
  ];
  return ok(new Map(Object.entries(ticks).map(row)));
}

beforeEach(() => {
  clock = new FakeClock();
  processes = used({});
  counts = {};
  frequencyMhz = undefined;
  frequencyReadings = 0;
  unreadable = [];
  snapshot = new SystemSnapshot({
    clock,
    readers: {
      processes: () => processes,
      counts: () => counts,
      runs: noRuns,
      frequencyMhz: () => ((frequencyReadings += 1), frequencyMhz),
    },
    onUnreadable: (why) => unreadable.push(readerFaultText(why)),
  });
});

function after(spanMs: number) {
  clock.advance(spanMs * ms);
  return snapshot.take('after', leader);
}

describe('SystemSnapshot', () => {
  it('tells of everything between its two moments, naming the three that used most', () => {
    processes = used({ [leader]: 0, 2: 0, 3: 0, 4: 0, 5: 0, 6: 0 });
    counts = { stolenNs: 20 * ms, swappedPages: 4, throttledNs: 1, thermalThrottles: 2 };
    expect(snapshot.take('before', leader)).toBeUndefined();
    processes = used({ [leader]: 999, 2: 1, 3: 50, 4: 7, 5: 2, 6: 0 });
    counts = { stolenNs: 50 * ms, swappedPages: 9, throttledNs: 1, thermalThrottles: 3 };
    frequencyMhz = 2400;
    expect(after(500)).toEqual({
      spanNs: 500 * ms,
      othersCpuNs: 600 * ms,
      others: [
        { pid: 3, name: 'p3', cpuNs: 500 * ms },
        { pid: 4, name: 'p4', cpuNs: 70 * ms },
        { pid: 5, name: 'p5', cpuNs: 20 * ms },
      ],
      stolenNs: 30 * ms,
      swappedPages: 5,
      throttledNs: 0,
      thermalThrottles: 1,
      frequencyMhz: 2400,
    });
  });

  it('tells of a span shorter than a tick too: over many of them the ticks add up', () => {
    let sumNs = 0;
    for (let trial = 0; trial < 20; trial += 1) {
      processes = used({ 2: Math.floor(trial / 2) });
      snapshot.take('before', leader);
      processes = used({ 2: Math.floor((trial + 1) / 2) });
      sumNs += after(5)?.othersCpuNs ?? Number.NaN;
    }
    expect(sumNs).toBe(20 * 5 * ms);
  });

  it('leaves out what is not known, and says why', () => {
    processes = unread({ code: 'hidden' });
    snapshot.take('before', leader);
    expect(after(500)).toEqual({ spanNs: 500 * ms });
    expect(unreadable).toEqual([
      "other users' processes are hidden here",
      "other users' processes are hidden here",
    ]);
  });

  it('has nothing to tell without a base, and uses none twice', () => {
    expect(after(500)).toBeUndefined();
    snapshot.take('before', leader);
    expect(after(500)).toBeDefined();
    expect(after(500)).toBeUndefined();
  });

  it('begins anew where the trial before came to no end', () => {
    processes = used({ 2: 0 });
    snapshot.take('before', leader);
    clock.advance(400 * ms);
    processes = used({ 2: 40 });
    snapshot.take('before', leader);
    processes = used({ 2: 41 });
    expect(after(200)).toMatchObject({ spanNs: 200 * ms, othersCpuNs: 10 * ms });
  });

  it('reads the frequency after a trial only: before it nobody needs it', () => {
    snapshot.take('before', leader);
    expect(frequencyReadings).toBe(0);
    after(200);
    expect(frequencyReadings).toBe(1);
  });
});
