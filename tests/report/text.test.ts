import { textFailure } from '../helpers/failures';
import { sayWarnings } from '@present/words/warnings';
import { renderTable } from '@report/text';
import { describe, expect, it } from 'vitest';
import { makeHostileReport } from '../helpers/hostile';
import { makeBreakEven } from '../helpers/make/break-even';
import { makeReport } from '../helpers/make/report';
import { verdictClauses, verdictText } from '@present/words/verdict';

const lines = (text: string): readonly string[] => text.split('\n');

describe('renderTable', () => {
  it('fits 100 columns, with eight cores, long names and many warnings too', () => {
    const report = makeReport({
      cores: 8,
      failing: 'processes-8',
      experiment: { name: 'n '.repeat(60).trim() },
    });
    expect(Math.max(...lines(renderTable(report)).map((line) => line.length))).toBeLessThanOrEqual(
      100,
    );
  });

  it('aligns its columns', () => {
    const text = lines(renderTable(makeReport()));
    const start = text.findIndex((line) => line.startsWith('strategy'));
    const table = text.slice(start, start + 7);
    expect(new Set(table.map((line) => line.length)).size).toBe(1);
  });

  it('ends with the verdict, what empty tasks cost, and every warning with its advice', () => {
    const report = makeReport({ failing: 'processes-2' });
    const text = renderTable(report).replaceAll('\n', ' ');
    expect(text.replace(/ \[[a-z]\]/g, '')).toContain(verdictText(report));
    for (const { evidence } of verdictClauses(report)) {
      if (evidence !== undefined) expect(text).toContain(`] ${evidence.detail}`);
    }
    expect(text).toContain('6 empty tasks, cold: threads 2 ');
    expect(report.warnings.length).toBeGreaterThan(0);
    for (const { text: said, advice } of sayWarnings(report)) {
      expect(text).toContain(`${said} ${advice}`);
    }
  });

  it('says why a run ended early by itself', () => {
    const report = makeReport();
    const run = {
      ...report.run,
      status: 'failed' as const,
      failure: textFailure('The run ended early: why.'),
    };
    expect(renderTable({ ...report, run })).toContain('\n\nThe run ended early: why.\n\n');
  });

  it('says from which size of a task workers pay', () => {
    const text = renderTable({ ...makeReport(), breakEven: makeBreakEven() });
    expect(text).toContain(
      'With 2 tasks, threads pay from 20 ms per task; processes bring no gain up to 1 s per task.',
    );
    expect(text).not.toContain('was ended by');
  });

  it('says where that search was ended early, and where a strategy paid at every size', () => {
    const columns = [{ tasks: 1, crossings: [{ strategy: 'threads' as const, fromNs: 2e3 }] }];
    const breakEven = { ...makeBreakEven(), columns, status: 'budget' as const };
    const text = renderTable({ ...makeReport(), breakEven });
    expect(text).toContain('With 1 task, threads pay from 2 µs per task, the smallest measured.');
    expect(text).toContain('The search for the break-even was ended by its time budget.');
  });

  it('sends no command to the terminal', () => {
    const text = renderTable(makeHostileReport());
    // eslint-disable-next-line no-control-regex -- control characters are what this is about
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });

  it('marks what is not known', () => {
    const report = makeReport();
    const cells = report.cells.map(({ medianPeakPssBytes: _, ...cell }) => cell);
    const row = lines(renderTable({ ...report, cells })).find((line) => line.startsWith('serial'));
    expect(row).toMatch(/ - +3$/);
  });
});
