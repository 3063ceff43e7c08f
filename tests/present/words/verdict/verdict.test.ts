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

describe('a strategy that is faster than serial', () => {
  it('is named with the ratio, both times and the runner-up', () => {
    const verdict = decide(heavy);
    expect(verdict).toMatchObject({ kind: 'faster', cell: 'threads-2', basis: 'cold' });
    expect(verdict.ratio?.ratio).toBeCloseTo(2310 / 1210, 12);
    expect(verdict.text).toBe(
      'Use 2 threads: 1.91× faster than serial, 1.21 s instead of 2.31 s, cold. ' +
        'In comparison, 2 processes take 1.08× as long.',
    );
  });

  it('shows where its words were measured', () => {
    const verdict = decide(heavy);
    expect(verdict.clauses[0]).toEqual({ text: 'Use 2 threads:', strong: true });
    expect(clauseOf(verdict, '1.91× faster').evidence).toEqual({
      place: 'row',
      cell: 'threads-2',
      detail: 'range 1.87× to 1.95×',
    });
    expect(clauseOf(verdict, '1.08× as long').evidence).toEqual({
      place: 'row',
      cell: 'processes-2',
      detail: 'range 1.06× to 1.10×',
    });
  });

  it('is the other one where the times are', () => {
    const { text, cell } = decide({
      ...heavy,
      times: { ...heavy.times, 'processes-2': around(1100) },
    });
    expect(cell).toBe('processes-2');
    expect(text).toContain('Use 2 processes: 2.10× faster');
    expect(text).toContain('2 threads take 1.10× as long.');
  });

  it('is the one that needs least where several do not differ', () => {
    const verdict = decide({
      ...heavy,
      strategies: [serial, processes, threads],
      times: {
        'serial-1': around(2000),
        'threads-2': around(1010),
        'processes-2': around(1000),
      },
    });
    expect(verdict.cell).toBe('threads-2');
    expect(verdict.text).toContain('No difference was found between 2 threads and 2 processes.');
    expect(verdict.text).not.toContain('as long');
    expect(clauseOf(verdict, 'No difference was found').evidence).toMatchObject({
      place: 'row',
      cell: 'processes-2',
    });
  });

  it('takes the fewer workers where more gain nothing', () => {
    const verdict = decide({
      strategies: [serial, { kind: 'threads', workers: [2, 4, 8] }],
      times: {
        'serial-1': around(2000),
        'threads-2': around(1005),
        'threads-4': around(1000),
        'threads-8': around(1200),
      },
    });
    expect(verdict.cell).toBe('threads-2');
    expect(verdict.text).toContain('between 2 threads and 4 threads');
  });

  it('can be async', () => {
    const { text } = decide({
      strategies: [serial, async64, threads],
      times: { 'serial-1': around(1600), 'async-64': around(27), 'threads-2': around(800) },
    });
    expect(text).toBe(
      'Use async with 64 at once: 59.3× faster than serial, 27 ms instead of 1.60 s, cold. ' +
        'In comparison, 2 threads take 29.6× as long.',
    );
  });

  it('tells threads in the main process from those in a host', () => {
    const { text, cell } = decide({
      strategies: [serial, threads, { ...threads, placement: 'main' }],
      times: {
        'serial-1': around(2000),
        'threads-2': around(1100),
        'threads-2-main': around(1000),
      },
    });
    expect(cell).toBe('threads-2-main');
    expect(text).toContain('Use 2 threads in the main process:');
    expect(text).toContain('2 threads take 1.10× as long.');
  });

  it('names what beats serial, not what is near the fastest by chance', () => {
    // Threads vary so much that they differ neither from processes nor from serial.
    const { cell } = decide({
      ...heavy,
      times: {
        'serial-1': around(1500),
        'threads-2': { coldMs: [900, 1200, 1600] },
        'processes-2': around(1000),
      },
    });
    expect(cell).toBe('processes-2');
  });
});

