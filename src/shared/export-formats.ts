// The files a report can be exported as.

export const exportFormats = ['json', 'csv', 'html'] as const;

export type ExportFormat = (typeof exportFormats)[number];
