import { describe, expect, it } from 'vitest';
import { BusyBins } from '@renderer/model/busy-bins';
import { MemoryTrack } from '@present/figures/memory-track';
import { ms } from '../helpers/events';

describe('BusyBins', () => {
  const total = (bins: BusyBins): number => bins.values.reduce((sum, ns) => sum + ns, 0);

  it('spreads time over the bins it falls in', () => {
    const bins = new BusyBins(100 * ms);
    bins.add(103 * ms, 2 * ms, 1 * ms);
    expect([...bins.values].slice(0, 3)).toEqual([0, 0.5 * ms, 0.5 * ms]);
  });

  it('leaves out what was before the origin', () => {
    const bins = new BusyBins(100 * ms);
    bins.add(101 * ms, 2 * ms, 2 * ms);
    expect(total(bins)).toBeCloseTo(1 * ms);
    bins.add(99 * ms, 2 * ms, 2 * ms);
    expect(total(bins)).toBeCloseTo(1 * ms);
  });

  it('joins pairs when it runs out of bins and loses nothing', () => {
    const bins = new BusyBins(0);
    for (let at = 20; at <= 10_000; at += 20) bins.add(at * ms, 20 * ms, 10 * ms);
    expect(bins.widthNs).toBe(16 * ms);
    expect(bins.values.length).toBeLessThanOrEqual(1024);
    expect(total(bins)).toBeCloseTo(5_000 * ms, -3);
  });
});

describe('MemoryTrack', () => {
  it('adds up the last reading of each process', () => {
    const memory = new MemoryTrack();
    memory.add(0, 11, 50, 40);
    expect(memory.stackAt(0)).toEqual({ privates: [40], privateBytes: 40, pssBytes: 50 });
    memory.add(20, 12, 30, 20);
    expect(memory.stackAt(1)).toEqual({ privates: [40, 20], privateBytes: 60, pssBytes: 80 });
    memory.add(40, 11, 70, 60);
    expect(memory.stackAt(2)).toEqual({ privates: [60, 20], privateBytes: 80, pssBytes: 100 });
    expect(memory.maxPssBytes).toBe(100);
  });

  it('puts readings in the order they were taken', () => {
    const memory = new MemoryTrack();
    for (const [at, bytes] of [
      [10, 50],
      [30, 70],
      [20, 60],
    ] as const) {
      memory.add(at, 11, bytes, 40);
    }
    expect([0, 1, 2].map((row) => memory.rows.at('atNs', row))).toEqual([10, 20, 30]);
    expect([0, 1, 2].map((row) => memory.stackAt(row).pssBytes)).toEqual([50, 60, 70]);
  });

  it('takes a process that is not read any more for gone', () => {
    const memory = new MemoryTrack();
    memory.add(0, 11, 50, 40);
    memory.add(1, 12, 30, 20);
    for (let at = 2; at < 8; at += 1) memory.add(at, 12, 30, 20);
    expect(memory.stackAt(7).privates).toEqual([0, 20]);
  });

  it('leaves out what is not known', () => {
    const memory = new MemoryTrack();
    memory.add(0, 11, Number.NaN, 40);
    expect(memory.rows.length).toBe(0);
    expect(memory.pids).toEqual([]);
  });
});
