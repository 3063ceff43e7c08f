// Names of the files in a run's folder.

export const runFiles = {
  journal: 'journal.ndjson',
  report: 'report.corelane',
  about: 'about.json',
} as const;
