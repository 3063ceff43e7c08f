import { decideVerdict } from '@analysis/verdict';
import type { ExperimentInput } from '@shared/experiment';
import type { MachineInfo } from '@shared/machine';
import type { Verdict } from '@shared/report';
import { describe, expect, it } from 'vitest';
import { makeCells, type CellTimes } from '../helpers/make-cells';
import { makeMachine } from '../helpers/make-report';

const serial = { kind: 'serial' } as const;
const threads = { kind: 'threads', workers: 2 } as const;
const processes = { kind: 'processes', workers: 2 } as const;
const async64 = { kind: 'async', workers: 64 } as const;

/** Three times around `ms`, 1 % apart. */
const around = (ms: number): CellTimes => ({ coldMs: [ms * 0.99, ms, ms * 1.01] });

function decide(
  strategies: ExperimentInput['strategies'],
  times: Readonly<Record<string, CellTimes>>,
  { repeats = 3, machine = makeMachine() }: { repeats?: number; machine?: MachineInfo } = {},
): Verdict {
  return decideVerdict(makeCells(strategies, times), { repeats }, machine);
}

describe('a way that is faster than serial', () => {
  it('is named with the ratio, its interval, both times and the runner-up', () => {
    const verdict = decide([serial, threads, processes], {
      'serial-1': around(2310),
      'threads-2': around(1210),
      'processes-2': around(1307),
    });
    expect(verdict).toMatchObject({
      kind: 'faster',
      cell: 'threads-2',
      basis: 'cold',
      ratio: { ratio: 2310 / 1210 },
      caveats: [],
    });
    expect(verdict.text).toBe(
      'Use 2 threads: 1.91× faster than serial (1.87× to 1.95×), 1.21 s instead of 2.31 s, cold. ' +
        '2 processes take 1.08× as long.',
    );
  });

  it('is the one that needs least where several do not differ', () => {
    const verdict = decide([serial, processes, threads], {
      'serial-1': around(2000),
      'threads-2': around(1010),
      'processes-2': around(1000),
    });
    expect(verdict.cell).toBe('threads-2');
    expect(verdict.text).toContain('No difference was found between 2 threads and 2 processes.');
    expect(verdict.text).not.toContain('as long');
  });

  it('takes the fewer workers where more gain nothing', () => {
    const verdict = decide([serial, { kind: 'threads', workers: [2, 4, 8] }], {
      'serial-1': around(2000),
      'threads-2': around(1005),
      'threads-4': around(1000),
      'threads-8': around(1200),
    });
    expect(verdict.cell).toBe('threads-2');
    expect(verdict.text).toContain('between 2 threads and 4 threads');
  });

  it('can be async', () => {
    const verdict = decide([serial, async64, threads], {
      'serial-1': around(1600),
      'async-64': around(27),
      'threads-2': around(800),
    });
    expect(verdict.text).toBe(
      'Use async with 64 at once: 59.3× faster than serial (58.1× to 60.5×), 27 ms instead of 1.60 s, cold. ' +
        '2 threads take 29.6× as long.',
    );
  });

  it('tells threads in the main process from those in a host', () => {
    const verdict = decide([serial, threads, { ...threads, placement: 'main' }], {
      'serial-1': around(2000),
      'threads-2': around(1100),
      'threads-2-main': around(1000),
    });
    expect(verdict.cell).toBe('threads-2-main');
    expect(verdict.text).toContain('Use 2 threads in the main process:');
    expect(verdict.text).toContain('2 threads take 1.10× as long.');
  });

  it('names what beats serial, not what is near the fastest by chance', () => {
    // Threads vary so much that they differ neither from processes nor from serial.
    const verdict = decide([serial, threads, processes], {
      'serial-1': around(1500),
      'threads-2': { coldMs: [900, 1200, 1600] },
      'processes-2': around(1000),
    });
    expect(verdict.cell).toBe('processes-2');
  });
});