describe('work too small to share', () => {
  const tiny: Case = {
    strategies: [serial, threads, processes],
    times: {
      'serial-1': { coldMs: [0.003, 0.0031, 0.0033] },
      'threads-2': { coldMs: [30, 31, 33] },
      'processes-2': { coldMs: [79, 80, 81] },
    },
  };

  it('says neither where serial beats threads and processes', () => {
    const verdict = decide(tiny);
    expect(verdict).toMatchObject({ kind: 'neither', cell: 'serial-1', basis: 'cold' });
    expect(verdict.text).toBe(
      'Use neither: serial takes 3.10 µs cold; 2 threads take 31 ms, 10,000× as long; ' +
        '2 processes take 80 ms, 25,800× as long.',
    );
    expect(verdict.ratio?.ratio).toBeCloseTo(0.0001, 12);
    expect(clauseOf(verdict, '25,800×').evidence).toMatchObject({
      place: 'row',
      cell: 'processes-2',
    });
  });

  it('names the fastest of them first', () => {
    const { text } = decide({ ...tiny, times: { ...tiny.times, 'processes-2': around(20) } });
    expect(text).toMatch(/^Use neither: serial .+ cold; 2 processes take .+; 2 threads take /);
  });

  it.each([
    ['threads alone were set against it', [serial, threads]],
    ['processes alone were set against it', [serial, processes]],
  ])('says serial where %s', (_, strategies) => {
    const verdict = decide({ ...tiny, strategies });
    expect(verdict.kind).toBe('neither');
    expect(verdict.text).toMatch(/^Use serial: serial takes 3\.10 µs cold; 2 /);
  });

  it('says serial where processes were not measured often enough to be beaten', () => {
    const verdict = decide({
      ...tiny,
      times: { ...tiny.times, 'processes-2': { coldMs: [80] } },
    });
    expect(verdict.kind).toBe('neither');
    expect(verdict.text).toMatch(/^Use serial: .*10,000× as long\. Left out, .* 2 processes\.$/);
    expect(clauseOf(verdict, '2 processes').evidence).toEqual({
      place: 'warnings',
      cell: 'processes-2',
      detail: '1 trial that succeeded',
    });
  });

  it('says neither, and no difference to async, where only async keeps up', () => {
    const verdict = decide({
      strategies: [serial, async64, threads, processes],
      times: {
        'serial-1': around(100),
        'async-64': around(99.5),
        'threads-2': around(150),
        'processes-2': around(190),
      },
    });
    expect(verdict.kind).toBe('neither');
    expect(verdict.text).toMatch(/^Use neither:/);
    expect(verdict.text).toContain(
      'No difference was found between serial and async with 64 at once.',
    );
  });

  it('says serial where it beats async', () => {
    const { text } = decide({
      strategies: [serial, async64],
      times: { 'serial-1': around(100), 'async-64': around(120) },
    });
    expect(text).toBe(
      'Use serial: serial takes 100 ms cold; async with 64 at once takes 120 ms, 1.20× as long.',
    );
  });
});

