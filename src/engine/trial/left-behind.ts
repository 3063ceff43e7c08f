// Notes what a trial's tasks had started and not ended. Pure.
import { cleanText } from '@shared/base/clean-text';
import { defined } from '@shared/base/defined';
import { fileName, isModule } from '@shared/experiment/own-code';
import type { Workload } from '@shared/experiment/workloads';
import type { Note } from '@shared/report/notes';
import type { LeftProcess, Swept } from './run-reaper';
import type { EndingCause } from './ending';

/** Longer than any name the kernel gives. */
const longestName = 40;

/** Each name once, in order; one that is not known is empty. */
function namesOf(left: readonly LeftProcess[]): string[] {
  return [...new Set(left.map(({ name }) => cleanText(name, longestName)))].sort();
}

/** A note each. Where the trial itself was ended, so was what it had under way: none of that. */
export function noteLeft(
  { ended, still }: Swept,
  workload: Workload,
  cause: EndingCause | undefined,
): readonly Note[] {
  const file = isModule(workload) ? cleanText(fileName(workload.path), longestName) : undefined;
  const starter = defined({ file });
  const notes: Note[] = [];
  if (ended.length > 0 && cause === undefined) {
    notes.push({ code: 'processes-ended', args: { names: namesOf(ended), ...starter } });
  }
  if (still.length > 0) {
    const pids = still.map(({ pid }) => pid);
    notes.push({ code: 'processes-left', args: { names: namesOf(still), pids, ...starter } });
  }
  return notes;
}
