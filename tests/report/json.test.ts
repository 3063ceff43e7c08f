import { renderJson } from '@report/json';
import { parseReport } from '@shared/report-file';
import { describe, expect, it } from 'vitest';
import { makeHostileReport } from '../helpers/hostile';
import { makeReport } from '../helpers/make-report';

describe('renderJson', () => {
  const report = makeReport({ failing: 'processes-2' });
  const text = renderJson(report);

  it('opens again as the same report', () => {
    expect(parseReport(text)).toEqual({ ok: true, value: report });
  });

  it('opens again whatever its texts are', () => {
    const hostile = makeHostileReport();
    expect(parseReport(renderJson(hostile))).toEqual({ ok: true, value: hostile });
  });

  it('has a column on a line', () => {
    const lines = text.split('\n');
    const { atNs } = report.samples.cores;
    expect(lines).toContain(`      "atNs": ${JSON.stringify(atNs)},`);
    expect(lines[1]).toBe('  "schema": "corelane.report",');
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('leaves out what is undefined', () => {
    const { run } = report;
    expect(renderJson({ ...report, run: { ...run, message: undefined } })).toBe(text);
  });
});
