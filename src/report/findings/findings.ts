// Every format findings can be exported to. A new one is an entry here.
import { findingsWithTexts } from '@present/words/claims/findings';
import type { FindingsFormat } from '@shared/report/export-formats';
import type { FindingsFile } from '@shared/claims/findings-file';
import { renderFindingsCsv } from './findings-csv';
import { renderFindingsHtml } from './findings-html';

export interface FindingsExporter {
  /** Without the dot before it. */
  readonly extension: string;
  readonly render: (file: FindingsFile) => string;
}

/** The findings as Corelane reads them again, with an English text beside each fact. */
export function renderFindingsJson(file: FindingsFile): string {
  return `${JSON.stringify(findingsWithTexts(file), null, 2)}\n`;
}

export const findingsExporters: Readonly<Record<FindingsFormat, FindingsExporter>> = {
  json: { extension: 'json', render: renderFindingsJson },
  html: { extension: 'html', render: renderFindingsHtml },
  csv: { extension: 'csv', render: renderFindingsCsv },
};