describe('work too small to share', () => {
  it("says neither for the article's functions", () => {
    const verdict = decide([serial, threads], {
      'serial-1': { coldMs: [0.003, 0.0031, 0.0033] },
      'threads-2': { coldMs: [30, 31, 33] },
    });
    expect(verdict).toMatchObject({ kind: 'neither', cell: 'serial-1', basis: 'cold' });
    expect(verdict.text).toBe(
      'Use neither: serial takes 3.10 µs, 2 threads take 31 ms, 10,000× as long, cold.',
    );
    expect(verdict.ratio?.ratio).toBeCloseTo(0.0001, 12);
  });

  it('names the fastest of threads and processes', () => {
    const { text } = decide([serial, processes, threads], {
      'serial-1': around(1),
      'threads-2': around(30),
      'processes-2': around(80),
    });
    expect(text).toContain('2 threads take 30 ms, 30.0× as long');
  });

  it('says neither, and no difference to async, where only async keeps up', () => {
    const verdict = decide([serial, async64, threads], {
      'serial-1': around(100),
      'async-64': around(99.5),
      'threads-2': around(150),
    });
    expect(verdict.kind).toBe('neither');
    expect(verdict.text).toContain(
      'No difference was found between serial and async with 64 at once.',
    );
  });

  it('says what workers that are kept running would change', () => {
    const { kind, text } = decide([serial, threads], {
      'serial-1': around(24),
      'threads-2': { coldMs: [41, 42, 43], warmMs: [11.9, 12, 12.1] },
    });
    expect(kind).toBe('neither');
    expect(text).toMatch(
      / With workers kept running, 2 threads would be 2\.00× faster than serial \(warm\)\.$/,
    );
  });
});

describe('no difference', () => {
  it('is said with the times and the ratio', () => {
    const verdict = decide([serial, threads], {
      'serial-1': { coldMs: [2280, 2310, 2390] },
      'threads-2': { coldMs: [2250, 2290, 2400] },
    });
    expect(verdict).toMatchObject({ kind: 'no-difference', cell: 'serial-1' });
    expect(verdict.text).toBe(
      'No difference found between serial (2.31 s) and 2 threads (2.29 s), cold. ' +
        'Serial takes 1.01× as long as 2 threads (0.95× to 1.06×) and needs the least.',
    );
  });

  it('is said of a sure difference below 2 %', () => {
    const { kind } = decide([serial, threads], {
      'serial-1': { coldMs: [101, 101, 101] },
      'threads-2': { coldMs: [100, 100, 100] },
    });
    expect(kind).toBe('no-difference');
  });

  it('counts names beyond the fourth', () => {
    const { text } = decide([serial, { kind: 'threads', workers: [1, 2, 3, 4, 5] }], {
      'serial-1': around(100),
      ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`threads-${n}`, around(100)])),
    });
    expect(text).toContain('serial (100 ms), 1 thread (100 ms), 2 threads (100 ms) and 3 more');
  });
});

describe('warm and cold', () => {
  it('says so where warm workers would make another way the fastest', () => {
    const { cell, text } = decide([serial, threads, processes], {
      'serial-1': around(300),
      'threads-2': { coldMs: [198, 200, 202], warmMs: [178, 180, 182] },
      'processes-2': { coldMs: [248, 250, 252], warmMs: [149, 150, 151] },
    });
    expect(cell).toBe('threads-2');
    expect(text).toMatch(
      / With workers kept running, 2 processes would be 1\.20× faster than 2 threads \(warm\)\.$/,
    );
  });

  it('adds nothing where the answer is the same', () => {
    const { text } = decide([serial, threads], {
      'serial-1': around(300),
      'threads-2': { coldMs: [198, 200, 202], warmMs: [158, 160, 162] },
    });
    expect(text).not.toContain('warm');
  });
});

