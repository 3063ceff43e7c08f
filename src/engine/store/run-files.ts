// Names of the files in a run's folder.

export const runFiles = {
  journal: 'journal.ndjson',
  report: 'report.corelane',
  about: 'about.json',
  /** Who makes its report of the journal just now. */
  taken: 'recovering',
} as const;
