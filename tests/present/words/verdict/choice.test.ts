import { describe, expect, it } from 'vitest';
import {
  around,
  async64,
  clauseOf,
  decide,
  heavy,
  processes,
  serial,
  threads,
  type Case,
} from '../../../helpers/decide';

describe('a strategy that another one beats', () => {
  it('is not chosen where it needs less but may be slower than the fastest by more than 5 %', () => {
    // 8 threads have the least median and vary so much that nothing stands for them.
    const verdict = decide({
      strategies: [serial, { kind: 'threads', workers: [2, 4, 8] }],
      times: {
        'serial-1': around(3000),
        'threads-2': { coldMs: [1100, 1101, 1102, 1103, 1104] },
        'threads-4': { coldMs: [1000, 1001, 1002, 1003, 1004] },
        'threads-8': { coldMs: [940, 960, 999, 1200, 1300] },
      },
      cores: 8,
      experiment: { tasks: 24 },
    });
    expect(verdict.cell).toBe('threads-8');
    expect(verdict.text).toContain('No difference was found between 8 threads');
  });

  it('is not chosen where it is serial', () => {
    // Async has the least median, but its trials reach beyond serial's; threads beat serial.
    const { kind, cell } = decide({
      strategies: [serial, async64, threads],
      times: {
        'serial-1': { coldMs: [108, 109, 110, 111, 112] },
        'async-64': { coldMs: [90, 92, 95, 120, 130] },
        'threads-2': { coldMs: [97, 98, 99, 100, 101] },
      },
    });
    expect([kind, cell]).toEqual(['faster', 'threads-2']);
  });
});

describe('what needs least', () => {
  const shape: Case = {
    strategies: [serial, threads, processes],
    times: {
      'serial-1': around(2000),
      'threads-2': around(1000),
      'processes-2': around(1005),
    },
  };
  const chosen = (threadsMb: number, processesMb: number) =>
    decide({
      ...shape,
      figures: {
        'threads-2': { medianPeakPssBytes: threadsMb * 1e6 },
        'processes-2': { medianPeakPssBytes: processesMb * 1e6 },
      },
    });

  it('is what was measured to hold the least memory', () => {
    expect(chosen(50, 90).cell).toBe('threads-2');
    expect(chosen(90, 50).cell).toBe('processes-2');
    expect(chosen(90, 50).text).toContain('2 threads take 1.80× the memory.');
  });

  it('is the simpler of two that hold about as much', () => {
    expect(chosen(52, 50).cell).toBe('threads-2');
  });
});

describe('trials against it', () => {
  it('are told where the chosen strategy failed in some', () => {
    const failed = [{ status: 'timeout' as const }, { status: 'killed' as const, warmup: true }];
    const verdict = decide({
      ...heavy,
      times: { ...heavy.times, 'threads-2': { ...around(1210), others: failed } },
    });
    expect(verdict.text).toContain('Of the trials of 2 threads, 1 of 4 failed.');
    expect(clauseOf(verdict, '1 of 4 failed').evidence).toEqual({
      place: 'warnings',
      cell: 'threads-2',
      detail: 'timeout',
    });
  });

  it('do not let one lucky trial choose, nor hold up a decision between the others', () => {
    const { kind, cell, text } = decide({
      ...heavy,
      times: { ...heavy.times, 'processes-2': { coldMs: [300] } },
    });
    expect([kind, cell]).toEqual(['faster', 'threads-2']);
    expect(text).toContain('Left out, with fewer than 3 trials: 2 processes.');
  });
});
