import { classifyUtilisation, coresInReach } from '@analysis/cells/utilisation';
import type { StrategyKind } from '@shared/experiment/strategies';
import { describe, expect, it } from 'vitest';

const cell = (strategy: StrategyKind, workers: number, coresBusy?: number) => ({
  strategy,
  workers,
  ...(coresBusy !== undefined && { coresBusy }),
});

const cores = (count: number, quotaCores?: number) => ({
  affinity: Array.from({ length: count }, (_, core) => core),
  ...(quotaCores !== undefined && { quotaCores }),
});

describe('coresInReach', () => {
  it('is one each, at most the usable ones, and one for an event loop', () => {
    expect(coresInReach(cell('threads', 4), cores(8))).toBe(4);
    expect(coresInReach(cell('processes', 16), cores(8))).toBe(8);
    expect(coresInReach(cell('async', 64), cores(8))).toBe(1);
    expect(coresInReach(cell('serial', 1), cores(8))).toBe(1);
    expect(coresInReach({ ...cell('async', 64), programs: true }, cores(8))).toBe(8);
  });
});

describe('under a quota', () => {
  it('what it leaves is in reach, and no more than the cores', () => {
    expect(coresInReach(cell('threads', 2), cores(2, 1.5))).toBe(1.5);
    expect(coresInReach(cell('serial', 1), cores(2, 1.5))).toBe(1);
    expect(coresInReach(cell('serial', 1), cores(2, 0.5))).toBe(0.5);
    expect(coresInReach(cell('threads', 4), cores(2, 3.5))).toBe(2);
  });

  it('the class is of what it leaves', () => {
    expect(classifyUtilisation(cell('threads', 2, 1.45), cores(2, 1.5))).toBe('ideal');
    expect(classifyUtilisation(cell('serial', 1, 0.49), cores(2, 0.5))).toBe('ideal');
    expect(classifyUtilisation(cell('serial', 1, 0.2), cores(2, 0.5))).toBe('idle');
    const waiting = { onCpu: 0.7, queued: 0.28 };
    expect(classifyUtilisation(cell('threads', 2, 1.4), cores(2, 1.5), waiting)).toBe('over');
  });
});

describe('classifyUtilisation', () => {
  it.each([
    [0.3, 'idle'],
    [0.6, 'poor'],
    [4, 'poor'],
    [4.1, 'ok'],
    [6.8, 'ok'],
    [6.9, 'ideal'],
    [8.2, 'ideal'],
  ])('8 threads on 8 cores that keep %d busy: %s', (busy, expected) => {
    expect(classifyUtilisation(cell('threads', 8, busy), cores(8))).toBe(expected);
  });

  it('sets fewer workers against as many cores, and serial and async against one', () => {
    expect(classifyUtilisation(cell('threads', 2, 1.9), cores(8))).toBe('ideal');
    expect(classifyUtilisation(cell('serial', 1, 1), cores(8))).toBe('ideal');
    expect(classifyUtilisation(cell('async', 64, 1), cores(8))).toBe('ideal');
    expect(classifyUtilisation(cell('async', 64, 0.1), cores(8))).toBe('idle');
  });

  it('is over where more workers are runnable than there are cores', () => {
    const four = cell('threads', 4, 1.9);
    expect(classifyUtilisation(four, cores(2), { onCpu: 0.47, queued: 0.5 })).toBe('over');
    expect(classifyUtilisation(four, cores(2), { onCpu: 0.47, queued: 0.1 })).toBe('ideal');
    expect(classifyUtilisation(four, cores(2))).toBe('ideal');
  });

  it('is not over where others take the cores, nor where more workers than cores wait', () => {
    const shared = { onCpu: 0.5, queued: 0.5 };
    expect(classifyUtilisation(cell('threads', 2, 1), cores(2), shared)).toBe('poor');
    const waiting = { onCpu: 0.02, queued: 0.01 };
    expect(classifyUtilisation(cell('threads', 16, 0.3), cores(2), waiting)).toBe('idle');
  });

  it('counts one thread for async, however many tasks run at once', () => {
    expect(classifyUtilisation(cell('async', 64, 0.9), cores(2), { onCpu: 0.9, queued: 0.1 })).toBe(
      'ideal',
    );
  });

  it('is not known where the cores busy are not', () => {
    expect(
      classifyUtilisation(cell('threads', 2), cores(2), { onCpu: 1, queued: 0 }),
    ).toBeUndefined();
  });
});
