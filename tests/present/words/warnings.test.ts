// Warnings in words: titles, and what the runs of tests/analysis/warnings do not come to.
import { sayWarnings } from '@present/words/warnings';
import { warningKinds, type Warning, type WarningFact } from '@shared/report/warnings';
import { describe, expect, it } from 'vitest';
import { makeReport } from '../../helpers/make/report';

const report = makeReport({ failing: 'processes-2' });

function say(fact: WarningFact, kind: Warning['kind'] = 'earlier') {
  const warning: Warning = { kind, fact, cells: [], trials: [] };
  const [said] = sayWarnings({ warnings: [warning], cells: report.cells });
  return said;
}

const text = { kind: 'text', text: 'As it was.', advice: 'As ever.' } as const;

describe('sayWarnings', () => {
  it('has a title of its own for each kind', () => {
    const titles = warningKinds.map((kind) => say(text, kind)?.title);
    expect(new Set(titles).size).toBe(warningKinds.length);
    expect(titles).toContain('Background load');
  });

  it('says what an earlier version said', () => {
    expect(say(text)).toMatchObject({ text: 'As it was.', advice: 'As ever.' });
  });

  it('says why the first trial failed, by its evidence', () => {
    const [found] = sayWarnings(report);
    expect(found?.title).toBe('Failed trials');
    expect(found?.text).toMatch(/^1 of 3 trials of processes 2 failed: Worker 1 was killed by /);
  });

  it('says how it ended where there is no evidence, and what helps', () => {
    const failed = { kind: 'failed-trials', cell: 'threads-2', failed: 1, trials: 3 } as const;
    const more = { empty: false, first: 999, unfit: false } as const;
    expect(say({ ...failed, ...more, status: 'timeout' })).toMatchObject({
      text: '1 of 3 trials of threads 2 failed: timeout.',
      advice: 'Raise timeoutSeconds, or make the work smaller.',
    });
    expect(say({ ...failed, ...more, status: 'failed', unfit: true })?.advice).toBe(
      "This can't be fixed: use another strategy.",
    );
  });

  it('lists variables in the way of a sentence', () => {
    const settings = ['LD_PRELOAD', 'DYLD_INSERT_LIBRARIES'].map((variable) => ({ variable }));
    expect(say({ kind: 'environment', effect: 'libraries', settings })).toMatchObject({
      text: 'Child processes ran with LD_PRELOAD and DYLD_INSERT_LIBRARIES: it puts other libraries into every process.',
      advice:
        'Run again without LD_PRELOAD and DYLD_INSERT_LIBRARIES, from a terminal that does not set them.',
    });
  });

  it('names a cell that is not there by its id', () => {
    expect(say({ kind: 'one-trial', cells: ['gone'] })?.text).toBe('From one trial only: gone.');
  });
});
