import { renderTrace } from '@report/trace';
import { maxLanes, placeSpans } from '@report/trace-lanes';
import { microseconds, wholeNs } from '@report/trace-time';
import type { Report, TrialReport } from '@shared/report/report';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeReport } from '../helpers/make/report';
import { faultsOfTrace, traceEvents, type TraceEvent } from '../helpers/well-formed';

const textOf = (report: Report): string => [...renderTrace(report)].join('');

const eventsOf = (report: Report): readonly TraceEvent[] => traceEvents(textOf(report));

describe('renderTrace', () => {
  const report = makeReport({ failing: 'processes-2' });
  const events = eventsOf(report);
  const spans = events.filter(({ ph, tid }) => ph === 'X' && tid !== 1);

  it('has every span of every trial, in microseconds', () => {
    const trials = report.cells.flatMap((cell) => [...cell.trials, ...cell.emptyTrials]);
    expect(spans).toHaveLength(trials.reduce((sum, { spans: { task } }) => sum + task.length, 0));
    const trial = trials[0];
    const first = spans.find(({ pid }) => pid === (trial?.order ?? 0) + 3);
    expect(first?.ts).toBeCloseTo((trial?.spans.startNs[0] ?? 0) / 1000, 3);
    expect(first?.dur).toBeCloseTo(
      ((trial?.spans.endNs[0] ?? 0) - (trial?.spans.startNs[0] ?? 0)) / 1000,
      3,
    );
  });

  it('has nothing that a viewer trips over', () => {
    expect(faultsOfTrace(textOf(report))).toEqual([]);
  });

  it('names every process and every thread that has a span', () => {
    const named = new Set(
      events.filter(({ name }) => name === 'thread_name').map(({ pid, tid }) => `${pid} ${tid}`),
    );
    expect(spans.filter(({ pid, tid }) => !named.has(`${pid} ${tid}`))).toEqual([]);
    const names = events
      .filter(({ name }) => name === 'process_name')
      .map(({ args }) => args?.['name']);
    expect(names).toContain('Cores');
    expect(names.filter((name) => String(name).includes(', warm-up'))).not.toEqual([]);
    expect(names.filter((name) => String(name).endsWith(', killed'))).toHaveLength(1);
  });

  it('counts the load of each core under a process of its own', () => {
    const cores = events.filter(({ ph, pid }) => ph === 'C' && pid === 1);
    const { atNs, busy } = report.samples.cores;
    expect(cores).toHaveLength(atNs.length * busy.length);
    expect(cores[0]?.args).toEqual({ busy: busy[0]?.[0] });
  });

  it('draws the phases of a trial one after another', () => {
    const phases = events.filter(({ ph, tid, pid }) => ph === 'X' && tid === 1 && pid === 3);
    expect(phases.map(({ name }) => name)).toEqual(['spawn', 'ready', 'run', 'collect', 'join']);
    phases.slice(1).forEach(({ ts }, index) => {
      const before = phases[index];
      expect(ts).toBeCloseTo((before?.ts ?? 0) + (before?.dur ?? 0), 2);
    });
  });

  it('marks trials of empty tasks', () => {
    const cells = report.cells.map((cell) => ({ ...cell, emptyTrials: cell.trials.slice(0, 1) }));
    const names = eventsOf({ ...report, cells }).map(({ args }) => String(args?.['name']));
    expect(names.filter((name) => name.includes('empty tasks'))).toHaveLength(cells.length);
  });
});

/** The report with these spans in the first trial of its first cell. */
function withSpans(report: Report, spans: TrialReport['spans']): Report {
  const [cell, ...others] = report.cells;
  const [trial, ...rest] = cell?.trials ?? [];
  if (cell === undefined || trial === undefined) throw new Error('a report without trials');
  return { ...report, cells: [{ ...cell, trials: [{ ...trial, spans }, ...rest] }, ...others] };
}

describe('a trace of many tasks at once', () => {
  const count = 1000;
  const rows = Array.from({ length: count }, (_, row) => row);
  const report = withSpans(makeReport(), {
    task: rows,
    worker: rows.map(() => 0),
    startNs: rows.map((row) => 1e6 + row * 10.25),
    endNs: rows.map((row) => 5e6 + row * 7.5),
  });

  it('has them as beginnings and ends on one track', () => {
    const events = eventsOf(report);
    const begun = events.filter(({ ph }) => ph === 'b');
    expect(begun).toHaveLength(count);
    expect(events.filter(({ ph }) => ph === 'e')).toHaveLength(count);
    expect(new Set(begun.map(({ id }) => id)).size).toBe(count);
    // Viewers make a track of each name in a process.
    expect(new Set(begun.map(({ name, pid, tid }) => `${name} ${pid} ${tid}`)).size).toBe(1);
    expect(begun.map(({ args }) => args?.['task'])).toEqual(rows);
    expect(faultsOfTrace(textOf(report))).toEqual([]);
  });
});

describe('times of a trace', () => {
  it('come to the nanoseconds that were meant when they are cut', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (ns) => {
        const whole = wholeNs(ns);
        expect(Math.trunc(microseconds(whole) * 1000)).toBe(whole);
        expect(Math.abs(whole - ns)).toBeLessThan(1000);
      }),
    );
  });

  it('never let two of a lane overlap, wherever they lie', () => {
    const spans = fc.array(
      fc.record({
        worker: fc.nat(3),
        start: fc.oneof(fc.double({ min: 0, max: 2e4, noNaN: true }), fc.nat(2 ** 31)),
        length: fc.oneof(fc.double({ min: 0, max: 900, noNaN: true }), fc.nat(2 ** 31)),
      }),
      { maxLength: 60 },
    );
    const base = makeReport();
    fc.assert(
      fc.property(spans, fc.constantFrom(0, 1e12, 1.999e15, 9e15), (list, fromNs) => {
        const columns = {
          task: list.map((_, row) => row),
          worker: list.map(({ worker }) => worker),
          startNs: list.map(({ start }) => fromNs + start),
          endNs: list.map(({ start, length }) => fromNs + start + length),
        };
        expect(faultsOfTrace(textOf(withSpans(base, columns)))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('placeSpans', () => {
  it('puts overlapping spans of a worker side by side, and lets free lanes be used again', () => {
    const spans = {
      task: [0, 1, 2, 3, 4],
      worker: [0, 0, 0, 0, 1],
      startNs: [0, 5, 6, 10, 0],
      endNs: [10, 20, 9, 12, 50],
    };
    expect([...placeSpans(spans).lane]).toEqual([0, 1, 2, 0, 0]);
  });

  it('takes rows in any order', () => {
    const spans = { task: [0, 1], worker: [0, 0], startNs: [10, 0], endNs: [20, 10] };
    expect([...placeSpans(spans).lane]).toEqual([0, 0]);
  });

  it('gives up lanes for a worker with too many at once, not for the others', () => {
    const worker = Array.from({ length: maxLanes + 2 }, (_, row) => (row === 0 ? 1 : 0));
    const spans = {
      task: worker.map((_, row) => row),
      worker,
      startNs: worker.map((_, row) => row),
      endNs: worker.map(() => 100),
    };
    expect(new Set(placeSpans(spans).lane.slice(1))).toEqual(new Set([maxLanes]));
    expect(placeSpans(spans).lane[0]).toBe(0);
  });
});
