// The files a report can be exported as.

export const exportFormats = ['json', 'csv', 'html', 'trace'] as const;

export type ExportFormat = (typeof exportFormats)[number];
