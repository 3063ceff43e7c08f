// The files a report can be exported as.

export const exportFormats = ['json', 'csv', 'html', 'trace'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** The files the findings of claims can be exported as. */
export const findingsFormats = ['json', 'html', 'csv'] as const;

export type FindingsFormat = (typeof findingsFormats)[number];
