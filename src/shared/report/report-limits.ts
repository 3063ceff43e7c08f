// Limits how much a report, or a line of a journal, may hold before its schema looks at it.
import { bounds } from '../base/data-schemas';
import { deepest } from '../base/parse-json';
import type { DataLimits } from '../base/unfit-data';

/** What is not a column is a list of things, of which a report has so many at most. */
export const reportLimits: DataLimits = {
  depth: deepest.other,
  entries: bounds.entries.max,
  values: 20_000_000,
  characters: 300_000_000,
  passOver: true,
  columns: new Set([
    ...['task', 'worker', 'trial', 'pid', 'core', 'busy', 'coreIds', 'affinity'],
    ...['startNs', 'endNs', 'atNs', 'spanNs', 'onCpuNs', 'waitNs', 'maxNs', 'coldNs'],
    ...['rssBytes', 'pssBytes', 'privateBytes', 'usedBytes', 'totalBytes'],
  ]),
};
