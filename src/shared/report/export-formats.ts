// The files a report can be exported as.

export const exportFormats = ['json', 'csv', 'spreadsheet', 'html', 'trace'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** Those that are written where nobody says which. */
export const usualFormats = ['json', 'csv', 'html', 'trace'] as const satisfies ExportFormat[];

/** The files the findings of claims can be exported as. */
export const findingsFormats = ['json', 'html', 'csv'] as const;

export type FindingsFormat = (typeof findingsFormats)[number];
