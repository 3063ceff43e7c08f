import type { BreakEven, Crossing } from '@shared/break-even';
import { bottleneckKinds, type Bottleneck } from '@shared/findings';
import type { CellReport } from '@shared/report';
import { describe, expect, it } from 'vitest';
import {
  around,
  async64,
  clauseOf,
  decide,
  processes,
  serial,
  threads,
  type Case,
} from '../helpers/decide';

/** 24 tasks of 100 ms: threads pay. */
const faster: Case = {
  strategies: [serial, threads, processes],
  times: {
    'serial-1': around(2400),
    'threads-2': around(1250),
    'processes-2': around(1400),
  },
  experiment: { tasks: 24 },
};

/** 2 tasks of 1 ms: nothing pays. */
const neither: Case = {
  strategies: [serial, threads, processes],
  times: {
    'serial-1': around(2),
    'threads-2': around(30),
    'processes-2': around(80),
  },
  experiment: { tasks: 2 },
};

const alike: Case = {
  ...faster,
  times: { ...faster.times, 'threads-2': around(2400), 'processes-2': around(2700) },
};

/** The last of the sentences. */
const ending = (shape: Case): string => decide(shape).text.split('. ').at(-1) ?? '';

function withFigures(shape: Case, figures: Readonly<Record<string, Partial<CellReport>>>): Case {
  return { ...shape, figures };
}

describe('what the runner-up takes', () => {
  const memory = (bytes: number) =>
    decide(
      withFigures(faster, {
        'threads-2': { medianPeakPssBytes: 148e6 },
        'processes-2': { medianPeakPssBytes: bytes },
      }),
    );

  it('is told in time and memory, more or less', () => {
    const verdict = memory(402e6);
    expect(verdict.text).toContain('2 processes take 1.12× as long and 2.72× the memory.');
    expect(clauseOf(verdict, '2.72×').evidence).toEqual({
      place: 'memory',
      cell: 'processes-2',
      detail: '402 MB, 148 MB',
    });
    expect(memory(74e6).text).toContain('1.12× as long and 0.50× the memory.');
  });

  it('is told in time alone where memory is about the same or not known', () => {
    expect(memory(150e6).text).toContain('2 processes take 1.12× as long.');
    expect(decide(faster).text).toContain('2 processes take 1.12× as long.');
  });
});

describe('what it costs', () => {
  const costs = (cpuNs: number, bytes: number) =>
    decide(
      withFigures(faster, {
        'serial-1': { medianCpuNs: 2.4e9, medianPeakPssBytes: 50e6 },
        'threads-2': { medianCpuNs: cpuNs, medianPeakPssBytes: bytes },
      }),
    );

  it('is CPU time and memory against serial, more or less', () => {
    const verdict = costs(3e9, 100e6);
    expect(verdict.text).toContain('It costs 1.25× the CPU time and 2.00× the memory of serial.');
    expect(clauseOf(verdict, '1.25×').evidence).toEqual({
      place: 'row',
      cell: 'threads-2',
      detail: '3 s, serial 2.40 s',
    });
    expect(clauseOf(verdict, '2.00× the memory').evidence).toEqual({
      place: 'memory',
      cell: 'threads-2',
      detail: '100 MB, serial 50 MB',
    });
    expect(costs(1.2e9, 25e6).text).toContain(
      'It costs 0.50× the CPU time and 0.50× the memory of serial.',
    );
  });

  it('is not said where it is not known', () => {
    expect(decide(faster).text).not.toContain('costs');
  });
});

describe('what limits it', () => {
  const limitedBy = (bottleneck: Bottleneck, shape = faster) =>
    decide(
      withFigures(shape, {
        'threads-2': { bottleneck, coresBusy: 1.9, utilisation: 'ideal' },
      }),
    );
  const losses = bottleneckKinds.filter((kind) => kind !== 'none');

  it.each(losses)('is said of %s, with the share of the time', (kind) => {
    const verdict = limitedBy({ kind, share: 0.3, text: 'why' });
    const clause = clauseOf(verdict, '30 % of the time');
    expect(clause.evidence).toMatchObject({ cell: 'threads-2', detail: '375 ms of 1.25 s' });
    expect(verdict.text).toMatch(/With 2 threads, [a-z, ]+ takes? 30 % of the time\./);
  });

  it('is said in other words of each', () => {
    const texts = losses.map((kind) => limitedBy({ kind, share: 0.3, text: '' }).text);
    expect(new Set(texts).size).toBe(losses.length);
  });

  it('is what the cores do where nothing is lost', () => {
    const verdict = limitedBy({ kind: 'none', text: 'why' });
    expect(clauseOf(verdict, '1.9 of 2 cores are busy').evidence).toEqual({
      place: 'row',
      cell: 'threads-2',
      detail: 'ideal',
    });
  });

  it('follows what it costs', () => {
    const bottleneck: Bottleneck = { kind: 'start-up', share: 0.3, text: '' };
    const { text } = decide(
      withFigures(faster, {
        'serial-1': { medianCpuNs: 2e9 },
        'threads-2': { medianCpuNs: 2e9, bottleneck },
      }),
    );
    expect(text).toContain(
      'It costs 1.00× the CPU time of serial; starting and joining take 30 % of the time.',
    );
  });

  it('is said of the way that serial beats, or equals', () => {
    const start: Bottleneck = { kind: 'start-up', share: 0.97, text: '' };
    expect(limitedBy(start, neither).text).toContain(
      'With 2 threads, starting and joining take 97 % of the time.',
    );
    expect(limitedBy(start, alike).text).toContain('With 2 threads, starting');
  });
});

