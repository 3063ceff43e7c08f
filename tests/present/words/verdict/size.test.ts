import type { BreakEven, Crossing } from '@shared/report/break-even';
import { describe, expect, it } from 'vitest';
import {
  alike,
  around,
  async64,
  clauseOf,
  decide,
  faster,
  neither,
  serial,
  threads,
  type Case,
} from '../../../helpers/decide';

/** The last of the sentences. */
const ending = (shape: Case): string => decide(shape).text.split('. ').at(-1) ?? '';

describe('another size or number of tasks, by the search for the break-even', () => {
  const crossing = (
    strategy: Crossing['strategy'],
    belowMs?: number,
    fromMs?: number,
  ): Crossing => ({
    strategy,
    ...(belowMs !== undefined && { belowNs: belowMs * 1e6 }),
    ...(fromMs !== undefined && { fromNs: fromMs * 1e6 }),
  });

  const searched = (shape: Case, columns: Readonly<Record<number, readonly Crossing[]>>): Case => ({
    ...shape,
    breakEven: {
      parameter: 'iterations',
      cells: { serial: 'serial-1', threads: 'threads-2', processes: 'processes-2' },
      points: [],
      columns: Object.entries(columns).map(([tasks, crossings]) => ({
        tasks: Number(tasks),
        crossings: [...crossings],
      })),
      status: 'done',
      durationNs: 0,
      trials: 0,
      gridTrials: 0,
    } satisfies BreakEven,
  });

  it('is from where neither pays, at the nearest number of tasks', () => {
    const shape = searched(faster, {
      2: [crossing('threads', 15, 20), crossing('processes', 40, 60)],
      32: [crossing('threads', 1.2, 1.7), crossing('processes', 3, 4)],
      512: [crossing('threads', 0.1, 0.2), crossing('processes', 0.3, 0.4)],
    });
    expect(ending(shape)).toBe('With 32 tasks under 1.20 ms each, use neither.');
    expect(clauseOf(decide(shape), '1.20 ms').evidence).toEqual({
      place: 'break-even',
      detail: 'at 32 tasks',
    });
  });

  it('is with how few tasks neither pays', () => {
    const shape = searched(faster, {
      1: [crossing('threads', 900), crossing('processes', 900)],
      2: [crossing('threads', 150, 200), crossing('processes', 400, 600)],
      32: [crossing('threads', 1.2, 1.7), crossing('processes', 3, 4)],
    });
    expect(ending(shape)).toBe(
      'With 32 tasks under 1.20 ms each or with 2 tasks of this size, use neither.',
    );
  });

  it('is from where workers pay, where they do not here', () => {
    const shape = searched(neither, {
      2: [crossing('threads', 28, 31), crossing('processes', 80, 90)],
      128: [crossing('threads', 0.4, 0.6), crossing('processes', 1.4, 2)],
    });
    expect(ending(shape)).toBe(
      'From 31 ms per task or with 128 tasks of this size, workers are faster.',
    );
    expect(clauseOf(decide(shape), 'From 31 ms').evidence?.detail).toBe('threads, at 2 tasks');
    expect(ending(searched(alike, { 24: [crossing('threads', 90, 130)] }))).toBe(
      'From 130 ms per task, workers are faster.',
    );
  });

  it('names the number of tasks where only another one was searched', () => {
    // Ended by its budget after the first column: 2048 tasks pay far earlier than 2 do.
    const first = { 2: [crossing('threads', 28, 31), crossing('processes', 80, 90)] };
    const tasks = { experiment: { tasks: 2048 } };
    expect(ending({ ...searched(neither, first), ...tasks })).toBe(
      'With 2 tasks from 31 ms each, workers are faster.',
    );
    const { strategies, times } = faster;
    const long = { strategies, times: { ...times, 'serial-1': around(80_000) } };
    expect(ending({ ...searched(long, first), ...tasks })).toBe(
      'With 2 tasks under 28 ms each, use neither.',
    );
    expect(
      ending(searched(faster, { 24: [crossing('threads', 2, 3), crossing('processes', 4, 6)] })),
    ).toBe('Under 2 ms per task, use neither.');
  });

  it('is not said where one of the two was not settled, or pays at every size', () => {
    for (const crossings of [
      [crossing('threads', 1.2, 1.7)],
      [crossing('threads', undefined, 0.1), crossing('processes', 3, 4)],
      [],
    ]) {
      expect(decide(searched(faster, { 24: crossings })).text).not.toContain('a task');
    }
    const never = [crossing('threads', 900), crossing('processes', 900)];
    expect(decide(searched(neither, { 2: never })).text).not.toContain('a task');
    expect(decide(searched(neither, {})).text).not.toContain('a task');
  });

  it('is not said where it contradicts what was measured', () => {
    const above = [crossing('threads', 150, 200), crossing('processes', 400, 600)];
    expect(decide(searched(faster, { 24: above, 32: above })).text).not.toContain('use neither.');
    const below = [crossing('threads', 0.1, 0.2), crossing('processes', 0.3, 0.4)];
    expect(decide(searched(neither, { 1: below, 2: below })).text).not.toContain('workers are');
  });
});

