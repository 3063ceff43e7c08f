// The verdict that is kept for lists: facts that read as the report's do, and texts of earlier versions.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verdictText } from '@present/words/verdict';
import { aboutOf, parseAbout } from '@shared/kept/kept-run';
import { keptVerdict, keptVerdictSchema, type KeptVerdict } from '@shared/kept/kept-verdict';
import { parseReport } from '@shared/report/report-file';
import { makeReport } from '../../helpers/make/report';

const golden = parseReport(readFileSync('tests/golden/report.json', 'utf8'));
if (!golden.ok) throw new Error(golden.problem.code);
const reports = [golden.value, makeReport()];

const textOf = (verdict: KeptVerdict): string => verdictText({ verdict, cells: verdict.cells });

describe('a kept verdict', () => {
  it.each(reports)('reads as the whole report’s', (report) => {
    expect(textOf(keptVerdict(report))).toBe(verdictText(report));
  });

  it('names no cell but those of its facts', () => {
    const [report] = reports;
    const only = { ...report!.verdict, facts: report!.verdict.facts.slice(0, 1) };
    const { cells } = keptVerdict({ ...report!, verdict: only });
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.length).toBeLessThan(report!.cells.length);
    expect(Object.keys(cells[0]!)).not.toContain('trials');
  });

  it('comes back from its file', () => {
    const about = aboutOf(golden.value);
    expect(parseAbout(JSON.stringify(about))).toEqual(about);
  });

  it('of an earlier version stays the text that it was', () => {
    const text = 'Use 2 threads: 1.91× faster than serial, cold.';
    expect(textOf(keptVerdictSchema.parse(text))).toBe(text);
    const about = parseAbout(JSON.stringify({ ...aboutOf(golden.value), verdict: text }));
    expect(about && textOf(about.verdict)).toBe(text);
  });
});
