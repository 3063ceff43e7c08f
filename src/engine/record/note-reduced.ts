// Notes the rows that a report does not hold.
import type { Note } from '@shared/report/notes';
import { rowKinds, type ReducedRows } from '@shared/report/reduced';

export interface Reduced {
  readonly trials: number;
  /** Trials of which some tasks are not listed. */
  readonly reducedTrials: number;
  /** Trials of which no worker is named. */
  readonly withoutWorkers: number;
  readonly rows: ReducedRows;
}

/** A note each for tasks, workers and samples; none where everything is kept. */
export function noteReduced({
  trials,
  reducedTrials,
  withoutWorkers,
  rows,
}: Reduced): readonly Note[] {
  const joined = rowKinds.flatMap((kind) => {
    const of = rows[kind];
    return of === undefined ? [] : [{ kind, kept: of.kept, taken: of.taken }];
  });
  const notes: Note[] = [];
  if (reducedTrials > 0) {
    notes.push({ code: 'tasks-reduced', args: { reduced: reducedTrials, trials } });
  }
  if (withoutWorkers > 0) {
    notes.push({ code: 'workers-reduced', args: { reduced: withoutWorkers, trials } });
  }
  if (joined.length > 0) notes.push({ code: 'samples-reduced', args: { rows: joined } });
  return notes;
}