describe('more workers', () => {
  const scaled = (ms: Readonly<Record<number, number>>, tasks = 24): string =>
    decide({
      strategies: [serial, { kind: 'threads', workers: Object.keys(ms).map(Number) }],
      times: {
        'serial-1': around(2400),
        ...Object.fromEntries(
          Object.entries(ms).map(([n, time]) => [`threads-${n}`, around(time)]),
        ),
      },
      cores: 8,
      experiment: { tasks },
    }).text;

  it('gain nothing, or were not measured', () => {
    expect(scaled({ 2: 1300, 4: 700, 8: 705 })).toContain('More than 4 workers gain nothing.');
    expect(scaled({ 2: 1300, 4: 700, 8: 400 })).toContain('More than 8 workers were not measured.');
  });

  it('show the speed-ups by count', () => {
    const verdict = decide({
      strategies: [serial, { kind: 'threads', workers: [2, 4] }],
      times: { 'serial-1': around(2400), 'threads-2': around(1200), 'threads-4': around(1210) },
      experiment: { tasks: 24 },
    });
    expect(clauseOf(verdict, 'gain nothing').evidence).toEqual({
      place: 'scaling',
      cell: 'threads-2',
      detail: '2: 2.00×, 4: 1.98×',
    });
  });

  it('than tasks are not worth a word, nor those of one count', () => {
    expect(scaled({ 2: 1300, 4: 700 }, 4)).not.toContain('More than');
    expect(decide(faster).text).not.toContain('More than');
  });

  it('are as many at once for async', () => {
    const { text } = decide({
      strategies: [serial, { ...async64, workers: [8, 64] }],
      times: { 'serial-1': around(2400), 'async-8': around(300), 'async-64': around(302) },
      experiment: { tasks: 128 },
    });
    expect(text).toContain('More than 8 at once gain nothing.');
  });
});

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
    expect(ending(shape)).toBe('Under 1.20 ms a task, use neither.');
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
    expect(ending(shape)).toBe('Under 1.20 ms a task or with 2 tasks of this size, use neither.');
  });

  it('is from where workers pay, where they do not here', () => {
    const shape = searched(neither, {
      2: [crossing('threads', 28, 31), crossing('processes', 80, 90)],
      128: [crossing('threads', 0.4, 0.6), crossing('processes', 1.4, 2)],
    });
    expect(ending(shape)).toBe(
      'From 31 ms a task on or with 128 tasks of this size, workers are faster.',
    );
    expect(clauseOf(decide(shape), 'From 31 ms').evidence?.detail).toBe('threads, at 2 tasks');
    expect(ending(searched(alike, { 24: [crossing('threads', 90, 130)] }))).toBe(
      'From 130 ms a task on, workers are faster.',
    );
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
      /Under about 2\.50 ms a task, by the measured cost of starting, use neither\.$/,
    );
    expect(clauseOf(verdict, 'about 2.50 ms').evidence).toEqual({
      place: 'overhead',
      cell: 'threads-2',
      detail: '2 threads: 30 ms with 24 tasks that do nothing',
    });
    expect(decide(started(faster, 80, 24.01)).text).toContain('Under about 2 ms a task');
  });

  it('is what it takes at least, where they do not', () => {
    const verdict = decide(started(neither, 28.01, 79));
    expect(verdict.text).toMatch(
      /By the measured cost of starting, a task must take at least about 28 ms for workers to pay\.$/,
    );
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
    expect(text).toContain('Under about 2 ms a task');
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

describe('workers that are kept running', () => {
  it('would change the answer', () => {
    const verdict = decide({
      strategies: [serial, threads],
      times: {
        'serial-1': around(24),
        'threads-2': { coldMs: [41, 42, 43], warmMs: [11.9, 12, 12.1] },
      },
    });
    expect(verdict.kind).toBe('neither');
    expect(verdict.text).toMatch(
      / With workers kept running, 2 threads would be 2\.00× faster than serial\.$/,
    );
    expect(clauseOf(verdict, '2.00× faster than serial').evidence).toEqual({
      place: 'row',
      cell: 'threads-2',
      detail: 'warm, interval 1.96× to 2.04×',
    });
  });

  it('would make another way the fastest', () => {
    const { cell, text } = decide({
      strategies: [serial, threads, processes],
      times: {
        'serial-1': around(300),
        'threads-2': { coldMs: [198, 200, 202], warmMs: [178, 180, 182] },
        'processes-2': { coldMs: [248, 250, 252], warmMs: [149, 150, 151] },
      },
    });
    expect(cell).toBe('threads-2');
    expect(text).toContain(
      'With workers kept running, 2 processes would be 1.20× faster than 2 threads.',
    );
  });

  it('are not worth a word where the answer is the same', () => {
    const { text } = decide({
      strategies: [serial, threads],
      times: {
        'serial-1': around(300),
        'threads-2': { coldMs: [198, 200, 202], warmMs: [158, 160, 162] },
      },
    });
    expect(text).not.toContain('kept running');
  });
});

describe('the paragraph', () => {
  it('is its clauses one after another', () => {
    for (const shape of [faster, neither, alike]) {
      const { text, clauses } = decide(shape);
      expect(clauses.map((clause) => clause.text).join('')).toBe(text);
      expect(text).not.toMatch(/ {2}|\.\.|^ | $/);
    }
  });
});