describe('another size of task, by the cost of starting', () => {
  const started = (shape: Case, threadsMs: number, processesMs: number): Case => {
    const times = { ...shape.times };
    const empties = { 'serial-1': 0.01, 'threads-2': threadsMs, 'processes-2': processesMs };
    for (const [id, ms] of Object.entries(empties)) {
      times[id] = {
        ...(times[id] ?? { coldMs: [] }),
        emptyMs: [ms * 0.99, ms, ms * 1.01],
      };
    }
    return { ...shape, times };
  };

  it('is what the cheapest start needs, where workers pay', () => {
    // 30 ms are 12 tasks that need not be waited for: 2.5 ms each.
    const verdict = decide(started(faster, 30.01, 80));
    expect(verdict.text).toMatch(
      /Under about 2\.50 ms per task, by the measured cost of starting, use neither\.$/,
    );
    expect(clauseOf(verdict, 'about 2.50 ms').evidence).toEqual({
      place: 'overhead',
      cell: 'threads-2',
      detail: '2 threads: 30 ms with 24 tasks that do nothing',
    });
    expect(decide(started(faster, 80, 24.01)).text).toContain('Under about 2 ms per task');
  });

  it('is what it takes at least, where they do not', () => {
    const verdict = decide(started(neither, 28.01, 79));
    expect(verdict.text).toMatch(
      /By the measured cost of starting, a task must take at least about 28 ms for workers to pay\.$/,
    );
  });

  it('is said where a search was ended before it found anything', () => {
    const breakEven: BreakEven = {
      parameter: 'iterations',
      cells: { serial: 'serial-1', threads: 'threads-2', processes: 'processes-2' },
      points: [],
      columns: [],
      status: 'budget',
      durationNs: 1e9,
      trials: 4,
      gridTrials: 0,
    };
    expect(decide({ ...started(faster, 30.01, 80), breakEven }).text).toContain(
      'Under about 2.50 ms per task',
    );
  });

  it('is none with one worker, however lucky', () => {
    const times = {
      'serial-1': { ...around(2), emptyMs: [0.01, 0.01, 0.01] },
      'threads-1': { coldMs: [29, 30, 31], warmMs: [1.9, 1.9, 1.9], emptyMs: [20, 20, 20] },
    };
    const strategies = [serial, { kind: 'threads', workers: 1 } as const];
    expect(decide({ ...neither, strategies, times }).text).not.toContain('cost of starting');
  });

  it('counts on a part of a core as on a whole one, so that the bound holds', () => {
    // A quota of 1.5 cores: 2 tasks need ⌈2 / 2⌉ of the time at least, not ⌈2 / 1.5⌉.
    const shape = started(neither, 28.01, 79);
    const times = { ...shape.times };
    times['threads-2'] = { ...times['threads-2'], coldMs: [29, 30, 31], warmMs: [1.3, 1.3, 1.3] };
    expect(decide({ ...shape, times, cores: 1 }).text).toContain('at least about 28 ms');
  });

  it('is not said where it contradicts what was measured, or nothing was measured', () => {
    expect(decide(started(faster, 5000, 5000)).text).not.toContain('cost of starting');
    expect(decide(started(neither, 0.5, 0.5)).text).not.toContain('cost of starting');
    expect(decide(started(neither, 0.01, 0.01)).text).not.toContain('cost of starting');
    expect(decide(faster).text).not.toContain('cost of starting');
  });

  it('counts on as many tasks at once as were measured, where they wait', () => {
    // 8 threads on 2 cores are 8 times as fast: 42 ms are 21 tasks that need not be waited for.
    const { text } = decide({
      strategies: [serial, { kind: 'threads', workers: 8 }],
      times: {
        'serial-1': { ...around(2400), emptyMs: [0.01, 0.01, 0.01] },
        'threads-8': {
          coldMs: [340, 341, 342],
          warmMs: [300, 300, 300],
          emptyMs: [42.01, 42.01, 42.01],
        },
      },
      experiment: { tasks: 24 },
    });
    expect(text).toContain('Under about 2 ms per task');
  });

  it('is not said of a single task, which nothing makes faster', () => {
    const { text } = decide({ ...started(neither, 28, 79), experiment: { tasks: 1 } });
    expect(text).not.toContain('cost of starting');
  });
});

describe('another size of task', () => {
  it('is not said of async, which starts no workers', () => {
    const { text } = decide({
      strategies: [serial, async64, threads],
      times: {
        'serial-1': { ...around(2400), emptyMs: [0.01, 0.01, 0.01] },
        'async-64': { ...around(100), emptyMs: [0.02, 0.02, 0.02] },
        'threads-2': { ...around(1300), emptyMs: [30, 31, 32] },
      },
      experiment: { tasks: 64 },
    });
    expect(text).toMatch(/^Use async/);
    expect(text).not.toContain('a task');
  });
});
