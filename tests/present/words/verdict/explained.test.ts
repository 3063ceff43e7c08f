import type { Bottleneck } from '@shared/report/bottleneck';
import { bottleneckKinds } from '@shared/report/findings';
import type { CellReport } from '@shared/report/report';
import { describe, expect, it } from 'vitest';
import {
  alike,
  around,
  async64,
  clauseOf,
  decide,
  faster,
  neither,
  processes,
  serial,
  threads,
  type Case,
} from '../../../helpers/decide';
import { textFact } from '@shared/report/facts';

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
    const verdict = limitedBy({ kind, share: 0.3, fact: textFact('why') });
    const clause = clauseOf(verdict, '30 % of the time');
    expect(clause.evidence).toMatchObject({ cell: 'threads-2', detail: '375 ms of 1.25 s' });
    expect(verdict.text).toMatch(/With 2 threads, [a-z, ]+ takes? 30 % of the time\./);
  });

  it('is said in other words of each', () => {
    const texts = losses.map((kind) => limitedBy({ kind, share: 0.3, fact: textFact('') }).text);
    expect(new Set(texts).size).toBe(losses.length);
  });

  it('is what the cores do where nothing is lost', () => {
    const verdict = limitedBy({ kind: 'none', fact: textFact('why') });
    expect(clauseOf(verdict, '1.9 of 2 cores are busy').evidence).toEqual({
      place: 'row',
      cell: 'threads-2',
      detail: 'ideal',
    });
  });

  it('follows what it costs', () => {
    const bottleneck: Bottleneck = { kind: 'start-up', share: 0.3, fact: textFact('') };
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

  it('is said of the strategy that serial beats, or equals', () => {
    const start: Bottleneck = { kind: 'start-up', share: 0.97, fact: textFact('') };
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

  it('are not told of where more were tried too seldom', () => {
    const { cell, text } = decide({
      strategies: [serial, { kind: 'threads', workers: [2, 4] }],
      times: {
        'serial-1': around(2400),
        'threads-2': around(1300),
        'threads-4': { coldMs: [700, 705] },
      },
      cores: 8,
      experiment: { tasks: 24 },
    });
    expect(cell).toBe('threads-2');
    expect(text).not.toContain('More than');
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
      detail: 'warm, range 1.96× to 2.04×',
    });
  });

  it('would make another strategy the fastest', () => {
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

  it('are not those of serial or async, which have none', () => {
    const { text } = decide({
      strategies: [serial, async64, threads],
      times: {
        'serial-1': around(300),
        'async-64': { coldMs: [298, 300, 302], warmMs: [99, 100, 101] },
        'threads-2': { coldMs: [198, 200, 202], warmMs: [158, 160, 162] },
      },
    });
    expect(text).not.toContain('kept running');
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
