// Whatever figures and texts a report holds, every exporter gives a well-formed file.
import { textFact } from '@shared/report/facts';
import { findingsExporters } from '@report/findings/findings';
import { renderFindings } from '@report/findings/findings-text';
import { exporters } from '@report/index';
import { renderTable } from '@report/text';
import type { ExportFormat } from '@shared/report/export-formats';
import { findingsVersion, type FindingsFile } from '@shared/claims/findings-file';
import type { Report } from '@shared/report/report';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeFigure } from '../helpers/make/figure';
import { makeFinding } from '../helpers/make/finding';
import { makeReport } from '../helpers/make/report';
import { mutations, noNumbers, oddNumbers } from '../helpers/mutate';
import { faultsOfCsv, faultsOfHtml, faultsOfText, faultsOfTrace } from '../helpers/well-formed';

const experiment = { tasks: 3, repeats: 1, emptyRepeats: 1 } as const;
const report = makeReport({ experiment, failing: 'processes-2' });
const write = (format: ExportFormat, one: Report): string =>
  [...exporters[format].render(one)].join('');

interface Check {
  readonly faultsOf: (one: Report) => readonly string[];
  readonly numbers: readonly number[];
}

/** Programs read these: they hold out even where a report could not have come out of a file. */
const anyNumbers = [...oddNumbers, ...noNumbers];

const checks: Readonly<Record<string, Check>> = {
  json: {
    numbers: anyNumbers,
    faultsOf: (one) => (JSON.parse(write('json', one)) === null ? ['nothing'] : []),
  },
  csv: { numbers: anyNumbers, faultsOf: (one) => faultsOfCsv(write('csv', one), ',') },
  spreadsheet: {
    numbers: anyNumbers,
    faultsOf: (one) => faultsOfCsv(write('spreadsheet', one), ';'),
  },
  trace: { numbers: anyNumbers, faultsOf: (one) => faultsOfTrace(write('trace', one)) },
  html: { numbers: oddNumbers, faultsOf: (one) => faultsOfHtml(write('html', one)) },
  text: { numbers: oddNumbers, faultsOf: (one) => faultsOfText(renderTable(one)) },
};

describe('odd reports', () => {
  it.each(Object.entries(checks))('are well-formed as %s', (_, { faultsOf, numbers }) => {
    expect(faultsOf(report)).toEqual([]);
    fc.assert(
      fc.property(mutations(report, numbers), (odd) => {
        expect(faultsOf(odd)).toEqual([]);
      }),
      // CORELANE_ODD_REPORTS is for a long search.
      { numRuns: Number(process.env['CORELANE_ODD_REPORTS'] ?? 50) },
    );
  });
});

const { program, environment } = report;
const findings: FindingsFile = {
  ...{ schema: 'corelane.findings', version: findingsVersion, createdAt: '2026-01-02T03:04:05Z' },
  ...{ program, environment, interpreters: [], predictions: [] },
  findings: (['cores', 'memory'] as const).map((id) =>
    makeFinding(id, {
      notes: [textFact('a note')],
      figures: (['ns', 'bytes', 'count', 'cores', 'times', 'yes'] as const).map((unit) =>
        makeFigure('speedup', 'threads', [1, 1.1, 0.9], { unit, x: 2, note: 'seen' }),
      ),
    }),
  ),
};

/** A claim's id is one of a closed set. */
const oddFindings = mutations(findings, oddNumbers).map((odd) => ({
  ...odd,
  findings: odd.findings.map((finding, at) => ({
    ...finding,
    id: findings.findings[at]?.id ?? 'cores',
  })),
}));

describe('odd findings', () => {
  it('are well-formed in every format', () => {
    fc.assert(
      fc.property(oddFindings, (odd) => {
        expect(faultsOfHtml(findingsExporters.html.render(odd))).toEqual([]);
        expect(faultsOfCsv(findingsExporters.csv.render(odd), ',')).toEqual([]);
        expect(faultsOfText(renderFindings(odd.findings))).toEqual([]);
        JSON.parse(findingsExporters.json.render(odd));
      }),
      { numRuns: Number(process.env['CORELANE_ODD_REPORTS'] ?? 50) },
    );
  });
});
