import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '@present/words/outcome';
import { makeReport } from '../../helpers/make/report';
import { makeTrial } from '../../helpers/make/trial';

describe('the exit code of a run', () => {
  it('is 0 where all went well', () => {
    expect(exitCodeOf(makeReport())).toBe(0);
  });

  it('is 1 where one trial did not', () => {
    expect(exitCodeOf(makeReport({ failing: 'threads-2' }))).toBe(1);
  });

  it('is 1 where one trial of empty tasks did not', () => {
    const report = makeReport();
    const [first, ...others] = report.cells;
    if (first === undefined) throw new Error('a report has cells');
    const emptyTrials = [makeTrial({ status: 'killed' })];
    expect(exitCodeOf({ ...report, cells: [{ ...first, emptyTrials }, ...others] })).toBe(1);
  });

  it.each(['stopped', 'failed'] as const)('is 1 where the run was %s', (status) => {
    const report = makeReport();
    expect(exitCodeOf({ ...report, run: { ...report.run, status } })).toBe(1);
  });
});
