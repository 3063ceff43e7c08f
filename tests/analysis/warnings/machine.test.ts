import type { WarningKind } from '@shared/report/warnings';
import { describe, expect, it } from 'vitest';
import { makeMachine } from '../../helpers/make/report';
import { around, ofKind, quiet, warningsOf, type WorkloadFixtures } from './make-run';

/** Two quiet trials of 2 threads and one with this around it. */
const once = (over: Partial<WorkloadFixtures>) => ({
  threads: around(2000, [quiet, { ...quiet, ...over }, quiet]),
});

describe('what the machine did', () => {
  it.each<[WarningKind, Partial<WorkloadFixtures>, string]>([
    [
      'throttling',
      { throttledNs: 1.2e9 },
      "The control group's CPU quota throttled its tasks for 1.20 s in 1 trial.",
    ],
    [
      'throttling',
      { thermalThrottles: 12 },
      'The processor slowed down because of heat 12 times in 1 trial.',
    ],
    [
      'throttling',
      // 3 trials of 1 s of 2 threads, and 3 of serial, which takes one core.
      { stolenNs: 0.36e9 },
      'The hypervisor took 4 % of the time of the cores in use.',
    ],
    ['swap', { swappedPages: 1370 }, '1,370 pages of memory moved to or from swap in 1 trial.'],
  ])('%s %j', (kind, over, text) => {
    const found = warningsOf(once(over));
    expect(found.map((warning) => [warning.kind, warning.text])).toEqual([[kind, text]]);
    expect(found[0]?.trials).toEqual([3]);
    expect(found[0]?.advice).toMatch(/^[A-Z].*\.$/);
  });

  it('is nothing where a hypervisor took up to 2 %', () => {
    expect(warningsOf(once({ stolenNs: 0.17e9 }))).toEqual([]);
  });

  it('is seen of the one core that serial has, however many rest', () => {
    const stolen = { ...quiet, stolenNs: 0.1e9 };
    const serial = around(2000, [stolen, stolen, stolen]);
    const [found] = ofKind('throttling', { serial, machine: makeMachine(64) });
    // 0.3 s of 3 trials of 1 s on 1 core, and 3 on 2.
    expect(found?.text).toBe('The hypervisor took 3.3 % of the time of the cores in use.');
  });

  it('is nothing where a quota held back for a moment, or a page was swapped', () => {
    expect(warningsOf(once({ throttledNs: 8e6, swappedPages: 37 }))).toEqual([]);
  });

  it('is nothing where nothing is known', () => {
    const silent = around(2000, [{ spanNs: 1e9 }, { spanNs: 1e9 }, { spanNs: 1e9 }]);
    expect(warningsOf({ serial: silent, threads: silent })).toEqual([]);
  });
});

describe('frequency', () => {
  const busy = (frequencies: readonly number[], busyCores = 1.96) => ({
    coldMs: [],
    others: frequencies.map((frequencyMhz) => ({
      coldNs: 1e9,
      cpuWarmNs: busyCores * 1e9,
      phases: { spawnNs: 0, readyNs: 0, runNs: 1e9, collectNs: 0, joinNs: 0 },
      surroundings: { ...quiet, frequencyMhz },
    })),
  });

  it('that changed from trial to trial of a cell', () => {
    const [found] = ofKind('frequency', { threads: busy([2600, 2100, 2600]) });
    expect(found).toMatchObject({
      text: "The cores' frequency changed from trial to trial: threads 2 2,100 to 2,600 MHz.",
      advice: 'Fix the frequency, or repeat more often.',
      cells: ['threads-2'],
    });
  });

  it('may change by 5 %, and from cell to cell', () => {
    expect(ofKind('frequency', { threads: busy([2600, 2480, 2600]) })).toEqual([]);
    expect(
      ofKind('frequency', { threads: busy([1200, 1200, 1200]), serial: busy([2600, 2600, 2600]) }),
    ).toEqual([]);
  });

  it('says nothing where cores rest, which have any', () => {
    expect(ofKind('frequency', { threads: busy([2600, 1100, 2600], 1) })).toEqual([]);
    expect(ofKind('frequency', once({ frequencyMhz: 1100 }))).toEqual([]);
  });

  it('is left to a governor', () => {
    const [found] = warningsOf({ machine: makeMachine(2, { governor: 'powersave' }) });
    expect(found).toMatchObject({
      kind: 'frequency',
      text: 'The frequency governor is “powersave”.',
    });
    expect(warningsOf({ machine: makeMachine(2, { governor: 'performance' }) })).toEqual([]);
  });
});

describe('quota', () => {
  it('that leaves fewer cores', () => {
    const machine = makeMachine(4, { quotaCores: 1.5, usableCores: 1 });
    expect(ofKind('quota', { machine })[0]?.text).toBe('A quota limits this to 1.50 of 4 cores.');
  });

  it('is none as large as the cores', () => {
    expect(ofKind('quota', { machine: makeMachine(4, { quotaCores: 4 }) })).toEqual([]);
  });
});
