import { textFailure } from '../../helpers/failures';
import { describe, expect, it } from 'vitest';
import { makeCells } from '../../helpers/make/cells';
import { makeFacts } from '../../helpers/make/facts';
import { ofKind, quiet, around, warningsOf, tell } from './make-run';

const texts = (found: readonly { readonly text: string }[]) => found.map(({ text }) => text);
const [three, two, one] = [[1, 2, 3], [1, 2], [1]].map((n) =>
  around(
    2000,
    n.map(() => quiet),
  ),
);

describe('failed trials', () => {
  const killed = {
    status: 'killed',
    evidence: { failure: textFailure('Worker 1 was killed by SIGKILL.\nstack') },
  } as const;

  it('are counted, with the first line of the first evidence', () => {
    const threads = { coldMs: [1000, 1001, 1002], others: [killed, killed] };
    expect(ofKind('failed-trials', { threads })).toEqual([
      {
        kind: 'failed-trials',
        text: '2 of 5 trials of threads 2 failed: Worker 1 was killed by SIGKILL.',
        advice: "See the trial's error. Failed trials are excluded.",
        cells: ['threads-2'],
        trials: [7, 9],
      },
    ]);
  });

  it('are told by each way they ended', () => {
    const threads = { coldMs: [1], others: [killed, { status: 'mismatch' } as const, killed] };
    expect(ofKind('failed-trials', { threads }).map(({ text, trials }) => [text, trials])).toEqual([
      ['2 of 4 trials of threads 2 failed: Worker 1 was killed by SIGKILL.', expect.any(Array)],
      ['1 of 4 trials of threads 2 failed: mismatch.', expect.any(Array)],
    ]);
  });

  it('are those for warming up only where no measured one has failed', () => {
    const warmup = { ...killed, warmup: true } as const;
    const first = { coldMs: [1, 1, 1], others: [warmup] };
    expect(ofKind('failed-trials', { threads: first })[0]?.text).toContain('1 of 4 trials');
    const both = { coldMs: [1, 1, 1], others: [warmup, killed] };
    expect(ofKind('failed-trials', { threads: both })[0]?.text).toContain('1 of 4 trials');
  });

  it('come with what helps where that is known', () => {
    const advice = (status: 'timeout' | 'memory-limit') =>
      ofKind('failed-trials', { threads: { coldMs: [1, 1, 1], others: [{ status }] } })[0]?.advice;
    expect(advice('timeout')).toContain('timeoutSeconds');
    expect(advice('memory-limit')).toContain('memoryLimitMb');
  });

  it('have a long evidence shortened', () => {
    const evidence = { failure: textFailure('x'.repeat(5000)) };
    const threads = { coldMs: [1, 1, 1], others: [{ status: 'failed', evidence } as const] };
    expect(ofKind('failed-trials', { threads })[0]?.text.length).toBeLessThan(300);
  });

  it('may be those of empty tasks', () => {
    const cells = makeCells([{ kind: 'serial' }], {
      'serial-1': { coldMs: [1000, 1001, 1002], emptyMs: [1, 1] },
    }).map((cell) => ({
      ...cell,
      emptyTrials: cell.emptyTrials.map((trial, i) => (i === 0 ? { ...trial, ...killed } : trial)),
    }));
    expect(tell(makeFacts(cells))).toMatchObject([
      {
        kind: 'failed-trials',
        text: '1 of 2 trials of empty tasks of serial 1 failed: Worker 1 was killed by SIGKILL.',
        trials: [3],
      },
    ]);
  });

  it('are not those that were stopped', () => {
    const threads = { coldMs: [1, 1, 1], others: [{ status: 'stopped' } as const] };
    expect(ofKind('failed-trials', { threads })).toEqual([]);
  });
});

describe('a run that ended early', () => {
  it('says how far it came, and what was not measured', () => {
    const found = warningsOf({
      serial: { coldMs: [], others: [{ status: 'stopped' }] },
      threads: { coldMs: [], others: [{ status: 'ok', warmup: true }] },
    });
    expect(texts(found)).toEqual([
      'The run ended early: 0 of 6 measured trials were carried out.',
      'Not measured: serial 1 and threads 2.',
    ]);
    expect(found.map(({ kind, cells }) => [kind, cells])).toEqual([
      ['ended-early', []],
      ['not-measured', ['serial-1', 'threads-2']],
    ]);
  });

  it('is none where failures took the place of trials, or one cell made more than the least', () => {
    const failed = { status: 'failed' } as const;
    expect(ofKind('ended-early', { threads: { coldMs: [1], others: [failed, failed] } })).toEqual(
      [],
    );
    const five = { coldMs: [1, 1, 1, 1, 1] };
    expect(texts(ofKind('ended-early', { serial: five, threads: { coldMs: [1, 1] } }))).toEqual([
      'The run ended early: 5 of 6 measured trials were carried out.',
    ]);
  });
});

describe('few trials', () => {
  it.each([
    ['one', one, 'From one trial only: serial 1.'],
    ['two', two, 'Fewer than 3 trials, so no interval: serial 1.'],
  ])('%s', (_, serial, text) => {
    const shape = { serial: serial ?? { coldMs: [] }, threads: three ?? { coldMs: [] } };
    const found = ofKind('few-trials', shape);
    expect(texts(found)).toEqual([text]);
    expect(found[0]?.cells).toEqual(['serial-1']);
  });

  it('are not three', () => {
    expect(ofKind('few-trials', {})).toEqual([]);
  });
});

describe('imprecise', () => {
  const rough = { coldMs: [1000, 1050, 1100, 1020, 1060] };

  it('names the cells that did not get to the precision asked for', () => {
    const experiment = { until: { precision: 0.02 } };
    expect(ofKind('imprecise', { experiment, threads: rough })).toEqual([
      {
        kind: 'imprecise',
        text: 'The requested precision, ±2 %, was not reached: threads 2 ±4.8 % (5 trials).',
        advice: 'Allow more trials and more time, or end what disturbs them.',
        cells: ['threads-2'],
        trials: [],
      },
    ]);
    expect(
      ofKind('imprecise', { experiment: { until: { precision: 0.05 } }, threads: rough }),
    ).toEqual([]);
  });

  it('warns beyond 10 % where none was asked for', () => {
    expect(ofKind('imprecise', { threads: rough })).toEqual([]);
    const threads = { coldMs: [1000, 900, 1110] };
    expect(texts(ofKind('imprecise', { threads }))).toEqual([
      'The median cold time is known to no better than ±10 %: threads 2 ±11 % (3 trials).',
    ]);
  });
});
