import { renderJson } from '@report/json';
import { withTexts } from '@present/words/report-texts';
import { verdictText } from '@present/words/verdict';
import { parseReport } from '@shared/report/report-file';
import type { Report } from '@shared/report/report';
import { describe, expect, it } from 'vitest';
import { makeHostileReport } from '../helpers/hostile';
import { makeReport } from '../helpers/make/report';

const write = (report: Report): string => [...renderJson(report)].join('');

describe('renderJson', () => {
  const report = makeReport({ failing: 'processes-2' });
  const text = write(report);

  it('opens again as the same report', () => {
    expect(parseReport(text)).toEqual({ ok: true, value: report });
  });

  it('opens again whatever its texts are', () => {
    const hostile = makeHostileReport();
    expect(parseReport(write(hostile))).toEqual({ ok: true, value: hostile });
  });

  it('has a column on a line', () => {
    const lines = text.split('\n');
    const { atNs } = report.samples.cores;
    expect(lines).toContain(`      "atNs": ${JSON.stringify(atNs)},`);
    expect(lines[1]).toBe('  "schema": "corelane.report",');
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('writes a long column whole, and in several pieces', () => {
    const [first] = report.cells;
    const column = Array.from({ length: 100_000 }, (_, row) => row * 1.5);
    const spans = { task: column, worker: column, startNs: column, endNs: column };
    const trials = (first?.trials ?? []).slice(0, 1).map((trial) => ({ ...trial, spans }));
    const long = { ...report, cells: report.cells.map((cell) => ({ ...cell, trials })) };
    const pieces = [...renderJson(long)];
    expect(pieces.length).toBeGreaterThan(3);
    expect(JSON.parse(pieces.join(''))).toEqual(JSON.parse(JSON.stringify(withTexts(long))));
  });

  it('has the English text beside each fact', () => {
    const written = JSON.parse(text) as { readonly verdict: Readonly<Record<string, unknown>> };
    expect(written.verdict['text']).toBe(verdictText(report));
    const facts = written.verdict['facts'] as readonly { readonly text: string }[];
    expect(facts.map((fact) => fact.text).join(' ')).toBe(verdictText(report));
    expect(report.verdict).not.toHaveProperty('text');
  });

  it('leaves out what is undefined', () => {
    const { run } = report;
    expect(write({ ...report, run: { ...run, failure: undefined } })).toBe(text);
  });
});
