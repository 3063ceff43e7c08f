import { renderTrace } from '@report/trace';
import { assignLanes } from '@report/trace-lanes';
import type { Report } from '@shared/report';
import { describe, expect, it } from 'vitest';
import { makeReport } from '../helpers/make-report';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid?: number;
  readonly ts?: number;
  readonly dur?: number;
  readonly args?: Readonly<Record<string, unknown>>;
}

function eventsOf(report: Report): readonly TraceEvent[] {
  const text = [...renderTrace(report)].join('');
  return (JSON.parse(text) as { readonly traceEvents: TraceEvent[] }).traceEvents;
}

describe('renderTrace', () => {
  const report = makeReport({ failing: 'processes-2' });
  const events = eventsOf(report);
  const spans = events.filter(({ ph, tid }) => ph === 'X' && tid !== 0);

  it('has every span of every trial, in microseconds', () => {
    const trials = report.cells.flatMap((cell) => [...cell.trials, ...cell.emptyTrials]);
    expect(spans).toHaveLength(trials.reduce((sum, { spans: { task } }) => sum + task.length, 0));
    const trial = trials[0];
    const first = spans.find(({ pid }) => pid === (trial?.trial ?? 0) + 2);
    expect(first?.ts).toBeCloseTo((trial?.spans.startNs[0] ?? 0) / 1000, 3);
    expect(first?.dur).toBeCloseTo(
      ((trial?.spans.endNs[0] ?? 0) - (trial?.spans.startNs[0] ?? 0)) / 1000,
      3,
    );
  });

  it('has integer process and thread numbers', () => {
    for (const { pid, tid } of events) {
      expect(Number.isInteger(pid)).toBe(true);
      expect(tid === undefined || Number.isInteger(tid)).toBe(true);
    }
  });

  it('never overlaps two spans on one thread', () => {
    const ends = new Map<string, number>();
    for (const { pid, tid, ts = 0, dur = 0 } of [...spans].sort(
      (a, b) => (a.ts ?? 0) - (b.ts ?? 0),
    )) {
      const key = `${pid} ${String(tid)}`;
      expect(ts).toBeGreaterThanOrEqual((ends.get(key) ?? 0) - 0.001);
      ends.set(key, ts + dur);
    }
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
    const cores = events.filter(({ ph, pid }) => ph === 'C' && pid === 0);
    const { atNs, busy } = report.samples.cores;
    expect(cores).toHaveLength(atNs.length * busy.length);
    expect(cores[0]?.args).toEqual({ busy: busy[0]?.[0] });
  });

  it('draws the phases of a trial one after another', () => {
    const phases = events.filter(({ ph, tid, pid }) => ph === 'X' && tid === 0 && pid === 2);
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

describe('assignLanes', () => {
  it('puts overlapping spans of a worker side by side, and lets free lanes be used again', () => {
    const spans = {
      task: [0, 1, 2, 3, 4],
      worker: [0, 0, 0, 0, 1],
      startNs: [0, 5, 6, 10, 0],
      endNs: [10, 20, 9, 12, 50],
    };
    expect([...assignLanes(spans)]).toEqual([0, 1, 2, 0, 0]);
  });

  it('takes rows in any order', () => {
    const spans = { task: [0, 1], worker: [0, 0], startNs: [10, 0], endNs: [20, 10] };
    expect([...assignLanes(spans)]).toEqual([0, 0]);
  });
});
