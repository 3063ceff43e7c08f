// Reports as versions 1 and 2 wrote them still open, say what they said, and show the same figures.
import { problemText } from '@present/words/engine/problems';
import { failureText } from '@present/words/engine/failures';
import { readFileSync } from 'node:fs';
import { resultRows } from '@present/figures/views';
import { bottleneckText } from '@present/words/bottleneck';
import { verdictClauses, verdictText } from '@present/words/verdict';
import { sayWarnings } from '@present/words/warnings';
import { emptyLists } from '@shared/base/table';
import { sampleTables } from '@shared/report/tables';
import { parseReport } from '@shared/report/report-file';
import { reportVersion, type Report, type TrialReport } from '@shared/report/report';
import { describe, expect, it } from 'vitest';

interface Written {
  readonly verdict: {
    readonly text: string;
    readonly clauses?: unknown;
    readonly caveats?: readonly string[];
  };
  readonly cells: readonly {
    readonly id: string;
    readonly medianColdNs?: number;
    readonly bottleneck?: { readonly text: string };
    readonly trials: readonly unknown[];
  }[];
  readonly samples: object;
  readonly warnings?: unknown;
}

function open(version: number): { readonly written: Written; readonly report: Report } {
  const path = new URL(`../../fixtures/kept/version-${version}.json`, import.meta.url);
  const text = readFileSync(path, 'utf8');
  const parsed = parseReport(text);
  if (!parsed.ok) throw new Error(problemText(parsed.problem));
  return { written: JSON.parse(text) as Written, report: parsed.value };
}

describe.each([1, 2])('a report of version %i', (version) => {
  const { written, report } = open(version);

  it('becomes one of the newest version', () => {
    expect(report.version).toBe(reportVersion);
  });

  it('has every trial and sample as it was written', () => {
    const resident = emptyLists(sampleTables.resident);
    expect(report.samples).toEqual({ ...written.samples, resident });
    const asWritten = ({ evidence, ...trial }: TrialReport) => {
      if (evidence === undefined) return trial;
      const { failure, ...rest } = evidence;
      return { ...trial, evidence: { ...rest, message: failureText(failure) } };
    };
    expect(report.cells.map(({ trials }) => trials.map(asWritten))).toEqual(
      written.cells.map(({ trials }) => trials),
    );
  });

  it('shows the same times', () => {
    const shown = resultRows(report.cells).flatMap(({ id, summary }) =>
      summary === undefined ? [] : [[id, summary.median]],
    );
    expect(shown.length).toBeGreaterThan(3);
    for (const [id, median] of shown) {
      expect(median).toBe(written.cells.find((cell) => cell.id === id)?.medianColdNs);
    }
  });

  it('says the same verdict, in the same pieces', () => {
    expect(verdictText(report)).toBe(written.verdict.text);
    const clauses = written.verdict.clauses ?? [{ text: written.verdict.text }];
    expect(verdictClauses(report)).toEqual(clauses);
  });
});

describe('a report of version 1', () => {
  const { written, report } = open(1);

  it('has its caveats as warnings', () => {
    expect(written.verdict.caveats?.length).toBeGreaterThan(0);
    const said = sayWarnings(report).map(({ warning: { kind }, text }) => ({ kind, text }));
    expect(said).toEqual(written.verdict.caveats?.map((text) => ({ kind: 'earlier', text })));
  });
});

describe('a report of version 2', () => {
  const { written, report } = open(2);

  it('says the same of what limits each cell', () => {
    const said = report.cells.map(bottleneckText);
    expect(said).toEqual(written.cells.map(({ bottleneck }) => bottleneck?.text ?? ''));
    expect(said.filter((text) => text !== '').length).toBeGreaterThan(2);
  });

  it('says the same warnings, with the same advice', () => {
    const said = sayWarnings(report).map(({ warning: { kind, cells, trials }, text, advice }) => ({
      ...{ kind, text, advice, cells, trials },
    }));
    expect(said).toEqual(written.warnings);
    expect(said.length).toBeGreaterThan(0);
  });
});

describe('a report of version 3 whose warnings are sentences', () => {
  it('says what it said', () => {
    const { report } = open(2);
    const warning = { kind: 'load', text: 'Others.', advice: 'Wait.', cells: [], trials: [] };
    const parsed = parseReport(JSON.stringify({ ...report, warnings: [warning] }));
    if (!parsed.ok) throw new Error(problemText(parsed.problem));
    expect(sayWarnings(parsed.value)).toMatchObject([
      { title: 'Background load', text: 'Others.', advice: 'Wait.' },
    ]);
  });
});