describe('undecided', () => {
  it('says that nothing ended well', () => {
    expect(decide([serial, threads], {})).toMatchObject({
      kind: 'undecided',
      text: 'Nothing to compare: no measured trial ended well.',
    });
  });

  it('names the fastest where the experiment has no serial', () => {
    const verdict = decide([threads, processes], {
      'threads-2': around(1000),
      'processes-2': around(2000),
    });
    expect(verdict.kind).toBe('undecided');
    expect(verdict).not.toHaveProperty('cell');
    expect(verdict.text).toBe(
      'Fastest of what was measured: 2 threads, 1 s, cold. Add serial to the experiment to know what it gains.',
    );
  });

  it('says so where serial failed', () => {
    const { text } = decide([serial, threads], {
      'serial-1': { coldMs: [], others: [{ status: 'timeout' }] },
      'threads-2': around(1000),
    });
    expect(text).toContain('No trial of serial ended well');
  });

  it('says so where every other way failed', () => {
    const { kind, text } = decide([serial, threads], {
      'serial-1': around(1000),
      'threads-2': { coldMs: [], others: [{ status: 'killed' }] },
    });
    expect(kind).toBe('undecided');
    expect(text).toBe('Only serial was measured: 1 s, cold. No trial of another way ended well.');
  });

  it.each([
    ['one trial', [1000], [2000]],
    ['two trials of one way', [990, 1000], [1990, 2000, 2010]],
  ])('names no way from %s', (_, threadsMs, serialMs) => {
    const verdict = decide([serial, threads], {
      'serial-1': { coldMs: serialMs },
      'threads-2': { coldMs: threadsMs, warmMs: threadsMs.map((ms) => ms / 2) },
    });
    expect(verdict.kind).toBe('undecided');
    expect(verdict).not.toHaveProperty('cell');
    expect(verdict.text).toMatch(
      /^Not decided: that takes at least 3 trials of each way\. Fastest so far: 2 threads \(.+\) and serial \(2 s\), cold\.$/,
    );
  });

  it('asks for another way where there is serial alone', () => {
    expect(decide([serial], { 'serial-1': around(1000) })).toMatchObject({
      kind: 'undecided',
      text: 'Only serial was measured: 1 s, cold. Add another way to compare it with.',
    });
  });
});

describe('caveats', () => {
  const fine = { 'serial-1': around(2000), 'threads-2': around(1000) };

  it('counts failed trials and quotes the first evidence, its first line', () => {
    const failed = {
      status: 'killed',
      evidence: { message: 'Worker 1 was ended by SIGKILL.\nstack' },
    } as const;
    const { caveats } = decide([serial, threads], {
      ...fine,
      'threads-2': { ...around(1000), others: [failed, failed] },
    });
    expect(caveats).toEqual(['2 of 5 trials of threads 2 failed: Worker 1 was ended by SIGKILL.']);
  });

  it('shortens a long evidence', () => {
    const { caveats } = decide([serial, threads], {
      ...fine,
      'threads-2': {
        ...around(1000),
        others: [{ status: 'failed', evidence: { message: 'x'.repeat(5000) } }],
      },
    });
    expect(caveats[0]?.length).toBeLessThan(300);
  });

  it('does not take a warm-up or a stopped trial for a measured one', () => {
    const { caveats } = decide(
      [serial, threads, processes],
      {
        'serial-1': { coldMs: [], others: [{ status: 'stopped' }] },
        'threads-2': { coldMs: [], others: [{ status: 'ok', warmup: true }] },
      },
      { repeats: 3 },
    );
    expect(caveats).toEqual([
      'The run ended early: 0 of 9 measured trials were carried out.',
      'Not measured: serial 1, threads 2 and processes 2.',
    ]);
  });

  it('says that the run ended early, and what was not measured', () => {
    const { caveats } = decide(
      [serial, threads, processes],
      {
        ...fine,
        'threads-2': { coldMs: [990, 1000], others: [{ status: 'stopped' }] },
      },
      { repeats: 3 },
    );
    expect(caveats).toEqual([
      'The run ended early: 5 of 9 measured trials were carried out.',
      'Not measured: processes 2.',
      'Fewer than 3 trials, so no interval: threads 2.',
    ]);
  });

  it('says what rests on one trial', () => {
    const { caveats } = decide(
      [serial, threads],
      { 'serial-1': { coldMs: [2000] }, 'threads-2': { coldMs: [1000] } },
      { repeats: 1 },
    );
    expect(caveats).toEqual(['From one trial only: serial 1 and threads 2.']);
  });

  it('names a quota and the load from before', () => {
    const machine = makeMachine(4, { quotaCores: 1.5, usableCores: 1, loadAverage: [2.31, 1, 1] });
    expect(decide([serial, threads], fine, { machine }).caveats).toEqual([
      'A quota limits this to 1.50 of 4 cores.',
      'Load average over the last minute was 2.31 on 1 usable core when the machine was read.',
    ]);
  });
});
