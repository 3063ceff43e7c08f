// What is of one run everywhere: its work, its moment, its machine.
import { describe, expect, it } from 'vitest';
import { describeCores, listCores, machineFacts } from '@present/words/machine-facts';
import { describeMoment } from '@present/locale/moment';
import { describeRun } from '@present/words/run-facts';
import { describeParameters, describeWork } from '@present/words/work';
import { makeMachine, makeReport } from '../../helpers/make/report';

describe('the work', () => {
  it('has its parameters with their units, its tasks and repeats', () => {
    const { experiment } = makeReport();
    expect(describeWork(experiment)).toBe(
      'powers (number 7, 20,000,000 times), 6 tasks, 3 repeats',
    );
    const wait = { kind: 'wait', params: { ms: 25 } } as const;
    expect(describeWork({ ...experiment, workload: wait, tasks: 1, repeats: 1 })).toBe(
      'wait (wait 25 ms), 1 task, 1 repeat',
    );
    const http = { kind: 'http', params: { delayMs: 20, bytes: 16_384 } } as const;
    expect(describeParameters(http)).toBe('delay 20 ms, bytes 16,384 B');
  });
});

describe('the moment', () => {
  it('is told with its zone, and that it is not known', () => {
    expect(describeMoment('2026-11-22T14:07:09.123Z', 'utc')).toBe('22 Nov 2026, 14:07 UTC');
    expect(describeMoment('2026-11-22T00:07:00Z', 'utc')).toBe('22 Nov 2026, 00:07 UTC');
    expect(describeMoment('yesterday')).toBe('date not known');
  });

  it('is the same by the clock of the reader, in the same words', () => {
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Europe/Berlin';
    try {
      expect(describeMoment('2026-11-22T14:07:00Z')).toBe('22 Nov 2026, 15:07 GMT+1');
      expect(describeMoment('2026-11-22T14:07:00Z', 'utc')).toBe('22 Nov 2026, 14:07 UTC');
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('stands in what is said of a run', () => {
    const report = makeReport();
    expect(describeRun(report, 'utc')).toMatch(
      /^run of 15 Jan 2026, 14:07 UTC, 24 trials, [\d.]+ s$/,
    );
    const stopped = { ...report, run: { ...report.run, status: 'stopped' } } as const;
    expect(describeRun(stopped, 'utc')).toMatch(/ s, stopped$/);
  });
});

describe('the machine', () => {
  it('has its cores in short, and the quota', () => {
    expect(describeCores(makeMachine(2))).toBe('2 cores, no quota');
    expect(describeCores(makeMachine(1))).toBe('1 core, no quota');
    expect(describeCores(makeMachine(8, { usableCores: 2, quotaCores: 2.5 }))).toBe(
      '2 of 8 cores, quota 2.50',
    );
  });

  it('joins runs of cores', () => {
    expect(listCores([0, 1, 2, 3, 6, 9, 8])).toBe('0–3, 6, 8–9');
    expect(listCores([5])).toBe('5');
  });

  it('says not known where the platform is silent', () => {
    const { cpuModel: _, loadAverage: _l, ...silent } = makeMachine(2);
    const value = (name: string) => machineFacts(silent).find((fact) => fact.name === name)?.value;
    expect(value('processor')).toBe('not known');
    expect(value('load average, 1 5 15 min')).toBe('not known');
    expect(value('CPU quota, in cores')).toBe('none');
    expect(value('memory')).toBe('8 GB');
    expect(value('not readable')).toBe('frequency (no such file)');
  });
});
