import { describe, expect, it } from 'vitest';
import { BusyBins } from '@renderer/model/busy-bins';
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
