// Every format a report can be exported to. A new one is an entry here.
import type { ExportFormat } from '@shared/report/export-formats';
import type { Report } from '@shared/report/report';
import { renderCsv, renderSpreadsheet } from './csv';
import { renderHtml } from './html';
import { renderJson } from './json';
import { renderTrace } from './trace';

export interface Exporter {
  /** Without the dot before it. */
  readonly extension: string;
  /** The file's text piece by piece, so that it need never be whole in memory; UTF-8. */
  readonly render: (report: Report) => Iterable<string>;
}

export const exporters: Readonly<Record<ExportFormat, Exporter>> = {
  json: { extension: 'json', render: renderJson },
  csv: { extension: 'csv', render: (report) => [renderCsv(report)] },
  spreadsheet: {
    extension: 'spreadsheet.csv',
    render: (report) => [renderSpreadsheet(report)],
  },
  trace: { extension: 'trace.json', render: renderTrace },
  html: { extension: 'html', render: (report) => [renderHtml(report)] },
};
