// Every format findings can be exported to. A new one is an entry here.
import type { FindingsFormat } from '@shared/report/export-formats';
import type { FindingsFile } from '@shared/claims/findings-file';
import { renderFindingsCsv } from './findings-csv';
import { renderFindingsHtml } from './findings-html';
import { renderFindingsJson } from './findings-json';

export interface FindingsExporter {
  /** Without the dot before it. */
  readonly extension: string;
  readonly render: (file: FindingsFile) => string;
}

export const findingsExporters: Readonly<Record<FindingsFormat, FindingsExporter>> = {
  json: { extension: 'json', render: renderFindingsJson },
  html: { extension: 'html', render: renderFindingsHtml },
  csv: { extension: 'csv', render: renderFindingsCsv },
};
