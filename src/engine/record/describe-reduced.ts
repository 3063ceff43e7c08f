// What a report says of rows that it does not hold.
import { listNames } from '@shared/words/names';
import { formatCount, groupDigits } from '@shared/base/format';
import { rowKinds, type ReducedRows, type RowKind } from '@shared/report/reduced';

const rowNames: Readonly<Record<RowKind, string>> = {
  cores: 'cores',
  workers: 'workers',
  processes: 'memory',
  heaps: 'heaps',
  loop: 'the event loop',
};

export interface Reduced {
  readonly trials: number;
  /** Trials of which some tasks are not listed. */
  readonly reducedTrials: number;
  /** Trials of which no worker is named. */
  readonly withoutWorkers: number;
  readonly rows: ReducedRows;
}

/** A sentence each for tasks, workers and samples; none where everything is kept. */
export function describeReduced({
  trials,
  reducedTrials,
  withoutWorkers,
  rows,
}: Reduced): readonly string[] {
  const parts = rowKinds.flatMap((kind) => {
    const of = rows[kind];
    return of === undefined
      ? []
      : [`${groupDigits(of.kept)} of ${groupDigits(of.taken)} of ${rowNames[kind]}`];
  });
  return [
    ...(reducedTrials === 0
      ? []
      : [
          `${groupDigits(reducedTrials)} of ${formatCount(trials, 'trial')} had more tasks than a report has room for: it lists some of each, and what all of them took.`,
        ]),
    ...(withoutWorkers === 0
      ? []
      : [
          `There were more workers than a report has room to name: of ${groupDigits(withoutWorkers)} of ${formatCount(trials, 'trial')} it does not hold the process and thread numbers.`,
        ]),
    ...(parts.length === 0
      ? []
      : [
          `There were more samples than a report has room for. Neighbours were joined, with their sums and maxima, and it holds ${listNames(parts)}.`,
        ]),
  ];
}