describe('no difference', () => {
  const alike: Case = {
    strategies: [serial, threads],
    times: {
      'serial-1': { coldMs: [2280, 2310, 2390] },
      'threads-2': { coldMs: [2250, 2290, 2400] },
    },
  };

  it('is said with the times and the ratio', () => {
    const verdict = decide(alike);
    expect(verdict).toMatchObject({ kind: 'no-difference', cell: 'serial-1' });
    expect(verdict.text).toBe(
      'No difference found between serial (2.31 s) and 2 threads (2.29 s), cold. ' +
        'Against 2 threads, serial takes 1.01× as long.',
    );
    expect(clauseOf(verdict, 'No difference found').strong).toBe(true);
    expect(clauseOf(verdict, '1.01× as long').evidence).toEqual({
      place: 'row',
      cell: 'threads-2',
      detail: 'range 0.95× to 1.06×',
    });
  });

  it('says what memory each takes, either way round', () => {
    const memory = (own: number, others: number): string =>
      decide({
        ...alike,
        figures: {
          'serial-1': { medianPeakPssBytes: own },
          'threads-2': { medianPeakPssBytes: others },
        },
      }).text;
    expect(memory(40e6, 80e6)).toContain('serial takes 1.01× as long and 0.50× the memory.');
    expect(memory(80e6, 40e6)).toContain('serial takes 1.01× as long and 2.00× the memory.');
    expect(memory(80e6, 79e6)).not.toContain('memory');
  });

  it('is said of a sure difference below 2 %', () => {
    const { kind } = decide({
      ...alike,
      times: {
        'serial-1': { coldMs: [101, 101, 101] },
        'threads-2': { coldMs: [100, 100, 100] },
      },
    });
    expect(kind).toBe('no-difference');
  });

  it('is said where one strategy keeps up and another does not', () => {
    const { kind, text } = decide({
      strategies: [serial, threads, processes],
      times: {
        'serial-1': around(100),
        'threads-2': around(110),
        'processes-2': { coldMs: [90, 112, 140] },
      },
    });
    expect(kind).toBe('no-difference');
    expect(text).toContain('between serial (100 ms) and 2 processes (112 ms), cold.');
  });

  it('counts names beyond the fourth', () => {
    const { text } = decide({
      strategies: [serial, { kind: 'threads', workers: [1, 2, 3, 4, 5] }],
      times: {
        'serial-1': around(100),
        ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`threads-${n}`, around(100)])),
      },
    });
    expect(text).toContain('serial (100 ms), 1 thread (100 ms), 2 threads (100 ms) and 3 more');
  });
});

describe('undecided', () => {
  const said = (shape: Case): string => {
    const verdict = decide(shape);
    expect(verdict).toMatchObject({ kind: 'undecided' });
    expect(verdict).not.toHaveProperty('cell');
    expect(verdict.clauses[0]).toEqual({ text: 'Not decided:', strong: true });
    return verdict.text;
  };

  it('says that nothing succeeded', () => {
    expect(said({ strategies: [serial, threads], times: {} })).toBe(
      'Not decided: no measured trial succeeded.',
    );
  });

  it('names the fastest where the experiment has no serial', () => {
    const times = { 'threads-2': around(1000), 'processes-2': around(2000) };
    expect(said({ strategies: [threads, processes], times })).toBe(
      'Not decided: 2 threads came first, 1 s, cold. Add serial to the experiment to know what it gains.',
    );
  });

  it('says so where serial failed', () => {
    const times = {
      'serial-1': { coldMs: [], others: [{ status: 'timeout' as const }] },
      'threads-2': around(1000),
    };
    expect(said({ strategies: [serial, threads], times })).toContain(
      'No trial of serial succeeded',
    );
  });

  it('says so where every other strategy failed', () => {
    const times = {
      'serial-1': around(1000),
      'threads-2': { coldMs: [], others: [{ status: 'killed' as const }] },
    };
    expect(said({ strategies: [serial, threads], times })).toBe(
      'Not decided: only serial was measured, 1 s, cold. No trial of another strategy succeeded.',
    );
  });

  it('asks for another strategy where there is serial alone', () => {
    expect(said({ strategies: [serial], times: { 'serial-1': around(1000) } })).toBe(
      'Not decided: only serial was measured, 1 s, cold. Add another strategy to compare it with.',
    );
  });

  it.each([
    ['one trial', [1000], [2000]],
    ['two trials of one strategy', [990, 1000], [1990, 2000, 2010]],
  ])('names no strategy from %s', (_, threadsMs, serialMs) => {
    const times = {
      'serial-1': { coldMs: serialMs },
      'threads-2': { coldMs: threadsMs, warmMs: threadsMs.map((ms) => ms / 2) },
    };
    expect(said({ strategies: [serial, threads], times })).toMatch(
      /^Not decided: this needs at least 3 trials of each strategy\. Fastest so far: 2 threads \(.+\) and serial \(2 s\), cold\.$/,
    );
  });
});
