// Every format a report can be exported to. A new one is an entry here.
import type { ExportFormat } from '@shared/export-formats';
import type { Report } from '@shared/report';
import { renderCsv } from './csv';
import { renderHtml } from './html';
import { renderJson } from './json';

export interface Exporter {
  /** Without the dot. */
  readonly extension: string;
  readonly mime: string;
  /** The file's text piece by piece, so that it need never be whole in memory; UTF-8. */
  readonly render: (report: Report) => Iterable<string>;
}

export const exporters: Readonly<Record<ExportFormat, Exporter>> = {
  json: { extension: 'json', mime: 'application/json', render: (report) => [renderJson(report)] },
  csv: { extension: 'csv', mime: 'text/csv', render: (report) => [renderCsv(report)] },
  html: { extension: 'html', mime: 'text/html', render: (report) => [renderHtml(report)] },
};
