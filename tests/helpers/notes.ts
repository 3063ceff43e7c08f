// What a run noted, in words, as every outlet shows it.
import { noteText } from '@present/words/engine/notes';
import type { Note } from '@shared/report/notes';

/** The notes of a run or a trial, one text each. */
export function notesOf({
  notes = [],
}: {
  readonly notes?: readonly Note[] | undefined;
}): string[] {
  return notes.map(noteText);
}
